package org.firebreak.exports;

import java.util.Random;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Zone;

/** Designs of any size from a seed. */
public final class LargeDesign {
  private LargeDesign() {}

  public static Design of(
      StrategyKind strategy, int groups, int serversEach, int flows, long seed) {
    Random random = new Random(seed);
    DesignBuilder design = new DesignBuilder("Large " + groups + "x" + serversEach, strategy);
    design.external("*", "0.0.0.0/0", "::/0");
    Zone zone = null;
    for (int g = 0; g < groups; g++) {
      if (g % 20 == 0) {
        zone = design.zone("zone" + g / 20);
      }
      ServerGroup group = design.group(zone, "group" + g);
      for (int s = 0; s < serversEach; s++) {
        int n = s * groups + g; // members are scattered, so that ranges do not merge
        design.server(
            group,
            "g%ds%d".formatted(g, s),
            "10.%d.%d.%d".formatted(n >> 16, n >> 8 & 255, n & 255));
      }
    }
    for (int f = 0; f < flows; f++) {
      String from = "group" + random.nextInt(groups);
      String to = "group" + random.nextInt(groups);
      int kind = random.nextInt(100);
      if (kind == 0) {
        to = "zone" + random.nextInt((groups + 19) / 20);
      } else if (kind == 1) {
        to = "*";
      }
      Flow flow = design.flow(from, to, "tcp/" + (1 + random.nextInt(200) * 7));
      if (random.nextInt(50) == 0) {
        flow.getServices().add(design.service("tcp/80,443,8000-8100"));
      }
    }
    design.tripwire("Administration", Severity.HIGH, "tcp/22", "tcp/23", "tcp/3389");
    return design.design();
  }
}
