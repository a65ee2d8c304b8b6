package org.firebreak.exports.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.exports.iptables.Iptables;
import org.firebreak.exports.nftables.Nft;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The hosts of three samples open real TCP and UDP connections, and ping, over IPv4 and IPv6, for
 * every ordered pair on every service of the design, its tripwires and two ports of neither, with
 * the exported rulesets loaded. What happens is what the policy says, the logs show it, and what
 * the kernel says it has loaded is the policy over all connections. Rulesets are loaded by {@code
 * apply.sh}. With {@code -Dfirebreak.lab=all}, the full product of samples, platforms and
 * strategies.
 */
class LabEnforcementTest {
  private static final List<String> SAMPLES =
      List.of("lab-shop", "active-directory", "online-boutique");

  private static final List<String> PLATFORMS = List.of("nftables", "iptables");

  /**
   * Every sample with every platform takes minutes; without it, two samples alternate platforms.
   */
  private static final boolean ALL = "all".equals(System.getProperty("firebreak.lab"));

  @TempDir static Path folder;

  private static String laidOut;
  private static Enforcement enforcement;

  @BeforeAll
  static void checkTools() throws Exception {
    Assumptions.assumeTrue(Nft.isRoot(), "skipped: only root may lay out network namespaces");
    for (String program : List.of("ip", "nft", "tcpdump")) {
      Assumptions.assumeTrue(
          Nft.isOnPath(program),
          "skipped: " + program + " is not installed (packages iproute2, nftables and tcpdump)");
    }
    Nft.Result probe = Nft.run(List.of("ip", "link", "add", "x", "type", "veth"));
    Assumptions.assumeTrue(
        probe.exit() == 0,
        "skipped: network namespaces are not available: " + probe.output().strip());
  }

  @AfterAll
  static void tearDown() throws Exception {
    if (enforcement != null) {
      enforcement.close();
    }
  }

  /** By sample, so that each is laid out once. */
  static List<Arguments> policies() {
    List<Arguments> policies = new ArrayList<>();
    for (int sample = 0; sample < SAMPLES.size(); sample++) {
      for (int platform = 0; platform < PLATFORMS.size(); platform++) {
        for (StrategyKind strategy : StrategyKind.values()) {
          if (ALL || sample == 0 || (sample + platform + strategy.ordinal()) % 2 == 0) {
            policies.add(Arguments.of(SAMPLES.get(sample), PLATFORMS.get(platform), strategy));
          }
        }
      }
    }
    return policies;
  }

  @ParameterizedTest(name = "{0}, {1}, {2}")
  @MethodSource("policies")
  void hostsDoWhatThePolicySays(String sample, String platform, StrategyKind strategy)
      throws Exception {
    if (platform.equals("iptables")) {
      Iptables.assumeAvailable();
    }
    if (!sample.equals(laidOut)) {
      tearDown();
      enforcement = null;
      enforcement = Enforcement.of(new LabSample(sample), folder);
      laidOut = sample;
    }
    enforcement.everyPairIsAsThePolicySays(platform, strategy);
  }
}
