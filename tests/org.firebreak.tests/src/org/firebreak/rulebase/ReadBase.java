package org.firebreak.rulebase;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.MemoryFiles;
import org.firebreak.exports.Probes;
import org.firebreak.rulebase.readers.RuleBaseReaders;

/** A rule base that a test has read, and what it says of single connections. */
record ReadBase(RuleBase base) {
  static ReadBase of(String platform, Map<String, String> files) throws Exception {
    return new ReadBase(
        RuleBaseReaders.of(platform)
            .orElseThrow()
            .read(new MemoryFiles(new TreeMap<>(files)), HostAddresses.NONE, Progress.NONE));
  }

  /** Whether the filter of a direction permits a connection. */
  boolean permits(Rule.Direction direction, String from, String to, int protocol, int port) {
    PlacedFilter placed =
        base.filters().stream()
            .filter(each -> each.direction() == direction)
            .findFirst()
            .orElseThrow();
    return Probes.decide(
            placed.filter(),
            new Probes.Probe(Address.parse(from), Address.parse(to), protocol * 65_536 + port))
        .permits();
  }

  boolean permitsIn(int protocol, int port) {
    return permits(Rule.Direction.INBOUND, "10.0.0.7", "10.0.0.1", protocol, port);
  }

  boolean permitsIn6(int protocol, int port) {
    return permits(Rule.Direction.INBOUND, "fd00::7", "fd00::1", protocol, port);
  }

  List<String> reasons() {
    return base.unread().stream().map(Unread::reason).toList();
  }

  List<String> places() {
    return base.unread().stream().map(Unread::place).toList();
  }
}
