package org.firebreak.core.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Inspection;
import org.firebreak.model.Protocol;
import org.firebreak.model.Risk;
import org.firebreak.model.Segmentation;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.Strategy;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Tenant;
import org.firebreak.model.Tripwire;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;

/**
 * Random designs in a small address space, so that endpoints, networks and services overlap often.
 */
public final class RandomDesign {
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final Random random;
  private final Design design = NewElements.design("random");
  private final List<Endpoint> endpoints = new ArrayList<>();
  private final boolean tenantsShareAddresses;
  private int nextAddress = 1;

  private RandomDesign(long seed) {
    random = new Random(seed);
    tenantsShareAddresses = random.nextInt(4) == 0;
  }

  /** A design from a seed. */
  public static Design of(long seed) {
    return new RandomDesign(seed).build();
  }

  private Design build() {
    design.getStrategy().setKind(StrategyKind.values()[random.nextInt(3)]);
    design.getStrategy().setMicroRisk(Risk.values()[random.nextInt(4)]);
    design.getStrategy().setMicroInternetFacing(random.nextBoolean());
    if (tenantsShareAddresses) {
      design.getStrategy().setKind(StrategyKind.GROUP);
    }
    for (int i = 0; i < (tenantsShareAddresses ? 2 : random.nextInt(3)); i++) {
      design.getTenants().add(NewElements.tenant("tenant" + i));
    }
    fill(design, 0);
    chooseMicro(design.getStrategy());
    for (int i = 0; i < random.nextInt(3) && !tenantsShareAddresses; i++) {
      addVariant(i);
    }
    for (int i = 0; i < random.nextInt(4); i++) {
      addNetwork(i);
    }
    for (int i = 0; i < 3 + random.nextInt(6); i++) {
      design.getServices().add(service(i));
    }
    for (int i = 0; i < random.nextInt(15); i++) {
      addFlow();
    }
    for (int i = 0; i < random.nextInt(3); i++) {
      Tripwire tripwire = NewElements.tripwire("tripwire" + i);
      tripwire.getServices().add(pick(design.getServices()));
      design.getTripwires().add(tripwire);
    }
    addFirewalls();
    if (random.nextInt(3) == 0) {
      quarantine();
    }
    return design;
  }

  private void addVariant(int number) {
    Strategy variant = NewElements.strategy(StrategyKind.HYBRID);
    variant.setName("variant" + number);
    variant.setMicroRisk(Risk.values()[random.nextInt(4)]);
    variant.setMicroInternetFacing(random.nextBoolean());
    chooseMicro(variant);
    design.getStrategyVariants().add(variant);
  }

  private void chooseMicro(Strategy strategy) {
    if (endpoints.isEmpty() || tenantsShareAddresses) {
      return;
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      Endpoint chosen = pick(endpoints);
      if (!strategy.getMicroEndpoints().contains(chosen)) {
        strategy.getMicroEndpoints().add(chosen);
      }
    }
  }

  private void fill(Container container, int depth) {
    for (int i = 0; i < (depth == 0 ? 1 + random.nextInt(3) : random.nextInt(2)); i++) {
      if (depth < 3) {
        Zone zone = NewElements.zone("zone" + endpoints.size());
        endpoints.add(zone);
        container.getZones().add(zone);
        zone.setTenant(maybeTenant());
        fill(zone, depth + 1);
      }
    }
    for (int i = 0; i < random.nextInt(3); i++) {
      ServerGroup group = NewElements.group("group" + endpoints.size());
      endpoints.add(group);
      container.getGroups().add(group);
      group.setSegmentation(segmentation());
      for (int j = 0; j < random.nextInt(4); j++) {
        group.getServers().add(server());
      }
    }
    for (int i = 0; i < random.nextInt(2); i++) {
      container.getServers().add(server());
    }
  }

