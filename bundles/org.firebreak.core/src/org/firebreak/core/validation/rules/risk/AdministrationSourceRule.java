package org.firebreak.core.validation.rules.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.FlowChanges;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;

/** Flows that let servers be administered from elsewhere than a jump host or management zone. */
public final class AdministrationSourceRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-205",
          RuleCategory.RISK,
          "Administration from outside management",
          FindingSeverity.WARNING,
          "Remote shells and desktops, consoles of management controllers and the interfaces of"
              + " hypervisors are how an intruder moves from server to server. If they are only"
              + " reachable from a jump host, where people are identified and sessions recorded, a"
              + " stolen password is worth little elsewhere. Permitted are clients in zones of the"
              + " trust level management, and those whose label role, group role or name says jump"
              + " host, bastion, management, monitoring, backup and the like; to jump hosts also"
              + " any other client but a network with public addresses. A service called sftp, scp"
              + " or git counts as file transfer. For information only while the design shows no"
              + " place from which administrators come. That the protocol is in clear text is"
              + " FB-201.",
          "Flow web → db permits ssh (tcp/22). Draw it from the jump host instead.");

  /** Hosts of one cluster move machines between each other. */
  private static final Set<String> BETWEEN_HOSTS =
      Set.of("vmware-auth", "libvirt", "libvirt-tls", "docker-tls");

  private static final int MOST_PLACES = 3;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    ServiceBook book = ServiceBook.of(context);
    Places places = Places.of(context);
    List<Finding> findings = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      List<String> services = administration(flow, book);
      if (!services.isEmpty() && !isFromManagement(flow, places)) {
        Finding finding = of(flow, services);
        findings.add(places.hasManagement() ? finding : finding.withSeverity(FindingSeverity.INFO));
      }
    }
    return findings;
  }

  private static List<String> administration(ActiveFlow flow, ServiceBook book) {
    List<String> names = new ArrayList<>();
    for (PolicyService service : flow.policy().services()) {
      String name = book.use(service).administration();
      boolean within =
          flow.policy().source().index() == flow.policy().destination().index()
              && BETWEEN_HOSTS.contains(String.valueOf(name));
      if (name != null && !within) {
        names.add(name + " (" + service.match() + ")");
      }
    }
    return names;
  }

  static boolean isFromManagement(ActiveFlow flow, Places places) {
    End source = End.source(flow);
    End destination = End.destination(flow);
    return destination.isExternal()
        || places.isManagement(source)
        || places.all(destination, Tier.JUMP) && !places.isPublic(source);
  }

  private Finding of(ActiveFlow flow, List<String> services) {
    return finding(
        "Flow "
            + flow.name()
            + " permits administration by "
            + String.join(", ", services)
            + " from "
            + flow.policy().source().ref().name()
            + ", which is neither a jump host nor in a management zone",
        "Draw it from a jump host; if its client is one, say so by the role of the group or the"
            + " trust level of the zone",
        flow.ref());
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    ServiceBook book = ServiceBook.of(context);
    return FlowFixes.of(finding, context)
        .map(
            fixes -> {
              List<Fix> all = new ArrayList<>(fromManagement(fixes, book, context));
              all.addAll(fixes.without(each -> book.use(each).administration() != null));
              return all;
            })
        .orElse(List.of());
  }

  /** Moves the client end of a flow that only administers; it must not touch another flow. */
  private static List<Fix> fromManagement(
      FlowFixes fixes, ServiceBook book, ValidationContext context) {
    ActiveFlow flow = fixes.flow();
    OtherFlows others = fixes.others();
    boolean pure =
        flow.policy().services().stream().allMatch(each -> book.use(each).administration() != null);
    if (!pure || !others.serve(flow.policy().source())) {
      return List.of();
    }
    List<Fix> all = new ArrayList<>();
    for (ManagementPlace place : ManagementPlace.reaching(flow, context)) {
      boolean free =
          flow.policy().services().stream()
              .noneMatch(
                  service ->
                      others.meet(place.end(), flow.policy().destination(), service.match()));
      if (free && all.size() < MOST_PLACES) {
        all.add(
            new Fix(
                "Draw " + flow.name() + " from " + place.element().getName(),
                false,
                elements -> {
                  Flow element = fixes.element(elements);
                  Endpoint source =
                      elements.get(place.element().getClass(), place.element().getId());
                  FlowChanges.split(
                      element, List.of(new FlowChanges.Ends(source, element.getDestination(), 1)));
                }));
      }
    }
    return all;
  }
}
