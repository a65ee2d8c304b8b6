package org.firebreak.exports.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.exports.iptables.Iptables;
import org.firebreak.exports.nftables.Nft;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule that somebody adds by hand on a firewall is found in what its kernel lists. */
class LoadedRulesTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "nftables, nft insert rule inet firebreak forward tcp dport 22 accept",
    "iptables, ip6tables -I FORWARD -p tcp --dport 22 -j ACCEPT"
  })
  void aRuleAddedByHandIsFound(String platform, String command) throws Exception {
    Assumptions.assumeTrue(Nft.isRoot(), "skipped: only root may lay out network namespaces");
    Nft.assumeAvailable();
    if (platform.equals("iptables")) {
      Iptables.assumeAvailable();
    }
    DesignBuilder builder = new DesignBuilder("by hand", StrategyKind.GROUP);
    builder.server(builder.group(null, "clients"), "client", "10.0.0.1", "fd00::1");
    builder.server(builder.group(null, "servers"), "server", "10.0.1.1", "fd00:1::1");
    builder.flow("clients", "servers", "tcp/443", "udp/1000-2000", "icmp/8");
    CompiledPolicy policy =
        PolicyCompiler.compile(builder.design(), CompileOptions.on(LocalDate.of(2026, 1, 1)));
    ExportReport report =
        BundleWriter.write(
            folder.resolve("bundle"), policy, Exporters.byIds(platform), Map.of(), Progress.NONE);
    Map<String, Path> rulesets = Enforcement.rulesets(report, platform);
    assertThat(rulesets).containsOnlyKeys(LabNetwork.ROUTER);
    Path ruleset = rulesets.get(LabNetwork.ROUTER);
    Map<String, List<Address>> hosts = LabSample.hosts(policy);
    try (LabNetwork network = LabNetwork.create(folder, hosts, List.of())) {
      network.load(
          Map.of(
              LabNetwork.ROUTER, Enforcement.apply(report, platform, ruleset, LabNetwork.ROUTER)),
          20_000);
      LoadedRules.areThePolicy(network, policy, report, rulesets, "as-loaded");
      network.exec(LabNetwork.ROUTER, command);

      assertThatThrownBy(
              () -> LoadedRules.areThePolicy(network, policy, report, rulesets, "changed"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("tcp/22");
    }
  }
}
