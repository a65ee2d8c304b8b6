package org.firebreak.exports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.firebreak.model.Design;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Risk;
import org.firebreak.model.Segmentation;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Tenant;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;

/** Small designs with everything that makes rules hard, from a seed. */
public final class RandomDesign {
  private static final String[] SERVICES = {
    "tcp/443", "tcp/22", "tcp/80,443,8000-8100", "udp/53", "udp/514", "tcp/53", "tcp", "sctp/36412",
    "icmp/8", "icmp", "icmpv6/128", "esp", "gre", "any", "tcp/1024-65535", "tcp/3389"
  };

  private final Random random;
  private final DesignBuilder design;
  private final List<String> ends = new ArrayList<>();

  private RandomDesign(StrategyKind strategy, long seed) {
    random = new Random(seed);
    design = new DesignBuilder("Random " + seed, strategy);
  }

  /**
   * A design of some dozen servers.
   *
   * @param flows number of flows; many make exporters use their large forms
   */
  public static Design of(StrategyKind strategy, int flows, long seed) {
    RandomDesign generator = new RandomDesign(strategy, seed);
    generator.addServers();
    generator.addNetworks();
    for (int i = 0; i < flows; i++) {
      generator.addFlow();
    }
    generator.design.tripwire("Shells", Severity.HIGH, "tcp/22", "tcp/23");
    generator.design.tripwire("Desktops", Severity.CRITICAL, "tcp/3389", "tcp/22", "icmp/8");
    return generator.design.design();
  }

  /** A design with two tenants that share some addresses, and two firewalls that overlap. */
  public static Design withTenants(StrategyKind strategy, int flows, long seed) {
    Design design = of(strategy, flows, seed);
    DesignBuilder more = new DesignBuilder("more", strategy);
    for (int z = 2; z < 4; z++) {
      Tenant tenant = NewElements.tenant("tenant" + z);
      tenant.setId("tenant-" + z);
      design.getTenants().add(tenant);
      design.getZones().get(z).setTenant(tenant);
    }
    Server first = design.getZones().get(2).getGroups().get(0).getServers().get(0);
    Server other = design.getZones().get(3).getGroups().get(0).getServers().get(0);
    other.setAddresses(first.getAddresses());
    EnforcementPoint left = more.point("left", EnforcementKind.CENTRAL, null);
    left.getGuards().add(design.getZones().get(0));
    left.getGuards().add(design.getZones().get(2));
    EnforcementPoint right = more.point("right", EnforcementKind.CENTRAL, null);
    right.getGuards().add(design.getZones().get(1));
    right.getGuards().add(design.getZones().get(2).getGroups().get(1));
    design.getEnforcementPoints().addAll(List.of(left, right));
    return design;
  }

  private void addServers() {
    int number = 0;
    for (int z = 0; z < 4; z++) {
      Zone zone = design.zone("zone" + z);
      ends.add("zone" + z);
      for (int g = 0; g < 6; g++) {
        String name = "group" + z + "-" + g;
        ServerGroup group = design.group(zone, name);
        ends.add(name);
        if (random.nextInt(6) == 0) {
          group.setSegmentation(Segmentation.values()[random.nextInt(3)]);
        }
        for (int s = random.nextInt(4); s >= 0; s--) {
          addServer(group, number++);
        }
      }
    }
    addServer(null, number);
  }

  private void addServer(ServerGroup group, int number) {
    List<String> addresses = new ArrayList<>();
    int n = number * (1 + random.nextInt(2));
    if (random.nextInt(10) > 0) {
      addresses.add("10.0." + (number % 3) + "." + (n + 1));
    }
    if (random.nextInt(3) == 0) {
      addresses.add("2001:db8:" + (number % 2) + "::" + Integer.toHexString(n + 1));
    }
    if (random.nextInt(8) == 0) {
      addresses.add("10.1.0." + (number + 1));
    }
    String name = "server" + number;
    Server server = design.server(group, name, addresses.toArray(String[]::new));
    server.setRisk(Risk.values()[random.nextInt(4)]);
    server.setInternetFacing(random.nextInt(8) == 0);
    ends.add(name);
  }

  private void addNetworks() {
    design.external("*", "0.0.0.0/0", "::/0");
    design.external("v4", "0.0.0.0/0");
    design.external("half", "10.0.0.0/25", "2001:db8::/64");
    design.external("part", "10.0.1.0/28", "10.1.0.0/29", "192.0.2.0/24");
    design.external("partner", "198.51.100.0/24", "2001:db8:ffff::/48");
    ends.addAll(List.of("*", "v4", "half", "part", "partner"));
  }

  private void addFlow() {
    String[] services = new String[1 + random.nextInt(3)];
    for (int i = 0; i < services.length; i++) {
      // the broad ones are last in line so that not everything is permitted
      services[i] = SERVICES[Math.min(random.nextInt(SERVICES.length), random.nextInt(40))];
    }
    Flow flow = design.flow(end(), end(), services);
    flow.setLog(random.nextInt(5) == 0);
    flow.setState(random.nextInt(10) == 0 ? FlowState.RETIRED : FlowState.APPROVED);
    if (random.nextInt(10) == 0) {
      flow.setExpiresOn(LocalDate.of(2025 + random.nextInt(3), 6, 1));
    }
  }

  private String end() {
    return ends.get(random.nextInt(ends.size()));
  }
}
