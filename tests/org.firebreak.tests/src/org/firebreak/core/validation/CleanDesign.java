package org.firebreak.core.validation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.model.Container;
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
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;

/**
 * A small design in which no rule finds anything. A test changes one thing in it and states what is
 * found then.
 *
 * <pre>
 * Front { web: web1, web2 }  --- tcp/5432 --->  Data { db: db1, db2 }
 * </pre>
 */
final class CleanDesign {
  static final LocalDate TODAY = LocalDate.of(2030, 5, 15);

  final Design design = NewElements.design("Shop");
  final Zone front = zone(design, "Front");
  final Zone data = zone(design, "Data");
  final ServerGroup web = group(front, "web", "10.0.1.1", "10.0.1.2");
  final ServerGroup db = group(data, "db", "10.0.2.1", "10.0.2.2");
  final Service postgresql = service("postgresql", Protocol.TCP, "5432");
  final Flow webToDb = flow(web, db, postgresql);

  ValidationProfile profile = ValidationProfile.BASELINE.withNeeds(List.of());
  CompileOptions options = CompileOptions.on(TODAY);

  Zone zone(Container parent, String name) {
    Zone zone = NewElements.zone(name);
    parent.getZones().add(zone);
    return zone;
  }

  /** A group of servers name1, name2 … with one address each. */
  ServerGroup group(Container parent, String name, String... addresses) {
    ServerGroup group = NewElements.group(name);
    parent.getGroups().add(group);
    for (int i = 0; i < addresses.length; i++) {
      group.getServers().add(server(name + (i + 1), addresses[i]));
    }
    return group;
  }

  static Server server(String name, String... addresses) {
    Server server = NewElements.server(name);
    server.setAddresses(List.of(addresses));
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

  /** An approved flow that somebody answers for, with its ticket and its next review. */
  Flow flow(Endpoint source, Endpoint destination, Service... services) {
    Flow flow = NewElements.flow(source, destination);
    flow.getServices().addAll(Arrays.asList(services));
    flow.setState(FlowState.APPROVED);
    flow.setOwner("Shop team");
    flow.setJustification("The shop needs it");
    flow.setTicket("CHG-1");
    flow.setReviewOn(TODAY.plusYears(1));
    flow.setAverageBitsPerSecond(1e6);
    flow.setPeakBitsPerSecond(5e6);
    flow.setConnectionsPerSecond(2.0);
    flow.setMeanDurationSeconds(10.0);
    design.getFlows().add(flow);
    return flow;
  }

  ValidationResult validate() {
    return ValidationRules.validate(
        design, PolicyCompiler.compile(design, options), profile, Progress.NONE);
  }

  /** Each finding as {@code FB-003 error db1, db2}. */
  List<String> findings() {
    return validate().findings().stream().map(CleanDesign::line).toList();
  }

  /** The findings of one rule, written likewise. */
  List<String> findings(String rule) {
    return findings().stream().filter(line -> line.startsWith(rule + " ")).toList();
  }

  static String line(Finding finding) {
    List<String> names = finding.elements().stream().map(ElementRef::name).toList();
    return finding.rule() + " " + finding.severity().label() + " " + String.join(", ", names);
  }

  /** What the only finding says. */
  String message() {
    return only(validate().findings());
  }

  /** What the only finding of a rule says. */
  String message(String rule) {
    return only(
        validate().findings().stream().filter(finding -> finding.rule().equals(rule)).toList());
  }

  private static String only(List<Finding> findings) {
    if (findings.size() != 1) {
      throw new AssertionError("not one finding: " + findings);
    }
    return findings.get(0).message();
  }
}
