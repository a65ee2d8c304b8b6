package org.firebreak.exports.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.exports.iptables.Iptables;
import org.firebreak.exports.nftables.Nft;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * While the ruleset of a server is replaced 50 times, each connection that both rulesets permit is
 * answered without a lost packet, and none that both deny is.
 */
class AtomicLoadTest {
  private static final int REPLACEMENTS = 50;
  private static final int CONNECTIONS = 1000;
  private static final long BATCH_MILLIS = 2500;
  private static final int PORT = 443;
  private static final Address SERVER = Address.parse("10.0.0.1");
  private static final Address CLIENT = Address.parse("10.0.1.1");
  private static final Address INTRUDER = Address.parse("10.0.2.1");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"nftables", "iptables"})
  void noConnectionSeesTheReplacement(String platform) throws Exception {
    Assumptions.assumeTrue(Nft.isRoot(), "skipped: only root may lay out network namespaces");
    Assumptions.assumeTrue(Nft.isOnPath("ip"), "skipped: ip is not installed (package iproute2)");
    Nft.assumeAvailable();
    if (platform.equals("iptables")) {
      Iptables.assumeAvailable();
    }
    List<Path> rulesets = List.of(export(platform, false), export(platform, true));
    assertThat(rulesets.get(0)).isNotEqualTo(rulesets.get(1));
    Map<String, List<Address>> hosts = new LinkedHashMap<>();
    hosts.put("server", List.of(SERVER));
    hosts.put("client", List.of(CLIENT));
    hosts.put("intruder", List.of(INTRUDER));
    try (LabNetwork network = LabNetwork.create(folder, hosts, List.of("tcp:" + PORT))) {
      network.load(Map.of("server", apply(rulesets.get(0))), 10_000);
      for (String host : hosts.keySet()) {
        network.exec(host, "echo 10000 60000 > /proc/sys/net/ipv4/ip_local_port_range");
      }
      Process replacing = replace(network, rulesets);
      int batches = 0;
      try {
        while (replacing.isAlive()) {
          batches++;
          List<Attempt> permitted = attempts("client", CLIENT);
          List<Attempt> denied = attempts("intruder", INTRUDER);
          network.agent("client").begin(permitted, BATCH_MILLIS);
          network.agent("intruder").begin(denied, BATCH_MILLIS);
          assertThat(network.agent("client").opened(permitted)).hasSize(CONNECTIONS);
          assertThat(network.agent("intruder").opened(denied)).isEmpty();
        }
      } catch (IOException | AssertionError e) {
        replacing.destroy();
        throw e;
      }
      String output = new String(replacing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(replacing.waitFor()).as(output).isZero();
      assertThat(output.lines().filter(line -> line.contains("loaded and kept")).toList())
          .hasSize(REPLACEMENTS);
      assertThat(batches).isPositive();
      // a packet lost to a gap would have been sent again a second later
      assertThat(retransmissions(network)).isZero();
    }
  }

  /** The ruleset of the server; the larger one permits more, from other hosts. */
  private Path export(String platform, boolean large) throws Exception {
    DesignBuilder builder = new DesignBuilder("atomic", StrategyKind.MICRO);
    builder.server(builder.group(null, "servers"), "server", SERVER.toString());
    builder.server(builder.group(null, "clients"), "client", CLIENT.toString());
    builder.server(builder.group(null, "strangers"), "intruder", INTRUDER.toString());
    builder.flow("clients", "servers", "tcp/" + PORT);
    for (int i = 1; large && i <= 40; i++) {
      var group = builder.group(null, "more" + i);
      builder.server(group, "more" + i + "a", "10.1." + i + ".1");
      builder.server(group, "more" + i + "b", "10.1." + i + ".3");
      builder.flow("more" + i, "servers", "tcp/" + PORT, "udp/53").setLog(i % 2 == 0);
    }
    Design design = builder.design();
    Path bundle = folder.resolve(large ? "large" : "small");
    BundleWriter.write(
        bundle,
        PolicyCompiler.compile(design, CompileOptions.on(LocalDate.of(2026, 1, 1))),
        Exporters.byIds(platform),
        Map.of(),
        Progress.NONE);
    for (String line : Files.readAllLines(bundle.resolve(platform + "/hosts.csv"))) {
      if (line.startsWith("server,") && !line.startsWith("server,tenant")) {
        return bundle.resolve(platform).resolve(line.split(",")[3]);
      }
    }
    throw new IOException("the server has no ruleset");
  }

  private String apply(Path ruleset) {
    return "sh '%s/apply.sh' -t 0 -s '%s/state' -b '%s/boot' '%s'"
        .formatted(ruleset.getParent().getParent(), folder, folder, ruleset);
  }

  private Process replace(LabNetwork network, List<Path> rulesets) throws IOException {
    String script =
        "set -e; for i in $(seq %d); do %s; %s; done"
            .formatted(REPLACEMENTS / 2, apply(rulesets.get(1)), apply(rulesets.get(0)));
    return LabNetwork.command(
            List.of("ip", "netns", "exec", network.namespace("server"), "sh", "-c", script))
        .redirectErrorStream(true)
        .start();
  }

  private static List<Attempt> attempts(String from, Address source) {
    List<Attempt> attempts = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      attempts.add(new Attempt(from + i, source, SERVER, "tcp", PORT));
    }
    return attempts;
  }

  /** How often the client had to repeat the first packet of a connection. */
  private static long retransmissions(LabNetwork network) throws IOException {
    String[] lines = network.exec("client", "grep ^TcpExt: /proc/net/netstat").split("\n");
    List<String> names = List.of(lines[0].split(" "));
    return Long.parseLong(lines[1].split(" ")[names.indexOf("TCPSynRetrans")]);
  }
}
