package org.firebreak.core.validation.rules.risk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.Words;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.io.NewElements;

/** Microsegmented servers on whose hosts the design plans no enforcement. */
public final class MicroUnenforcedRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-403",
          RuleCategory.SEGMENTATION,
          "Microsegmented servers without enforcement at the host",
          FindingSeverity.WARNING,
          "A central firewall does not see what members of a group send each other, so"
              + " microsegmentation is enforced at the hosts: by a distributed firewall, a virtual"
              + " firewall on each host, or the host's own packet filter. The design names"
              + " enforcement points, but none at the hosts of these servers; the rules that are"
              + " exported for them have no place. A design that names no enforcement point at all"
              + " has not come to that yet and is not reported.",
          "The strategy is hybrid, and the design names the core firewall alone. Add the packet"
              + " filters of the hosts, with their platform.");

  private static final int NAMED = 3;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    Map<Integer, ElementRef> groups = new LinkedHashMap<>();
    int servers = 0;
    for (PolicyServer server : unenforced(context)) {
      servers++;
      groups.computeIfAbsent(server.group(), index -> context.policy().groups().get(index).ref());
    }
    if (servers == 0) {
      return List.of();
    }
    return List.of(
        finding(
            Words.count(servers, "microsegmented server")
                + (servers == 1 ? " has" : " have")
                + " no enforcement point at the host: "
                + Words.list(new ArrayList<>(groups.values()), NAMED),
            "Add an enforcement point of the kind host that guards them",
            context.policy().design()));
  }

  private static List<PolicyServer> unenforced(ValidationContext context) {
    HostGuards guards = HostGuards.of(context);
    List<PolicyServer> unenforced = new ArrayList<>();
    for (PolicyServer server : context.policy().servers()) {
      if (server.micro() && guards.isLeftOut(server.index())) {
        unenforced.add(server);
      }
    }
    return unenforced;
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    List<Fix> fixes = new ArrayList<>();
    List<String> groups =
        unenforced(context).stream()
            .map(server -> context.policy().groups().get(server.group()).ref().id())
            .distinct()
            .toList();
    for (EnforcementPoint point : context.design().getEnforcementPoints()) {
      if (point.getKind() == EnforcementKind.HOST) {
        fixes.add(extend(point.getId(), point.getName(), groups));
      }
    }
    if (fixes.isEmpty()) {
      fixes.add(
          new Fix(
              "Enforce at the packet filters of the hosts",
              false,
              elements -> {
                boolean there =
                    elements.design().getEnforcementPoints().stream()
                        .anyMatch(point -> point.getKind() == EnforcementKind.HOST);
                if (there) {
                  throw new OutdatedFixException("the hosts are enforcement points already");
                }
                elements
                    .design()
                    .getEnforcementPoints()
                    .add(NewElements.enforcementPoint("Host packet filters", EnforcementKind.HOST));
              }));
    }
    return fixes;
  }

  private static Fix extend(String id, String name, List<String> groups) {
    return new Fix(
        "Let " + name + " guard them too",
        false,
        elements -> {
          EnforcementPoint point = elements.get(EnforcementPoint.class, id);
          List<Endpoint> more =
              groups.stream().map(each -> elements.get(Endpoint.class, each)).toList();
          if (point.getGuards().isEmpty() || point.getGuards().containsAll(more)) {
            throw new OutdatedFixException(point.getName() + " guards them already");
          }
          more.stream()
              .filter(each -> !point.getGuards().contains(each))
              .forEach(point.getGuards()::add);
        });
  }
}
