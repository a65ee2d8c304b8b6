package org.firebreak.exports.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.firebreak.core.address.Address;
import org.firebreak.core.packets.FilterDifference;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.Connection;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Capability;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.HostsReadBack;
import org.firebreak.exports.Probes;
import org.firebreak.exports.Probes.Probe;
import org.firebreak.exports.bundle.BundleVerifier;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.RuleBaseException;
import org.firebreak.rulebase.readers.RuleBaseReaders;

/**
 * Whether a changed artefact means something else, found by probes at the borders of all rules, and
 * whether verification says so: every counter-example that it gives must be one by the rules of the
 * policy themselves.
 */
final class MutationJudge {
  private static final int PROBES = 250;

  private final CompiledPolicy policy;
  private final String platform;
  private final Set<Capability> capabilities;

  MutationJudge(CompiledPolicy policy, String platform) {
    this.policy = policy;
    this.platform = platform;
    this.capabilities = Exporters.byIds(platform).get(0).capabilities();
  }

  /** Whether the meaning changed, as far as probes tell or because something was not understood. */
  boolean check(Path bundle, FolderFiles artefacts, Map<String, PacketFilter> before, Random random)
      throws Exception {
    PlatformVerification found =
        BundleVerifier.verify(policy, bundle, Progress.NONE).platforms().get(0);
    var read = read(artefacts);
    if (read.isEmpty()) {
      assertThat(found.unread()).isNotEmpty();
      return true;
    }
    Map<String, PacketFilter> after = read.get();
    if (!after.keySet().equals(before.keySet())) {
      assertThat(found.holds()).isFalse();
      return true;
    }
    boolean differs = false;
    for (RuleSet set : policy.ruleSets()) {
      for (Rule.Direction direction : Rule.Direction.values()) {
        for (String key : keys(set, direction)) {
          if (after.containsKey(key)) {
            Probe probe = differing(set, direction, key, before.get(key), after.get(key), random);
            if (probe != null) {
              differs = true;
              assertThat(!found.holds() || !found.declared().isEmpty())
                  .as("%s %s is not reported", key, probe)
                  .isTrue();
            }
          }
        }
      }
    }
    for (Mismatch mismatch : found.mismatches()) {
      assertThat(mismatch).isInstanceOfAny(Mismatch.Decision.class, Mismatch.More.class);
      if (mismatch instanceof Mismatch.Decision decision) {
        differs = true;
        assertCounterExample(decision, after);
      }
    }
    assertThat(found.holds()).isEqualTo(found.mismatches().isEmpty());
    return differs;
  }

  private void assertCounterExample(Mismatch.Decision decision, Map<String, PacketFilter> after) {
    FilterDifference difference = decision.difference();
    Probe probe = new Probe(difference.source(), difference.destination(), difference.point());
    List<String> keys =
        decision.hosts().isEmpty()
            ? keys(decision.ruleSet(), decision.direction())
            : decision.hosts().stream().map(host -> host.id() + decision.direction()).toList();
    for (String key : keys) {
      PacketFilter filter = after.get(key);
      if (decision.hosts().size() <= 1 || isOwn(key, decision.direction(), probe)) {
        assertThat(masked(Probes.decide(filter, probe)))
            .as(decision.text())
            .isNotEqualTo(masked(expected(decision.ruleSet(), decision.direction(), probe)));
      }
    }
  }

  private boolean isOwn(String key, Rule.Direction direction, Probe probe) {
    Address own = direction == Rule.Direction.INBOUND ? probe.destination() : probe.source();
    return policy.servers().stream()
        .filter(server -> key.startsWith(server.ref().id()))
        .anyMatch(server -> server.addresses().contains(own));
  }

  private static List<String> keys(RuleSet set, Rule.Direction direction) {
    return set.servers().isEmpty()
        ? List.of(set.id() + direction)
        : set.servers().stream().map(server -> server.ref().id() + direction).toList();
  }

  /** A connection that the artefact decided as the policy does, and now decides otherwise. */
  private Probe differing(
      RuleSet set,
      Rule.Direction direction,
      String key,
      PacketFilter before,
      PacketFilter after,
      Random random) {
    List<Address> own =
        policy.servers().stream()
            .filter(server -> key.startsWith(server.ref().id()))
            .flatMap(server -> server.addresses().stream())
            .toList();
    if (direction != Rule.Direction.FORWARD && own.isEmpty()) {
      return null;
    }
    Probes probes = new Probes(List.of(before, after), random);
    for (int i = 0; i < PROBES; i++) {
      Probe probe = probes.next();
      if (direction != Rule.Direction.FORWARD) {
        boolean inbound = direction == Rule.Direction.INBOUND;
        Address side = own.get(random.nextInt(own.size()));
        Address peer = inbound ? probe.source() : probe.destination();
        if (side.v6() != peer.v6() || own.contains(peer)) {
          continue;
        }
        probe = new Probe(inbound ? peer : side, inbound ? side : peer, probe.point());
      }
      Outcome was = masked(Probes.decide(before, probe));
      Outcome is = masked(Probes.decide(after, probe));
      if (!was.equals(is) && was.equals(masked(expected(set, direction, probe)))) {
        return probe;
      }
    }
    return null;
  }

  /** What the rules of the policy say of a connection. */
  private static Outcome expected(RuleSet set, Rule.Direction direction, Probe probe) {
    int point = probe.point();
    int protocol = ServiceLine.protocol(point);
    Connection connection =
        new Connection(
            set.domain(),
            probe.source(),
            probe.destination(),
            protocol,
            ServiceLine.port(point),
            ServiceLine.icmpType(point),
            ServiceLine.icmpCode(point));
    for (Rule rule : set.rules(direction)) {
      if (rule.matches(connection)) {
        return new Outcome(rule.action() == Rule.Action.PERMIT, rule.log(), rule.alert() != null);
      }
    }
    return Outcome.DENY_LOG;
  }

  private Outcome masked(Outcome outcome) {
    return new Outcome(
        outcome.permits(),
        outcome.logs() && capabilities.contains(Capability.LOG),
        outcome.alerts() && capabilities.contains(Capability.ALERT));
  }

  /** Filters by rule set or host, and direction; empty if something was not understood. */
  Optional<Map<String, PacketFilter>> read(FolderFiles files) throws Exception {
    RuleBase read;
    try {
      read =
          RuleBaseReaders.of(platform)
              .orElseThrow()
              .read(files, HostsReadBack.addresses(policy), Progress.NONE);
    } catch (RuleBaseException e) {
      return Optional.empty();
    }
    if (!read.unread().isEmpty()) {
      return Optional.empty();
    }
    Map<String, PacketFilter> filters = new LinkedHashMap<>();
    for (PlacedFilter filter : read.filters()) {
      if (filter.direction() == Rule.Direction.FORWARD) {
        filters.put(filter.ruleSet() + filter.direction(), filter.filter());
      }
      filter.hosts().forEach(host -> filters.put(host + filter.direction(), filter.filter()));
    }
    return Optional.of(filters);
  }
}
