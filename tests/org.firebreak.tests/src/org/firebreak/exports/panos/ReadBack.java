package org.firebreak.exports.panos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.ComparisonScope;
import org.firebreak.core.packets.FilterComparison;
import org.firebreak.core.packets.FilterDifference;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.EnforcementKind;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.readers.RuleBaseReaders;

/** Exports, reads back and compares exactly. */
final class ReadBack {
  private final CompiledPolicy policy;
  private final ExportReport report;
  private final RuleBase read;

  private ReadBack(CompiledPolicy policy, ExportReport report, RuleBase read) {
    this.policy = policy;
    this.report = report;
    this.read = read;
  }

  static ReadBack of(
      CompiledPolicy policy, String platform, Path folder, Map<String, String> settings)
      throws Exception {
    ExportReport report =
        BundleWriter.write(folder, policy, Exporters.byIds(platform), settings, Progress.NONE);
    return of(policy, platform, report);
  }

  static ReadBack of(CompiledPolicy policy, String platform, ExportReport report) throws Exception {
    Map<String, AddressSet> hosts = new HashMap<>();
    for (PolicyServer server : policy.servers()) {
      hosts.put(server.ref().id(), addresses(List.of(server)));
    }
    RuleBase read =
        RuleBaseReaders.of(platform)
            .orElseThrow()
            .read(
                new FolderFiles(report.folder().resolve(platform)),
                host -> hosts.getOrDefault(host, AddressSet.EMPTY),
                Progress.NONE);
    return new ReadBack(policy, report, read);
  }

  private static AddressSet addresses(List<PolicyServer> servers) {
    return AddressSet.of(
        servers.stream()
            .flatMap(server -> server.addresses().stream())
            .map(AddressRange::of)
            .toList());
  }

  RuleBase read() {
    return read;
  }

  ExportReport report() {
    return report;
  }

  /** Asserts that every rule set has one filter, and that it decides alike but for limitations. */
  void assertEqualsPolicy(EnforcementKind kind) {
    assertThat(read.unread()).isEmpty();
    assertThat(differences(kind)).isEmpty();
  }

  /** Differences that no limitation declares. */
  List<String> differences(EnforcementKind kind) {
    List<String> found = new ArrayList<>();
    int filters = 0;
    for (RuleSet set : policy.ruleSets()) {
      if (set.kind() != kind) {
        continue;
      }
      for (Rule.Direction direction : Rule.Direction.values()) {
        if (!set.rules(direction).isEmpty()) {
          filters++;
          compare(set, direction, found);
        }
      }
    }
    assertThat(read.filters()).hasSize(filters);
    return found;
  }

  private void compare(RuleSet set, Rule.Direction direction, List<String> found) {
    List<PlacedFilter> placed =
        read.filters().stream()
            .filter(each -> set.id().equals(each.ruleSet()) && each.direction() == direction)
            .toList();
    assertThat(placed).as(set.name()).hasSize(1);
    assertThat(placed.get(0).hosts())
        .containsExactlyElementsOf(
            set.servers().stream().map(server -> server.ref().id()).toList());
    List<PolicyServer> servers = set.servers();
    if (direction == Rule.Direction.FORWARD) {
      compare(set, direction, placed.get(0).filter(), ComparisonScope.ALL, found);
    }
    for (PolicyServer server : servers) {
      AddressSet own = addresses(List.of(server));
      AddressSet others = AddressSet.ANY.minus(own);
      ComparisonScope scope =
          direction == Rule.Direction.INBOUND
              ? ComparisonScope.ALL.between(others, own)
              : ComparisonScope.ALL.between(own, others);
      compare(set, direction, placed.get(0).filter(), scope, found);
    }
  }

  private void compare(
      RuleSet set,
      Rule.Direction direction,
      PacketFilter actual,
      ComparisonScope scope,
      List<String> found) {
    for (FilterDifference each :
        FilterComparison.compare(
                expected(set, direction), actual, scope, FilterComparison.FOR_PEOPLE, Progress.NONE)
            .first()) {
      if (!isDeclared(set, each)) {
        found.add(
            "%s %s: %s: expected %s by %s, is %s by %s"
                .formatted(
                    set.name(),
                    direction,
                    each.connection(),
                    each.expected().outcome(),
                    each.expected().name(),
                    each.actual().outcome(),
                    each.actual().name()));
      }
    }
  }

  private boolean isDeclared(RuleSet set, FilterDifference each) {
    Outcome expected = each.expected().outcome();
    Limitation.Effect effect =
        expected.permits() == each.actual().outcome().permits()
            ? Limitation.Effect.REDUCED
            : expected.permits() ? Limitation.Effect.DENIES_MORE : Limitation.Effect.PERMITS_MORE;
    return report.limitations().stream()
        .anyMatch(
            limitation ->
                limitation.effect() == effect
                    && set.name().equals(limitation.ruleSet())
                    && each.expected().name().equals(limitation.rule()));
  }

  private static PacketFilter expected(RuleSet set, Rule.Direction direction) {
    List<FilterRule> rules =
        set.rules(direction).stream()
            .map(
                rule ->
                    new FilterRule(
                        rule.id(),
                        set.name(),
                        rule.source().addresses(),
                        rule.destination().addresses(),
                        rule.services().isEmpty()
                            ? ServiceLine.ANY
                            : ServiceLine.of(rule.services()),
                        new Outcome(
                            rule.action() == Rule.Action.PERMIT, rule.log(), rule.alert() != null)))
            .collect(Collectors.toList());
    FilterRule last =
        new FilterRule(
            "none", "", AddressSet.ANY, AddressSet.ANY, ServiceLine.ANY, Outcome.DENY_LOG);
    return new PacketFilter(rules, last);
  }
}
