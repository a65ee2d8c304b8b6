package org.firebreak.exports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.model.Design;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Protocol;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Tripwire;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;

/** Writes designs in few words. Ids count up, so that the same words give the same design. */
public final class DesignBuilder {
  private final Design design;
  private final Map<String, Endpoint> ends = new LinkedHashMap<>();
  private final Map<String, Service> services = new LinkedHashMap<>();
  private int lastId;

  public DesignBuilder(String name, StrategyKind strategy) {
    design = identified(NewElements.design(name));
    design.getStrategy().setKind(strategy);
    identified(design.getStrategy());
  }

  private <T extends Element> T identified(T element) {
    lastId++;
    element.setId("00000000-0000-4000-8000-%012d".formatted(lastId));
    return element;
  }

  public Design design() {
    return design;
  }

  public Endpoint end(String name) {
    return ends.get(name);
  }

  public Zone zone(String name) {
    Zone zone = identified(NewElements.zone(name));
    design.getZones().add(zone);
    ends.put(name, zone);
    return zone;
  }

  public ServerGroup group(Zone zone, String name) {
    ServerGroup group = identified(NewElements.group(name));
    (zone == null ? design.getGroups() : zone.getGroups()).add(group);
    ends.put(name, group);
    return group;
  }

  public Server server(ServerGroup group, String name, String... addresses) {
    Server server = identified(NewElements.server(name));
    server.setAddresses(List.of(addresses));
    (group == null ? design.getServers() : group.getServers()).add(server);
    ends.put(name, server);
    return server;
  }

  public ExternalNetwork external(String name, String... cidrs) {
    ExternalNetwork network = identified(NewElements.externalNetwork(name));
    network.setCidrs(List.of(cidrs));
    design.getExternalNetworks().add(network);
    ends.put(name, network);
    return network;
  }

  /**
   * A service such as {@code tcp/443}, {@code udp/53,123}, {@code icmp/8}, {@code esp}, {@code
   * any}.
   */
  public Service service(String text) {
    return services.computeIfAbsent(
        text,
        key -> {
          String[] parts = text.split("/", 2);
          Service service = identified(NewElements.service(text));
          service.setProtocol(Protocol.get(parts[0]));
          if (parts.length == 2 && parts[0].startsWith("icmp")) {
            service.setIcmpType(Integer.valueOf(parts[1]));
          } else if (parts.length == 2) {
            service.setPorts(parts[1]);
          }
          design.getServices().add(service);
          return service;
        });
  }

  public Flow flow(String from, String to, String... of) {
    Flow flow = identified(NewElements.flow(ends.get(from), ends.get(to)));
    for (String service : of) {
      flow.getServices().add(service(service));
    }
    flow.setState(FlowState.APPROVED);
    design.getFlows().add(flow);
    return flow;
  }

  public Tripwire tripwire(String name, Severity severity, String... of) {
    Tripwire tripwire = identified(NewElements.tripwire(name));
    tripwire.setSeverity(severity);
    for (String service : of) {
      tripwire.getServices().add(service(service));
    }
    design.getTripwires().add(tripwire);
    return tripwire;
  }

  public EnforcementPoint point(String name, EnforcementKind kind, String platform) {
    EnforcementPoint point = identified(NewElements.enforcementPoint(name, kind));
    point.setPlatform(platform);
    design.getEnforcementPoints().add(point);
    return point;
  }

  public <T extends NamedElement> T named(T element, String name) {
    element.setName(name);
    return element;
  }
}
