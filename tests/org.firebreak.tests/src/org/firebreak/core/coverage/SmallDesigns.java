package org.firebreak.core.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.Inspection;
import org.firebreak.model.Protocol;
import org.firebreak.model.Segmentation;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.Tenant;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;

/**
 * Small random designs in which flows often meet, cross and cover each other: few addresses and
 * ports, networks over servers, tenants with the same addresses, servers without address.
 */
final class SmallDesigns {
  /** Addresses 10.0.0.0 to 10.0.0.15 and 2001:db8::0 to 2001:db8::7. */
  static final int V4_ADDRESSES = 16;

  static final int V6_ADDRESSES = 8;

  private final Random random;
  private final Design design = NewElements.design("Random");
  private final List<Endpoint> ends = new ArrayList<>();

  private SmallDesigns(Random random) {
    this.random = random;
  }

  static Design next(Random random) {
    return new SmallDesigns(random).make();
  }

  private Design make() {
    for (int t = random.nextInt(3); t > 0; t--) {
      design.getTenants().add(NewElements.tenant("t" + t));
    }
    for (int z = 0; z < 2; z++) {
      addZone(design, "z" + z, 0);
    }
    addServer(design.getServers(), "lone");
    for (int n = random.nextInt(4); n > 0; n--) {
      addNetwork("n" + n);
    }
    List<Service> services = services();
    for (int f = 3 + random.nextInt(8); f > 0; f--) {
      addFlow(services);
    }
    if (random.nextBoolean()) {
      addPartsByPort(pick(design.getFlows()));
    }
    if (random.nextBoolean()) {
      addPartsBySource(pick(design.getFlows()));
    }
    return design;
  }

  private void addZone(Container parent, String name, int depth) {
    Zone zone = NewElements.zone(name);
    parent.getZones().add(zone);
    ends.add(zone);
    zone.setTenant(tenant());
    if (depth == 0 && random.nextInt(3) == 0) {
      addZone(zone, name + "i", 1);
    }
    for (int g = random.nextInt(3); g > 0; g--) {
      ServerGroup group = NewElements.group(name + "g" + g);
      zone.getGroups().add(group);
      ends.add(group);
      group.setSegmentation(segmentation());
      for (int s = random.nextInt(4); s > 0; s--) {
        addServer(group.getServers(), name + "g" + g + "s" + s);
      }
    }
  }

  private void addServer(List<Server> servers, String name) {
    Server server = NewElements.server(name);
    servers.add(server);
    ends.add(server);
    server.setSegmentation(segmentation());
    if (random.nextInt(5) == 0) {
      server.setTenant(tenant());
    }
    List<String> addresses = new ArrayList<>();
    if (random.nextInt(8) > 0) {
      addresses.add("10.0.0." + random.nextInt(V4_ADDRESSES));
    }
    if (random.nextInt(4) == 0) {
      addresses.add("2001:db8::" + random.nextInt(V6_ADDRESSES));
    }
    server.setAddresses(addresses);
  }

  private void addNetwork(String name) {
    ExternalNetwork network = NewElements.externalNetwork(name);
    List<String> cidrs = new ArrayList<>();
    for (int c = random.nextInt(3); c >= 0; c--) {
      cidrs.add(
          switch (random.nextInt(6)) {
            case 0 -> "0.0.0.0/0";
            case 1 -> "::/0";
            case 2 -> "2001:db8::" + random.nextInt(V6_ADDRESSES) + "/" + (125 + random.nextInt(4));
            default -> "10.0.0." + random.nextInt(V4_ADDRESSES) + "/" + (28 + random.nextInt(5));
          });
    }
    network.setCidrs(cidrs);
    design.getExternalNetworks().add(network);
    ends.add(network);
  }

  private void addFlow(List<Service> services) {
    Flow flow = NewElements.flow(pick(ends), pick(ends));
    flow.setName("f" + design.getFlows().size());
    flow.setLog(random.nextInt(4) == 0);
    flow.setInspection(random.nextInt(4) == 0 ? Inspection.EXEMPT : Inspection.THREAT_PREVENTION);
    for (int s = 1 + random.nextInt(3); s > 0; s--) {
      Service service = pick(services);
      if (!flow.getServices().contains(service)) {
        flow.getServices().add(service);
      }
    }
    design.getFlows().add(flow);
  }

  /** Two flows that hold 80-81 together, which neither does, and one of just that. */
  private void addPartsByPort(Flow flow) {
    Endpoint source = flow.getSource();
    Endpoint destination = flow.getDestination();
    addFlow(source, destination, "low");
    addFlow(source, around(destination), "high");
    addFlow(source, destination, "b");
  }

  /** A flow and wider ones from the parts of its source, of which one may be missing. */
  private void addPartsBySource(Flow flow) {
    List<Endpoint> parts =
        switch (flow.getSource()) {
          case ServerGroup group -> List.copyOf(group.getServers());
          case Zone zone -> List.copyOf(zone.getGroups());
          default -> List.of(flow.getSource());
        };
    for (Endpoint part : parts) {
      if (random.nextInt(8) > 0) {
        Flow made = addFlow(part, around(flow.getDestination()), "e");
        flow.getServices().stream()
            .filter(service -> !made.getServices().contains(service))
            .forEach(made.getServices()::add);
      }
    }
  }

  private static Endpoint around(Endpoint end) {
    return end.eContainer() instanceof Endpoint outer ? outer : end;
  }

  private Flow addFlow(Endpoint source, Endpoint destination, String service) {
    Flow flow = NewElements.flow(source, destination);
    flow.setName("f" + design.getFlows().size());
    design.getServices().stream()
        .filter(each -> each.getName().equals(service))
        .forEach(flow.getServices()::add);
    design.getFlows().add(random.nextInt(design.getFlows().size() + 1), flow);
    return flow;
  }

  private List<Service> services() {
    Service ping = service("ping", Protocol.ICMP, "");
    ping.setIcmpType(8);
    Service code = service("code", Protocol.ICMP, "");
    code.setIcmpCode(0);
    service("icmp", Protocol.ICMP, "");
    service("a", Protocol.TCP, "80");
    service("b", Protocol.TCP, "80-81");
    service("c", Protocol.TCP, "79,81");
    service("d", Protocol.TCP, "81-444");
    service("low", Protocol.TCP, "0-80");
    service("high", Protocol.TCP, "81-65535");
    service("tcp", Protocol.TCP, "");
    service("e", Protocol.UDP, "80");
    service("gre", Protocol.GRE, "");
    service("any", Protocol.ANY, "");
    return design.getServices();
  }

  private Service service(String name, Protocol protocol, String ports) {
    Service service = NewElements.service(name);
    service.setProtocol(protocol);
    service.setPorts(ports);
    design.getServices().add(service);
    return service;
  }

  private Tenant tenant() {
    return design.getTenants().isEmpty() || random.nextInt(3) > 0
        ? null
        : pick(design.getTenants());
  }

  private Segmentation segmentation() {
    return random.nextInt(4) > 0 ? Segmentation.INHERIT : pick(List.of(Segmentation.values()));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
