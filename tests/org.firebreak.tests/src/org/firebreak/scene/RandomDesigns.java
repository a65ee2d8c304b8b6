package org.firebreak.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.firebreak.model.Design;
import org.firebreak.model.FlowState;
import org.firebreak.model.Risk;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.TrustLevel;
import org.firebreak.model.Zone;

/** Designs of any size from a seed: nested zones, groups in and outside zones, lone servers. */
public final class RandomDesigns {
  private static final String[] SERVICES = {
    "https", "ssh", "dns", "tcp/8080", "postgres", "http", "udp/514", "tcp/9000-9010"
  };

  private RandomDesigns() {}

  public static Design create(long seed, int zones, int groups, int flows) {
    Random random = new Random(seed);
    Designs d = new Designs("Random " + seed);
    List<Zone> all = new ArrayList<>();
    for (int i = 0; i < zones; i++) {
      TrustLevel trust = TrustLevel.values()[random.nextInt(TrustLevel.values().length)];
      boolean nested = i > 1 && random.nextInt(4) == 0;
      all.add(
          nested
              ? d.zoneIn(all.get(random.nextInt(all.size())), "zone" + i, trust)
              : d.zone("zone" + i, trust));
    }
    List<String> ends = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      Risk risk = Risk.values()[random.nextInt(4)];
      Zone zone = all.isEmpty() || random.nextInt(10) == 0 ? null : pick(random, all);
      if (random.nextInt(6) == 0) {
        ends.add(d.server(zone, "lone" + i, risk, "10.9.0." + i).getName());
      } else {
        ServerGroup group = d.group(zone, "group" + i + "-", risk, addresses(random));
        ends.add(group.getName());
        group.getServers().forEach(server -> ends.add(server.getName()));
      }
    }
    all.forEach(zone -> ends.add(zone.getName()));
    ends.add(d.external("Internet", "0.0.0.0/0", "::/0").getName());
    for (int i = 0; i < flows && !ends.isEmpty(); i++) {
      d.flow(pick(random, ends), pick(random, ends), SERVICES[random.nextInt(SERVICES.length)])
          .setState(FlowState.values()[random.nextInt(3)]);
    }
    return d.design();
  }

  private static String[] addresses(Random random) {
    String[] addresses = new String[random.nextInt(5)];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + i;
    }
    return addresses;
  }

  private static <T> T pick(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
