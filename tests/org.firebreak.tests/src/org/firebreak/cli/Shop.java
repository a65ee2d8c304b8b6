package org.firebreak.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Protocol;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.Tenant;
import org.firebreak.model.Tripwire;
import org.firebreak.model.Zone;
import org.firebreak.model.io.DesignFile;
import org.firebreak.model.io.NewElements;

/**
 * A small design without findings.
 *
 * <pre>
 * Office (192.0.2.0/24) --tcp/443--> Front { web: web1, web2 } --tcp/5432--> Data { db: db1, db2 }
 * tripwire on ssh
 * </pre>
 */
final class Shop {
  final Design design = NewElements.design("Shop");
  final Zone front = zone("Front");
  final Zone data = zone("Data");
  final ServerGroup web = group(front, "web", "10.0.1.1", "10.0.1.2");
  final ServerGroup db = group(data, "db", "10.0.2.1", "10.0.2.2");
  final ExternalNetwork office = network("Office", "192.0.2.0/24");
  final Service https = service("https", Protocol.TCP, "443");
  final Service postgresql = service("postgresql", Protocol.TCP, "5432");
  final Service ssh = service("ssh", Protocol.TCP, "22");
  final Service ping = service("ping", Protocol.ICMP, "");
  final Flow officeToWeb = flow(office, web, https);
  final Flow webToDb = flow(web, db, postgresql);

  Shop() {
    Tripwire tripwire = NewElements.tripwire("Administration");
    tripwire.getServices().add(ssh);
    design.getTripwires().add(tripwire);
    ping.setIcmpType(8);
  }

  Zone zone(String name) {
    Zone zone = NewElements.zone(name);
    design.getZones().add(zone);
    return zone;
  }

  ServerGroup group(Zone zone, String name, String... addresses) {
    ServerGroup group = NewElements.group(name);
    zone.getGroups().add(group);
    for (int i = 0; i < addresses.length; i++) {
      add(group, name + (i + 1), null, addresses[i]);
    }
    return group;
  }

  Server add(ServerGroup group, String name, Tenant tenant, String... addresses) {
    Server server = NewElements.server(name);
    server.setAddresses(List.of(addresses));
    server.setTenant(tenant);
    group.getServers().add(server);
    return server;
  }

  Tenant tenant(String name) {
    Tenant tenant = NewElements.tenant(name);
    design.getTenants().add(tenant);
    return tenant;
  }

  ExternalNetwork network(String name, String... cidrs) {
    ExternalNetwork network = NewElements.externalNetwork(name);
    network.setCidrs(List.of(cidrs));
    design.getExternalNetworks().add(network);
    return network;
  }

  Service service(String name, Protocol protocol, String ports) {
    Service service = NewElements.service(name);
    service.setProtocol(protocol);
    service.setPorts(ports);
    design.getServices().add(service);
    return service;
  }

  Flow flow(Endpoint source, Endpoint destination, Service service) {
    Flow flow = NewElements.flow(source, destination);
    flow.getServices().add(service);
    flow.setState(FlowState.APPROVED);
    flow.setOwner("Shop team");
    flow.setJustification("Orders");
    design.getFlows().add(flow);
    return flow;
  }

  /** Something of each severity. */
  Shop withFindings() {
    flow(db, web, service("telnet", Protocol.TCP, "23")).setOwner(null);
    flow(db, null, https);
    webToDb.setExpiresOn(LocalDate.of(2030, 1, 31));
    return this;
  }

  Path save(Path folder) throws IOException {
    Path file = folder.resolve("shop.firebreak");
    DesignFile.save(design, file);
    return file;
  }
}
