package org.firebreak.core.validation.rules.identity;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.Words;
import org.firebreak.model.Flow;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Service;
import org.firebreak.model.Tripwire;

/** Services whose ports or ICMP numbers are not valid. */
public final class InvalidServiceRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-006",
          RuleCategory.IDENTITY,
          "Invalid service",
          FindingSeverity.ERROR,
          "A service that cannot be read covers nothing: flows that use it do not permit it, and"
              + " tripwires do not watch it. Ports are numbers, ranges a-b and lists of them from 0"
              + " to 65535, for TCP, UDP and SCTP only; ICMP types and codes are 0 to 255, for ICMP"
              + " and ICMPv6 only.",
          "Service app has the ports 8080/tcp. Set the protocol to TCP and the ports to 8080.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    Map<Service, List<ElementRef>> users = new IdentityHashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Service service : context.design().getServices()) {
      try {
        ServiceMatch.of(service);
      } catch (IllegalArgumentException e) {
        if (users.isEmpty()) {
          collectUsers(context, users);
        }
        findings.add(of(context.ref(service), users.getOrDefault(service, List.of()), e));
      }
    }
    return findings;
  }

  private Finding of(ElementRef service, List<ElementRef> users, IllegalArgumentException e) {
    List<ElementRef> elements = new ArrayList<>();
    elements.add(service);
    elements.addAll(users);
    String used = users.isEmpty() ? "" : ", as used by " + Words.list(users, 3);
    return new Finding(
        INFO.id(),
        INFO.severity(),
        elements,
        "Service " + service.name() + " covers nothing" + used + ": " + e.getMessage(),
        "Correct its protocol, ports or ICMP type");
  }

  private static void collectUsers(
      ValidationContext context, Map<Service, List<ElementRef>> users) {
    for (Flow flow : context.design().getFlows()) {
      flow.getServices().forEach(service -> add(context, users, service, flow));
    }
    for (Tripwire tripwire : context.design().getTripwires()) {
      tripwire.getServices().forEach(service -> add(context, users, service, tripwire));
    }
  }

  private static void add(
      ValidationContext context,
      Map<Service, List<ElementRef>> users,
      Service service,
      NamedElement user) {
    users.computeIfAbsent(service, key -> new ArrayList<>()).add(context.ref(user));
  }
}
