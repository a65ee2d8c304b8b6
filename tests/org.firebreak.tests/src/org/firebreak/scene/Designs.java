package org.firebreak.scene;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.firebreak.model.Design;
import org.firebreak.model.Encryption;
import org.firebreak.model.Endpoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Protocol;
import org.firebreak.model.Risk;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.TrustLevel;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;

/** Writes designs in a few words; ids count up, so that the same words give the same design. */
public final class Designs {
  private final Design design;
  private final Map<String, Endpoint> ends = new HashMap<>();
  private int ids;

  public Designs(String name) {
    design = NewElements.design(name);
    design.setId(nextId());
  }

  public Design design() {
    return design;
  }

  public Endpoint end(String name) {
    return ends.get(name);
  }

  public Zone zone(String name, TrustLevel trust) {
    Zone zone = newZone(name, trust);
    design.getZones().add(zone);
    return zone;
  }

  public Zone zoneIn(Zone parent, String name, TrustLevel trust) {
    Zone zone = newZone(name, trust);
    parent.getZones().add(zone);
    return zone;
  }

  /** A group with members {@code name1}, {@code name2}, … at these addresses. */
  public ServerGroup group(Zone zone, String name, Risk risk, String... addresses) {
    ServerGroup group = NewElements.group(name);
    group.setId(nextId());
    for (int i = 0; i < addresses.length; i++) {
      group.getServers().add(newServer(name + (i + 1), risk, addresses[i]));
    }
    (zone == null ? design.getGroups() : zone.getGroups()).add(group);
    ends.put(name, group); // the narrowest of one name, as the import has it
    return group;
  }

  public Server server(Zone zone, String name, Risk risk, String address) {
    Server server = newServer(name, risk, address);
    (zone == null ? design.getServers() : zone.getServers()).add(server);
    return server;
  }

  public ExternalNetwork external(String name, String... cidrs) {
    ExternalNetwork network = NewElements.externalNetwork(name);
    network.setId(nextId());
    network.setCidrs(List.of(cidrs));
    design.getExternalNetworks().add(network);
    ends.put(name, network);
    return network;
  }

  public Flow flow(String source, String destination, String... services) {
    Flow flow = NewElements.flow(end(source), end(destination));
    flow.setId(nextId());
    flow.setState(FlowState.APPROVED);
    for (String service : services) {
      flow.getServices().add(service(service));
    }
    design.getFlows().add(flow);
    return flow;
  }

  /** A service called {@code https}, or by protocol and port, {@code tcp/443}. */
  public Service service(String text) {
    for (Service known : design.getServices()) {
      if (text.equals(known.getName())) {
        return known;
      }
    }
    Service service = NewElements.service(text);
    service.setId(nextId());
    service.setProtocol(text.startsWith("udp") ? Protocol.UDP : Protocol.TCP);
    service.setEncryption(
        switch (text) {
          case "https", "ssh", "ldaps" -> Encryption.ENCRYPTED;
          case "http", "http-alt", "telnet", "ftp" -> Encryption.CLEAR_TEXT;
          default -> Encryption.UNKNOWN;
        });
    design.getServices().add(service);
    return service;
  }

  public String nextId() {
    return String.format(Locale.ROOT, "id-%04d", ++ids);
  }

  private Zone newZone(String name, TrustLevel trust) {
    Zone zone = NewElements.zone(name);
    zone.setId(nextId());
    zone.setTrust(trust);
    ends.putIfAbsent(name, zone);
    return zone;
  }

  private Server newServer(String name, Risk risk, String address) {
    Server server = NewElements.server(name);
    server.setId(nextId());
    server.setRisk(risk);
    server.setAddresses(List.of(address));
    ends.put(name, server);
    return server;
  }
}
