package org.firebreak.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.Connection;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.EnforcementKind;
import org.firebreak.rulebase.HostAddresses;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.readers.RuleBaseReaders;

/**
 * Exports a policy for the hosts of a platform, reads it back and compares random connections at
 * each host, in each direction, with the compiled rules.
 */
public final class HostsReadBack {
  private static final int[] PORTS = {0, 22, 23, 53, 80, 443, 514, 1024, 3389, 8000, 8100, 65535};
  private static final int[] PROTOCOLS = {6, 6, 6, 17, 17, 1, 58, 132, 50, 47, 89};

  /** Whether a difference at a rule of the policy is accepted. */
  public interface Tolerance {
    boolean accepts(RuleSet set, Rule rule, Outcome wanted, Outcome read);
  }

  private HostsReadBack() {}

  /** Addresses of the servers of a policy by their ids, and of its outermost zones. */
  public static HostAddresses addresses(CompiledPolicy policy) {
    Map<String, AddressSet> addresses = new HashMap<>();
    for (PolicyServer server : policy.servers()) {
      addresses.put(
          server.ref().id(),
          AddressSet.of(server.addresses().stream().map(AddressRange::of).toList()));
    }
    Map<String, AddressSet> zones = new HashMap<>();
    for (PolicyEndpoint endpoint : policy.endpoints()) {
      if (endpoint.parent() < 0 && endpoint.ref().type().equals("Zone")) {
        zones.put(
            endpoint.ref().id(),
            AddressSet.of(
                policy.servers().stream()
                    .filter(server -> endpoint.holds(server.index()))
                    .flatMap(server -> server.addresses().stream())
                    .map(AddressRange::of)
                    .toList()));
      }
    }
    return new HostAddresses() {
      @Override
      public AddressSet of(String host) {
        return addresses.getOrDefault(host, AddressSet.EMPTY);
      }

      @Override
      public boolean knowsZones() {
        return true;
      }

      @Override
      public AddressSet zone(String id) {
        return zones.get(id);
      }
    };
  }

  /** Exports into a folder and reads what was written. */
  public static RuleBase readBack(
      Path folder, CompiledPolicy policy, String platform, Map<String, String> settings)
      throws Exception {
    ExportReport report =
        BundleWriter.write(folder, policy, Exporters.byIds(platform), settings, Progress.NONE);
    assertThat(report.platforms()).hasSize(1);
    return RuleBaseReaders.of(platform)
        .orElseThrow()
        .read(new FolderFiles(folder.resolve(platform)), addresses(policy), Progress.NONE);
  }

  /** Compares. */
  public static int compare(
      CompiledPolicy policy, RuleBase base, int each, long seed, Tolerance tolerance) {
    Map<String, List<PlacedFilter>> byHost = new HashMap<>();
    for (PlacedFilter filter : base.filters()) {
      filter
          .hosts()
          .forEach(host -> byHost.computeIfAbsent(host, h -> new ArrayList<>()).add(filter));
    }
    Random random = new Random(seed);
    List<Address> peers = peers(policy);
    int compared = 0;
    for (RuleSet set : policy.ruleSets()) {
      if (set.kind() != EnforcementKind.HOST) {
        continue;
      }
      for (PolicyServer server : set.servers()) {
        for (PlacedFilter filter : byHost.getOrDefault(server.ref().id(), List.of())) {
          for (int i = 0; i < each && !server.addresses().isEmpty(); i++) {
            Address own = server.addresses().get(random.nextInt(server.addresses().size()));
            Address peer = peers.get(random.nextInt(peers.size()));
            if (own.v6() != peer.v6() || server.addresses().contains(peer)) {
              continue;
            }
            compared++;
            compare(set, filter, connection(set, filter, own, peer, random), tolerance);
          }
        }
        assertThat(byHost.get(server.ref().id())).as("filters of %s", server.ref()).hasSize(2);
      }
    }
    return compared;
  }

  private static Connection connection(
      RuleSet set, PlacedFilter filter, Address own, Address peer, Random random) {
    int protocol = PROTOCOLS[random.nextInt(PROTOCOLS.length)];
    boolean inbound = filter.direction() == Rule.Direction.INBOUND;
    return new Connection(
        set.domain(),
        inbound ? peer : own,
        inbound ? own : peer,
        protocol == 58 && !own.v6() ? 1 : protocol == 1 && own.v6() ? 58 : protocol,
        PORTS[random.nextInt(PORTS.length)],
        protocol == 58 ? 128 : random.nextBoolean() ? 8 : 13,
        0);
  }

  private static void compare(
      RuleSet set, PlacedFilter filter, Connection connection, Tolerance tolerance) {
    Rule rule =
        set.rules(filter.direction()).stream()
            .filter(each -> each.matches(connection))
            .findFirst()
            .orElseThrow();
    Outcome wanted =
        new Outcome(rule.action() == Rule.Action.PERMIT, rule.log(), rule.alert() != null);
    FilterRule found = decide(filter.filter(), connection);
    if (!found.outcome().equals(wanted) && !tolerance.accepts(set, rule, wanted, found.outcome())) {
      assertThat(found.outcome())
          .as(
              "%s %s %s: rule %s, but %s at %s",
              set.name(), filter.direction(), connection, rule.id(), found.name(), found.place())
          .isEqualTo(wanted);
    }
  }

  /** The rule of a filter that decides on a connection. */
  public static FilterRule decide(PacketFilter filter, Connection connection) {
    Intervals point = point(connection);
    return filter.rules().stream()
        .filter(rule -> rule.services().containsAll(point))
        .filter(rule -> rule.source().contains(connection.source()))
        .filter(rule -> rule.destination().contains(connection.destination()))
        .findFirst()
        .orElse(filter.last());
  }

  private static Intervals point(Connection connection) {
    int base = ServiceLine.of(connection.protocol()).from(0);
    int offset =
        switch (connection.protocol()) {
          case 6, 17, 132 -> connection.port();
          case 1, 58 -> connection.icmpType() * 256 + connection.icmpCode();
          default -> 0;
        };
    return Intervals.of(base + offset, base + offset + 1);
  }

  private static List<Address> peers(CompiledPolicy policy) {
    List<Address> peers = new ArrayList<>();
    policy.servers().forEach(server -> peers.addAll(server.addresses()));
    for (String outside :
        List.of(
            "192.0.2.1",
            "198.51.100.7",
            "10.0.0.127",
            "10.0.1.15",
            "8.8.8.8",
            "10.1.0.7",
            "2001:db8:ffff::1",
            "2001:db9::1",
            "2001:db8::77")) {
      peers.add(Address.parse(outside));
    }
    return peers;
  }
}
