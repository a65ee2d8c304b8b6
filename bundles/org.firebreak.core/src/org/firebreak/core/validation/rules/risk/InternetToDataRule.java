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
import org.firebreak.core.validation.facts.ServiceKinds;
import org.firebreak.model.Protocol;
import org.firebreak.model.TrustLevel;

/** Flows that lead from what the Internet reaches straight to data. */
public final class InternetToDataRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-208",
          RuleCategory.RISK,
          "Internet-facing straight to data",
          FindingSeverity.WARNING,
          "A server that the Internet reaches is the first to fall. If it opens connections to a"
              + " database itself, nothing stands between the intruder and the data. Reported are"
              + " flows whose clients are internet-facing servers, servers in zones of the trust"
              + " level perimeter, or external networks with public addresses, and whose servers"
              + " offer a database port or stand in a zone of the trust level data; name"
              + " resolution, time, monitoring and ICMP do not count. A client end of any address"
              + " is FB-101 alone, a network that holds servers of the design FB-203; other clients"
              + " that should not reach a database are FB-206.",
          "Flow lb → db permits postgresql, and lb is internet-facing. Put an application tier in"
              + " between: lb → app → db.");

  private static final Set<String> HARMLESS =
      Set.of("name-resolution", "time", "monitoring", "network");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    ServiceBook book = ServiceBook.of(context);
    ServiceKinds kinds = context.shared(ServiceKinds.class, ServiceKinds::of);
    Places places = Places.of(context);
    List<Finding> findings = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      End destination = End.destination(flow);
      if (destination.isExternal() || context.isAnyAddress(flow.policy().source())) {
        continue;
      }
      End source = End.source(flow);
      String exposure = exposure(source, places);
      if (exposure == null
          || isInside(flow)
          || DatabaseTierRule.holdsServers(source.policy(), context)) {
        continue;
      }
      boolean data = places.all(destination, TrustLevel.DATA);
      List<PolicyService> services =
          flow.policy().services().stream()
              .filter(each -> counts(each, data, book, kinds))
              .toList();
      if (!services.isEmpty()) {
        findings.add(of(flow, services, book, exposure));
      }
    }
    return findings;
  }

  private static boolean counts(
      PolicyService service, boolean data, ServiceBook book, ServiceKinds kinds) {
    if (book.use(service).database() != null) {
      return true;
    }
    Protocol protocol = service.match().protocol();
    return data
        && protocol != Protocol.ICMP
        && protocol != Protocol.ICMPV6
        && !HARMLESS.contains(kinds.category(service));
  }

  /** What stays within one group or zone crosses no tier. */
  private static boolean isInside(ActiveFlow flow) {
    return flow.policy().source().index() == flow.policy().destination().index();
  }

  static boolean isExposed(End source, Places places) {
    return exposure(source, places) != null;
  }

  private static String exposure(End source, Places places) {
    if (source.isExternal()) {
      return places.isPublic(source) ? "has public addresses" : null;
    }
    if (places.anyFacing(source)) {
      return places.allFacing(source) ? "is internet-facing" : "is internet-facing in part";
    }
    return places.all(source, TrustLevel.PERIMETER) ? "stands at the perimeter" : null;
  }

  private Finding of(
      ActiveFlow flow, List<PolicyService> services, ServiceBook book, String exposure) {
    List<String> names =
        services.stream()
            .map(
                each -> {
                  String database = book.use(each).database();
                  return database == null
                      ? each.match().toString()
                      : database + " (" + each.match() + ")";
                })
            .toList();
    return finding(
        "Flow "
            + flow.name()
            + " leads straight to data by "
            + String.join(", ", names)
            + ": "
            + flow.policy().source().ref().name()
            + " "
            + exposure,
        "Let an application tier that the Internet does not reach stand in between",
        flow.ref());
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    ServiceBook book = ServiceBook.of(context);
    ServiceKinds kinds = context.shared(ServiceKinds.class, ServiceKinds::of);
    return FlowFixes.of(finding, context)
        .map(
            fixes -> {
              boolean data = Places.of(context).all(End.destination(fixes.flow()), TrustLevel.DATA);
              return fixes.without(service -> counts(service, data, book, kinds));
            })
        .orElse(List.of());
  }
}