  private Server server() {
    Server server = NewElements.server("server" + endpoints.size());
    endpoints.add(server);
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      int number = nextAddress++;
      addresses.add(random.nextInt(4) == 0 ? "fd00::" + Integer.toHexString(number) : v4(number));
    }
    if (tenantsShareAddresses && random.nextBoolean()) {
      addresses.clear();
      int number = 100 + random.nextInt(3);
      boolean first = endpoints.stream().filter(Server.class::isInstance).count() % 2 == 0;
      server.setTenant(design.getTenants().get(first ? 0 : 1));
      if (!isTaken(server.getTenant(), v4(number))) {
        addresses.add(v4(number));
      }
    }
    server.setAddresses(List.copyOf(addresses));
    server.setRisk(Risk.values()[random.nextInt(4)]);
    server.setInternetFacing(random.nextInt(4) == 0);
    server.setSegmentation(segmentation());
    return server;
  }

  private boolean isTaken(Tenant tenant, String address) {
    return endpoints.stream()
        .filter(Server.class::isInstance)
        .map(Server.class::cast)
        .anyMatch(other -> other.getTenant() == tenant && other.getAddresses().contains(address));
  }

  static String v4(int number) {
    return "10.0.0." + number;
  }

  private Segmentation segmentation() {
    return tenantsShareAddresses || random.nextInt(3) > 0
        ? Segmentation.INHERIT
        : Segmentation.values()[random.nextInt(3)];
  }

  private Tenant maybeTenant() {
    return design.getTenants().isEmpty() || random.nextBoolean() ? null : pick(design.getTenants());
  }

  private void addNetwork(int number) {
    ExternalNetwork network = NewElements.externalNetwork("network" + number);
    network.setCidrs(
        switch (random.nextInt(5)) {
          case 0 -> List.of("0.0.0.0/0", "::/0");
          case 1 -> List.of("10.0.0." + 4 * random.nextInt(8) + "/30", "192.0.2.0/24");
          case 2 -> List.of("10.0.0.0/" + (25 + random.nextInt(6)), "10.0.0.7");
          case 3 -> List.of("fd00::/" + (120 + random.nextInt(8)), "198.51.100.0/24");
          default -> List.of();
        });
    endpoints.add(network);
    design.getExternalNetworks().add(network);
  }

  private Service service(int number) {
    Service service = NewElements.service("service" + number);
    service.setProtocol(Protocol.values()[random.nextInt(Protocol.values().length)]);
    switch (service.getProtocol()) {
      case TCP, UDP, SCTP ->
          service.setPorts(
              switch (random.nextInt(4)) {
                case 0 -> "";
                case 1 -> "22,80-90,85-95";
                case 2 -> Integer.toString(random.nextInt(100));
                default -> "0-" + random.nextInt(70) + ",65535";
              });
      case ICMP, ICMPV6 -> service.setIcmpType(random.nextBoolean() ? null : 8);
      default -> {}
    }
    return service;
  }

  private void addFlow() {
    if (endpoints.isEmpty()) {
      return;
    }
    Flow flow = NewElements.flow(pick(endpoints), pick(endpoints));
    for (int i = 0; i < random.nextInt(3); i++) {
      flow.getServices().add(pick(design.getServices()));
    }
    flow.setState(FlowState.values()[random.nextInt(3)]);
    flow.setExpiresOn(random.nextInt(4) > 0 ? null : TODAY.plusDays(random.nextInt(3) - 1));
    flow.setInspection(Inspection.values()[random.nextInt(3)]);
    flow.setLog(random.nextBoolean());
    design.getFlows().add(flow);
  }

  private void addFirewalls() {
    for (int i = 0; i < random.nextInt(3); i++) {
      EnforcementPoint firewall =
          NewElements.enforcementPoint("firewall" + i, EnforcementKind.CENTRAL);
      if (!design.getZones().isEmpty() && random.nextBoolean()) {
        firewall.getGuards().add(pick(design.getZones()));
      }
      design.getEnforcementPoints().add(firewall);
    }
  }

  private void quarantine() {
    for (Endpoint endpoint : endpoints) {
      if (endpoint instanceof Server server && random.nextInt(4) == 0) {
        server.setQuarantined(true);
      }
    }
    for (int i = 0; i < random.nextInt(3) && !endpoints.isEmpty(); i++) {
      Endpoint responder = pick(endpoints);
      if (!design.getResponders().contains(responder)) {
        design.getResponders().add(responder);
      }
    }
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
