package org.firebreak.exports.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
import org.firebreak.exports.Limitation;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.EnforcementKind;
import org.firebreak.rulebase.HostAddresses;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.RuleFiles;
import org.firebreak.rulebase.readers.RuleBaseReaders;

/** Exports a policy, reads it back and compares it with the compiled rules over all connections. */
final class HostFilters {
  final ExportReport report;
  final RuleBase ruleBase;
  private final CompiledPolicy policy;
  private final Map<String, AddressSet> addresses = new HashMap<>();

  private HostFilters(
      Path folder, CompiledPolicy policy, String platform, Map<String, String> settings)
      throws IOException {
    this.policy = policy;
    report = BundleWriter.write(folder, policy, Exporters.byIds(platform), settings, Progress.NONE);
    for (PolicyServer server : policy.servers()) {
      addresses.put(
          server.ref().id(),
          AddressSet.of(server.addresses().stream().map(AddressRange::of).toList()));
    }
    HostAddresses hosts = id -> addresses.getOrDefault(id, AddressSet.EMPTY);
    ruleBase =
        RuleBaseReaders.of(platform)
            .orElseThrow()
            .read(files(folder.resolve(platform)), hosts, Progress.NONE);
  }

  static HostFilters export(
      Path folder, CompiledPolicy policy, String platform, Map<String, String> settings)
      throws IOException {
    return new HostFilters(folder, policy, platform, settings);
  }

  static RuleFiles files(Path root) throws IOException {
    List<String> paths = new ArrayList<>();
    if (Files.exists(root)) {
      try (Stream<Path> all = Files.walk(root)) {
        all.filter(Files::isRegularFile)
            .map(file -> root.relativize(file).toString().replace('\\', '/'))
            .sorted()
            .forEach(paths::add);
      }
    }
    return new RuleFiles() {
      @Override
      public List<String> paths() {
        return paths;
      }

      @Override
      public InputStream open(String path) throws IOException {
        return Files.newInputStream(root.resolve(path));
      }
    };
  }

  /**
   * Asserts that every host does what its rules say, but for permits that a limitation names.
   *
   * @param logs whether log entries matter
   * @return number of differences that limitations explain
   */
  int assertEqual(boolean logs) {
    assertThat(ruleBase.unread()).isEmpty();
    int explained = 0;
    Map<String, PlacedFilter> byHost = new HashMap<>();
    for (PlacedFilter placed : ruleBase.filters()) {
      for (String host : placed.hosts()) {
        assertThat(byHost.put(host + placed.direction(), placed)).isNull();
      }
    }
    Set<String> deniesMore = new HashSet<>();
    for (Limitation limitation : report.platforms().get(0).limitations()) {
      if (limitation.effect() == Limitation.Effect.DENIES_MORE) {
        deniesMore.add(limitation.ruleSet() + " " + limitation.rule());
      }
    }
    for (RuleSet set : policy.ruleSets()) {
      if (set.kind() == EnforcementKind.HOST) {
        for (Rule.Direction direction : List.of(Rule.Direction.INBOUND, Rule.Direction.OUTBOUND)) {
          explained += compare(set, direction, byHost, deniesMore, logs);
        }
      }
    }
    return explained;
  }

  private int compare(
      RuleSet set,
      Rule.Direction direction,
      Map<String, PlacedFilter> byHost,
      Set<String> deniesMore,
      boolean logs) {
    Map<PlacedFilter, AddressSet> own = new HashMap<>();
    for (PolicyServer server : set.servers()) {
      PlacedFilter placed = byHost.get(server.ref().id() + direction);
      assertThat(placed).as(server.ref().name()).isNotNull();
      own.merge(placed, addresses.get(server.ref().id()), AddressSet::union);
    }
    PacketFilter expected = filter(set.rules(direction));
    int explained = 0;
    for (Map.Entry<PlacedFilter, AddressSet> entry : own.entrySet()) {
      boolean inbound = direction == Rule.Direction.INBOUND;
      ComparisonScope scope =
          new ComparisonScope(
              inbound ? AddressSet.ANY : entry.getValue(),
              inbound ? entry.getValue() : AddressSet.ANY,
              logs,
              false);
      for (FilterDifference difference :
          FilterComparison.compare(expected, entry.getKey().filter(), scope, 10_000, Progress.NONE)
              .first()) {
        assertThat(
                difference.expected().outcome().permits()
                    && !difference.actual().outcome().permits()
                    && deniesMore.contains(set.name() + " " + difference.expected().name()))
            .as(
                "%s %s: %s expected %s by %s, actual %s by %s",
                set.name(),
                direction,
                difference.connection(),
                difference.expected().outcome(),
                difference.expected().name(),
                difference.actual().outcome(),
                difference.actual().name())
            .isTrue();
        explained++;
      }
    }
    return explained;
  }

  /** The rules of one direction as a filter; the last one matches everything. */
  static PacketFilter filter(List<Rule> rules) {
    List<FilterRule> all = new ArrayList<>();
    for (Rule rule : rules) {
      all.add(
          new FilterRule(
              rule.id(),
              rule.id(),
              rule.source().addresses(),
              rule.destination().addresses(),
              rule.services().isEmpty() ? ServiceLine.ANY : ServiceLine.of(rule.services()),
              new Outcome(rule.action() == Rule.Action.PERMIT, rule.log(), rule.alert() != null)));
    }
    return new PacketFilter(all.subList(0, all.size() - 1), all.get(all.size() - 1));
  }
}
