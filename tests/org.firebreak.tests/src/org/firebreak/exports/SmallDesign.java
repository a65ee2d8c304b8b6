package org.firebreak.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.firebreak.model.Design;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;

/** Designs of six servers whose rules are few enough to be compared connection by connection. */
public final class SmallDesign {
  private SmallDesign() {}

  /**
   * Makes a design.
   *
   * @param services what its flows use
   */
  public static Design of(int flows, long seed, List<String> services) {
    Random random = new Random(seed);
    DesignBuilder builder = new DesignBuilder("small " + seed, StrategyKind.MICRO);
    List<String> ends = new ArrayList<>(List.of("net", "*"));
    for (int g = 0; g < 3; g++) {
      ServerGroup group = builder.group(null, "group" + g);
      ends.add("group" + g);
      for (int s = 0; s < 2; s++) {
        String name = "server" + g + s;
        builder.server(group, name, "10.0." + g + "." + (s + 1), "2001:db8:" + g + "::" + (s + 1));
        ends.add(name);
      }
    }
    builder.external("net", "10.0.0.0/23", "192.0.2.0/24", "2001:db8::/47");
    builder.external("*", "0.0.0.0/0", "::/0");
    for (int f = 0; f < flows; f++) {
      builder
          .flow(
              ends.get(random.nextInt(ends.size())),
              ends.get(random.nextInt(ends.size())),
              services.get(random.nextInt(services.size())))
          .setLog(random.nextBoolean());
    }
    builder.tripwire("Shells", Severity.HIGH, "tcp/22");
    return builder.design();
  }
}
