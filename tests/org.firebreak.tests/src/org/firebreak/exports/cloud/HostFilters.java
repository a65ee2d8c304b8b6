package org.firebreak.exports.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.ComparisonScope;
import org.firebreak.core.packets.FilterComparison;
import org.firebreak.core.packets.FilterDifference;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RolloutPhase;
import org.firebreak.core.policy.RolloutPlan;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.exports.Capability;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.model.EnforcementKind;
import org.firebreak.rulebase.HostAddresses;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.readers.RuleBaseReaders;

/**
 * Exports a design to a platform of hosts, reads the files back and compares them exactly with the
 * rules of each class of hosts. A difference is accepted only if a limitation names its rule.
 */
public final class HostFilters {
  private static final CompileOptions OPTIONS = CompileOptions.on(LocalDate.of(2026, 1, 1));

  private final CompiledPolicy policy;
  private final Exporter exporter;
  private final ExportReport report;
  private final RuleBase read;
  private int compared;

  private HostFilters(
      Path folder,
      Design design,
      CompileOptions options,
      String platform,
      Map<String, String> settings)
      throws Exception {
    policy = PolicyCompiler.compile(design, options);
    exporter = Exporters.byIds(platform).get(0);
    report = BundleWriter.write(folder, policy, List.of(exporter), settings, Progress.NONE);
    read =
        RuleBaseReaders.of(platform)
            .orElseThrow()
            .read(new FolderFiles(folder.resolve(platform)), addresses(policy), Progress.NONE);
  }

  /** Exports and compares; the result is for further checks. */
  public static HostFilters check(
      Path folder, Design design, String platform, Map<String, String> settings) throws Exception {
    return check(folder, design, OPTIONS, platform, settings);
  }

  /** The same with other options of compilation. */
  public static HostFilters check(
      Path folder,
      Design design,
      CompileOptions options,
      String platform,
      Map<String, String> settings)
      throws Exception {
    HostFilters filters = new HostFilters(folder, design, options, platform, settings);
    filters.compare();
    return filters;
  }

  /** Exports and compares in a phase of the roll-out. */
  public static HostFilters checkPhase(
      Path folder, Design design, RolloutPhase phase, String platform) throws Exception {
    CompileOptions options = OPTIONS.withRollout(RolloutPlan.of(phase));
    return check(folder, design, options, platform, Map.of());
  }

  private static HostAddresses addresses(CompiledPolicy policy) {
    Map<String, AddressSet> byId = new HashMap<>();
    for (PolicyServer server : policy.servers()) {
      byId.put(
          server.ref().id(),
          AddressSet.of(server.addresses().stream().map(AddressRange::of).toList()));
    }
    return host -> byId.getOrDefault(host, AddressSet.EMPTY);
  }

  public CompiledPolicy policy() {
    return policy;
  }

  public ExportReport report() {
    return report;
  }

  public RuleBase read() {
    return read;
  }

  /** How many filters were compared. */
  public int compared() {
    return compared;
  }

  private void compare() {
    assertThat(read.unread()).isEmpty();
    Map<String, List<PlacedFilter>> byHost = new HashMap<>();
    for (PlacedFilter filter : read.filters()) {
      filter
          .hosts()
          .forEach(
              host ->
                  byHost
                      .computeIfAbsent(host + filter.direction(), key -> new ArrayList<>())
                      .add(filter));
    }
    for (RuleSet set : policy.ruleSets()) {
      if (set.kind() == EnforcementKind.HOST) {
        for (Rule.Direction direction : List.of(Rule.Direction.INBOUND, Rule.Direction.OUTBOUND)) {
          PacketFilter expected = expected(set, direction);
          Set<PlacedFilter> seen = new HashSet<>();
          for (PolicyServer server : set.servers()) {
            List<PlacedFilter> filters = byHost.get(server.ref().id() + direction);
            assertThat(filters).as("%s %s", server.ref().name(), direction).isNotEmpty();
            seen.addAll(filters);
          }
          for (PlacedFilter filter : seen) {
            assertThat(filter.ruleSet()).isEqualTo(set.id());
            compare(set, expected, filter);
          }
        }
      }
    }
  }

  private void compare(RuleSet set, PacketFilter expected, PlacedFilter actual) {
    compared++;
    ComparisonScope scope =
        new ComparisonScope(
            AddressSet.ANY,
            AddressSet.ANY,
            exporter.capabilities().contains(Capability.LOG),
            exporter.capabilities().contains(Capability.ALERT));
    for (FilterDifference difference :
        FilterComparison.compare(expected, actual.filter(), scope, 100, Progress.NONE).first()) {
      assertThat(excused(set, difference))
          .as(
              "%s: %s expected %s by %s, actual %s by %s at %s",
              set.name(),
              difference.connection(),
              difference.expected().outcome(),
              difference.expected().name(),
              difference.actual().outcome(),
              difference.actual().name(),
              difference.actual().place())
          .isTrue();
    }
  }

  private boolean excused(RuleSet set, FilterDifference difference) {
    Outcome expected = difference.expected().outcome();
    Outcome actual = difference.actual().outcome();
    boolean denies = expected.permits() && !actual.permits();
    boolean logsOtherwise =
        expected.permits() == actual.permits() && expected.logs() != actual.logs();
    return (denies || logsOtherwise)
        && report.limitations().stream()
            .anyMatch(
                limitation ->
                    limitation.effect()
                            == (denies ? Limitation.Effect.DENIES_MORE : Limitation.Effect.REDUCED)
                        && (denies || !limitation.logging().isEmpty())
                        && (set.name().equals(limitation.ruleSet())
                                && difference.expected().name().equals(limitation.rule())
                            || !denies && isNotLogged(limitation, difference)));
  }

  /** Whether a platform that logs TCP and UDP alone says so, and it is neither. */
  private static boolean isNotLogged(Limitation limitation, FilterDifference difference) {
    int protocol = ServiceLine.protocol(difference.point());
    return limitation.ruleSet() == null
        && limitation.reason().contains("log entries of TCP and UDP alone")
        && limitation.logging().contains(Limitation.Logging.NO_LOG)
        && difference.expected().outcome().logs()
        && protocol != IpProtocols.TCP
        && protocol != IpProtocols.UDP;
  }

  private static PacketFilter expected(RuleSet set, Rule.Direction direction) {
    List<FilterRule> rules = new ArrayList<>();
    for (Rule rule : set.rules(direction)) {
      rules.add(
          new FilterRule(
              rule.id(),
              set.id(),
              rule.source().addresses(),
              rule.destination().addresses(),
              rule.services().isEmpty() ? ServiceLine.ANY : ServiceLine.of(rule.services()),
              new Outcome(rule.action() == Rule.Action.PERMIT, rule.log(), rule.alert() != null)));
    }
    return new PacketFilter(rules, rules.get(rules.size() - 1));
  }
}
