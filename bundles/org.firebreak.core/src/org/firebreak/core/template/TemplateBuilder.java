package org.firebreak.core.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.HaMode;
import org.firebreak.model.Link;
import org.firebreak.model.Risk;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.ServerKind;
import org.firebreak.model.Service;
import org.firebreak.model.Severity;
import org.firebreak.model.Tenant;
import org.firebreak.model.Tripwire;
import org.firebreak.model.TrustLevel;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.firebreak.model.library.ServiceLibrary;

/** Adds elements to a new design, which is not edited by anybody yet. */
final class TemplateBuilder {
  private static final double GIGA = 1e9;

  private final Design design;

  TemplateBuilder(Design design) {
    this.design = design;
  }

  Design design() {
    return design;
  }

  Tenant tenant(String name) {
    Tenant tenant = NewElements.tenant(name);
    design.getTenants().add(tenant);
    return tenant;
  }

  Zone zone(Container parent, String name, TrustLevel trust, String... cidrs) {
    Zone zone = NewElements.zone(name);
    zone.setTrust(trust);
    zone.setCidrs(List.of(cidrs));
    parent.getZones().add(zone);
    return zone;
  }

  ExternalNetwork network(String name, String... cidrs) {
    ExternalNetwork network = NewElements.externalNetwork(name);
    network.setCidrs(List.of(cidrs));
    design.getExternalNetworks().add(network);
    return network;
  }

  /**
   * A group with servers that are called by the group and a number.
   *
   * @param prefix beginning of the addresses; the numbers from 11 follow
   */
  ServerGroup group(
      Container parent, String name, String role, Risk risk, String prefix, int servers) {
    ServerGroup group = NewElements.group(name);
    group.setRole(role);
    group.setMembershipLabel("role");
    group.setMembershipValue(name);
    parent.getGroups().add(group);
    for (int i = 1; i <= servers; i++) {
      Server server = NewElements.server(name + i);
      server.setAddresses(List.of(prefix + (10 + i)));
      server.setRisk(risk);
      server.getLabels().add(NewElements.label("role", name));
      group.getServers().add(server);
    }
    return group;
  }

  ServerGroup kind(ServerGroup group, ServerKind kind) {
    group.getServers().forEach(server -> server.setKind(kind));
    return group;
  }

  ServerGroup internetFacing(ServerGroup group) {
    group.getServers().forEach(server -> server.setInternetFacing(true));
    return group;
  }

  /** An approved flow of well-known services. */
  Flow flow(Endpoint client, Endpoint server, String why, double averageBits, String... services) {
    Flow flow = NewElements.flow(client, server);
    flow.setState(FlowState.APPROVED);
    flow.setJustification(why);
    flow.setOwner("Platform team");
    flow.setAverageBitsPerSecond(averageBits);
    flow.setPeakBitsPerSecond(averageBits * 4);
    flow.setConnectionsPerSecond(Math.max(1, averageBits / 1e6));
    flow.getServices().addAll(services(services));
    design.getFlows().add(flow);
    return flow;
  }

  void tripwire(String name, Severity severity, String... services) {
    Tripwire tripwire = NewElements.tripwire(name);
    tripwire.setSeverity(severity);
    tripwire.getServices().addAll(services(services));
    design.getTripwires().add(tripwire);
  }

  /** Firewalls with two links of 25 Gbit/s each that guard zones. */
  EnforcementPoint firewall(String name, HaMode mode, int units, Zone... zones) {
    EnforcementPoint point = NewElements.enforcementPoint(name, EnforcementKind.CENTRAL);
    point.setPlatform("panos");
    point.setHaMode(mode);
    point.setUnits(units);
    point.getGuards().addAll(Arrays.asList(zones));
    Link link = NewElements.link("fabric");
    link.setBitsPerSecond(25 * GIGA);
    link.setMembers(2);
    point.getLinks().add(link);
    design.getEnforcementPoints().add(point);
    return point;
  }

  /** The packet filters of the hosts. */
  EnforcementPoint hosts(String name) {
    EnforcementPoint point = NewElements.enforcementPoint(name, EnforcementKind.HOST);
    point.setPlatform("nftables");
    design.getEnforcementPoints().add(point);
    return point;
  }

  private List<Service> services(String... names) {
    List<Service> services = new ArrayList<>();
    for (String name : names) {
      services.add(service(name));
    }
    return services;
  }

  private Service service(String name) {
    for (Service service : design.getServices()) {
      if (name.equals(service.getName())) {
        return service;
      }
    }
    Service service =
        ServiceLibrary.wellKnown().allByName(name).stream()
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no well-known service " + name))
            .toService();
    design.getServices().add(service);
    return service;
  }
}
