package org.firebreak.exports.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.exports.iptables.Iptables;
import org.firebreak.exports.nftables.Nft;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A quarantine ends connections that run already, whichever end opened them, at the host itself and
 * at each of its peers; those of responders go on.
 */
class QuarantineCutsTest {
  private static final Map<String, List<Address>> HOSTS = new LinkedHashMap<>();

  static {
    HOSTS.put("suspect", List.of(Address.parse("10.0.0.1")));
    HOSTS.put("client", List.of(Address.parse("10.0.1.1")));
    HOSTS.put("helper", List.of(Address.parse("10.0.2.1")));
  }

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"nftables, suspect", "nftables, client", "iptables, suspect", "iptables, client"})
  void runningConnectionsEnd(String platform, String where) throws Exception {
    Assumptions.assumeTrue(Nft.isRoot(), "skipped: only root may lay out network namespaces");
    Assumptions.assumeTrue(Nft.isOnPath("ip"), "skipped: ip is not installed (package iproute2)");
    Nft.assumeAvailable();
    if (platform.equals("iptables")) {
      Iptables.assumeAvailable();
    }
    DesignBuilder builder = new DesignBuilder("cut", StrategyKind.MICRO);
    HOSTS.forEach(
        (host, addresses) ->
            builder.server(builder.group(null, host + "s"), host, addresses.get(0).toString()));
    builder.flow("clients", "suspects", "udp/53");
    builder.flow("suspects", "clients", "udp/53");
    builder.flow("helpers", "suspects", "udp/53");
    String helper = builder.end("helper").getId();
    String suspect = builder.end("suspect").getId();
    CompileOptions options = CompileOptions.on(LocalDate.of(2026, 1, 1));
    Map<String, String> before = export(builder, platform, options);
    Map<String, String> after =
        export(builder, platform, options.withQuarantined(Set.of(suspect), Set.of(helper)));
    try (LabNetwork network = LabNetwork.create(folder, HOSTS, List.of("udp:53"))) {
      network.load(before, 10_000);
      // one source port, so that each attempt belongs to the connection of the one before
      for (String host : HOSTS.keySet()) {
        network.exec(host, "echo 20000 20000 > /proc/sys/net/ipv4/ip_local_port_range");
      }
      assertThat(answered(network, "client", "suspect")).isTrue();
      assertThat(answered(network, "suspect", "client")).isTrue();
      assertThat(answered(network, "helper", "suspect")).isTrue();
      network.exec(where, after.get(where));
      assertThat(answered(network, "client", "suspect")).as("opened by a peer").isFalse();
      assertThat(answered(network, "suspect", "client")).as("opened by the suspect").isFalse();
      assertThat(answered(network, "helper", "suspect")).as("opened by a responder").isTrue();
    }
  }

  private static boolean answered(LabNetwork network, String from, String to) throws IOException {
    Address source = HOSTS.get(from).get(0);
    List<Attempt> one = List.of(new Attempt(from, source, HOSTS.get(to).get(0), "udp", 53));
    network.agent(from).begin(one, 1500);
    return !network.agent(from).opened(one).isEmpty();
  }

  /** Commands that load the ruleset of each host. */
  private Map<String, String> export(DesignBuilder builder, String platform, CompileOptions options)
      throws IOException {
    Path bundle = Files.createTempDirectory(folder, "bundle").resolve("policy");
    BundleWriter.write(
        bundle,
        PolicyCompiler.compile(builder.design(), options),
        Exporters.byIds(platform),
        Map.of(),
        Progress.NONE);
    Map<String, String> commands = new LinkedHashMap<>();
    for (String line : Files.readAllLines(bundle.resolve(platform + "/hosts.csv"))) {
      String[] cells = line.split(",");
      if (HOSTS.containsKey(cells[0])) {
        commands.put(
            cells[0],
            "sh %s/apply.sh -t 0 -s %s/state/%s -b %s/boot/%s %s"
                .formatted(
                    bundle.resolve(platform),
                    folder,
                    cells[0],
                    folder,
                    cells[0],
                    bundle.resolve(platform).resolve(cells[3])));
      }
    }
    return commands;
  }
}
