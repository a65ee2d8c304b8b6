package org.firebreak.exports.alerting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.policy.PolicyGroup;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.policy.RoutingDomain;

/** Collects what a policy permits in a routing domain. */
final class PermissionTable {
  private record Ends(int source, int destination) {}

  private final CompiledPolicy policy;
  private final RoutingDomain domain;
  private final AddressGroup quarantined;
  private final Map<Integer, AddressGroup> groups = new HashMap<>();
  private final List<Permission> permissions = new ArrayList<>();

  PermissionTable(CompiledPolicy policy, RoutingDomain domain, AddressGroup quarantined) {
    this.policy = policy;
    this.domain = domain;
    this.quarantined = quarantined;
  }

  List<Permission> permissions() {
    addResponders();
    policy.groups().forEach(this::addGroup);
    addFlows();
    return List.copyOf(permissions);
  }

  /**
   * From responders all goes to quarantined servers; nothing else is permitted to or from these.
   */
  private void addResponders() {
    for (PolicyEndpoint responder : policy.responders()) {
      add(group(responder), quarantined, List.of(), List.of(responder.ref()));
    }
  }

  private void addGroup(PolicyGroup group) {
    List<AddressRange> members = new ArrayList<>();
    int v6 = 0;
    for (PolicyServer server : policy.servers().subList(group.from(), group.to())) {
      if (server.micro() || server.quarantined()) {
        continue;
      }
      for (Address address : server.addresses()) {
        if (policy.serverAt(domain, address).filter(server::equals).isPresent()) {
          members.add(AddressRange.of(address));
          v6 += address.v6() ? 1 : 0;
        }
      }
    }
    if (v6 > 1 || members.size() - v6 > 1) {
      AddressGroup plain =
          new AddressGroup(group.ref(), group.ref().name(), AddressSet.of(members));
      add(plain, plain, List.of(), List.of(group.ref()));
    }
  }

  private void addFlows() {
    Map<Ends, List<PolicyFlow>> byEnds = new LinkedHashMap<>();
    for (PolicyFlow flow : policy.flows()) {
      if (!flow.services().isEmpty()) {
        byEnds
            .computeIfAbsent(
                new Ends(flow.source().index(), flow.destination().index()),
                key -> new ArrayList<>())
            .add(flow);
      }
    }
    for (List<PolicyFlow> flows : byEnds.values()) {
      Set<PolicyService> services = new LinkedHashSet<>();
      flows.forEach(flow -> services.addAll(flow.services()));
      boolean any = services.stream().anyMatch(service -> service.match().isAny());
      List<ElementRef> origins = flows.stream().map(PolicyFlow::ref).toList();
      add(
          group(flows.get(0).source()),
          group(flows.get(0).destination()),
          any ? List.of() : List.copyOf(services),
          origins);
    }
  }

  private void add(
      AddressGroup source,
      AddressGroup destination,
      List<PolicyService> services,
      List<ElementRef> origins) {
    if (!source.addresses().isEmpty() && !destination.addresses().isEmpty()) {
      permissions.add(new Permission(source, destination, services, origins));
    }
  }

  private AddressGroup group(PolicyEndpoint endpoint) {
    return groups.computeIfAbsent(
        endpoint.index(),
        key ->
            new AddressGroup(
                endpoint.ref(),
                endpoint.ref().name(),
                policy.addresses(domain, endpoint).minus(quarantined.addresses())));
  }
}
