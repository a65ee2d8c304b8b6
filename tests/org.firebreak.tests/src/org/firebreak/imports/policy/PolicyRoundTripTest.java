package org.firebreak.imports.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.packets.ComparisonScope;
import org.firebreak.core.packets.FilterComparison;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Samples;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.imports.ImportReport;
import org.firebreak.imports.ImportRequest;
import org.firebreak.imports.Importer;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.io.DesignFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is exported, and imported into the same servers without their flows, permits the same again:
 * compared exactly, over all connections between the servers.
 */
class PolicyRoundTripTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  /** What these enforce is in force at the servers alone, or between them alone. */
  private static final Set<String> AT_HOSTS = Set.of("nsx", "aws", "kubernetes", "cilium");

  private static final Set<String> CENTRAL = Set.of("panos");

  /** These say nothing of ICMP, or not of every type of it. */
  private static final Set<String> WITHOUT_ICMP = Set.of("kubernetes", "cilium");

  @TempDir Path folder;

  static Stream<Arguments> cases() throws Exception {
    List<Arguments> cases = new ArrayList<>();
    for (String sample : Samples.names()) {
      for (StrategyKind strategy : StrategyKind.values()) {
        for (String platform :
            List.of("nftables", "iptables", "panos", "nsx", "aws", "kubernetes", "cilium")) {
          cases.add(Arguments.of(sample, strategy, platform));
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0}, {1}, {2}")
  @MethodSource("cases")
  void permitsTheSameAgain(String sample, StrategyKind strategy, String platform) throws Exception {
    Design design = Samples.load(sample);
    CompileOptions options = CompileOptions.on(DAY).withStrategy(strategy);
    CompiledPolicy policy = PolicyCompiler.compile(design, options);
    Path bundle = folder.resolve("bundle");
    BundleWriter.write(bundle, policy, Exporters.byIds(platform), Map.of(), Progress.NONE);
    if (!Files.isDirectory(bundle.resolve(platform))) {
      return;
    }
    Design servers = withoutFlows(design);

    ImportReport report =
        Importer.run(
            new ModelEdit(servers),
            ImportRequest.ofPolicy(List.of(bundle.resolve(platform))),
            Progress.NONE);

    assertThat(report.rejectedRows()).as(report.notes().toString()).isZero();
    CompiledPolicy again = PolicyCompiler.compile(servers, options);
    List<String> differences = differences(platform, policy, again);
    assertThat(differences).isEmpty();
  }

  private Design withoutFlows(Design design) throws Exception {
    Path file = Files.write(folder.resolve("servers.firebreak"), DesignFile.toBytes(design));
    Design servers = DesignFile.load(file);
    servers.getFlows().clear();
    servers.getTripwires().clear();
    servers.getServices().clear();
    servers.getExternalNetworks().clear();
    return servers;
  }

  private static List<String> differences(
      String platform, CompiledPolicy expected, CompiledPolicy actual) {
    Map<Object, PacketFilter> now = filters(platform, actual);
    List<AddressRange> all = new ArrayList<>();
    expected
        .servers()
        .forEach(
            server -> server.addresses().forEach(address -> all.add(AddressRange.of(address))));
    AddressSet addresses = AddressSet.of(all);
    ComparisonScope scope = new ComparisonScope(addresses, addresses, false, false);
    List<String> differences = new ArrayList<>();
    filters(platform, expected)
        .forEach(
            (key, filter) -> {
              PacketFilter other = now.getOrDefault(key, denyAll());
              FilterComparison.compare(filter, other, scope, 3, Progress.NONE)
                  .first()
                  .forEach(each -> differences.add(key + ": " + each));
            });
    return differences;
  }

  private static PacketFilter denyAll() {
    return new PacketFilter(
        List.of(),
        new FilterRule(
            "none", "none", AddressSet.ANY, AddressSet.ANY, ServiceLine.ANY, Outcome.DENY));
  }

  /** A filter for each central firewall, and for each direction of each host. */
  private static Map<Object, PacketFilter> filters(String platform, CompiledPolicy policy) {
    Map<Object, PacketFilter> filters = new HashMap<>();
    for (RuleSet set : policy.ruleSets()) {
      for (Rule.Direction direction : Rule.Direction.values()) {
        List<FilterRule> rules =
            set.rules().stream()
                .filter(rule -> rule.direction() == direction)
                .map(rule -> filterRule(platform, rule))
                .toList();
        boolean forward = direction == Rule.Direction.FORWARD;
        if (rules.isEmpty() || (forward ? AT_HOSTS : CENTRAL).contains(platform)) {
          continue;
        }
        PacketFilter filter = new PacketFilter(rules, denyAll().last());
        if (forward) {
          filters.put("central " + set.domain().index(), filter);
        } else {
          set.servers().forEach(server -> filters.put(direction + " " + server.ref().id(), filter));
        }
      }
    }
    return filters;
  }

  private static FilterRule filterRule(String platform, Rule rule) {
    Intervals covered =
        WITHOUT_ICMP.contains(platform)
            ? Intervals.union(List.of(ServiceLine.of(6), ServiceLine.of(17), ServiceLine.of(132)))
            : ServiceLine.ANY;
    return new FilterRule(
        rule.id(),
        rule.kind().name(),
        rule.source().addresses(),
        rule.destination().addresses(),
        rule.services().isEmpty() ? covered : ServiceLine.of(rule.services()).intersect(covered),
        rule.action() == Rule.Action.PERMIT ? Outcome.PERMIT : Outcome.DENY);
  }
}
