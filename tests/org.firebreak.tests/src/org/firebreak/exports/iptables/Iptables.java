package org.firebreak.exports.iptables;

import java.util.List;
import org.firebreak.exports.nftables.Nft;
import org.junit.jupiter.api.Assumptions;

/** The real iptables and ipset. */
public final class Iptables {
  private Iptables() {}

  /** Skips the test, saying why, where the programs or the kernel's part of them are missing. */
  public static void assumeAvailable() throws Exception {
    assumeAvailable("");
  }

  /**
   * Like {@link #assumeAvailable()}, for one interface to the kernel.
   *
   * @param variant {@code -nft}, {@code -legacy}, or nothing for the usual one
   */
  static void assumeAvailable(String variant) throws Exception {
    Nft.assumeAvailable();
    for (String program : List.of("iptables", "ip6tables")) {
      String restore = program + variant + "-restore";
      Assumptions.assumeTrue(
          Nft.isOnPath(restore), "skipped: " + restore + " is not installed (package iptables)");
    }
    Assumptions.assumeTrue(
        Nft.isOnPath("ipset"), "skipped: ipset is not installed (package ipset)");
    String rule =
        " -A INPUT -p tcp -m set --match-set probe src -m multiport --dports 1,2"
            + " -m conntrack --ctstate NEW -m comment --comment x -j LOG";
    Nft.Result probe =
        Nft.run(List.of("sh", "-c", "ipset create probe hash:net && iptables" + variant + rule));
    Assumptions.assumeTrue(
        probe.exit() == 0, "skipped: the kernel has no part for it: " + probe.output().strip());
  }
}
