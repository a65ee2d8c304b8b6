package org.firebreak.core.validation.rules.risk;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.ServerAddresses;
import org.firebreak.model.TrustLevel;

/** Flows that open databases to others than applications. */
public final class DatabaseTierRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-206",
          RuleCategory.RISK,
          "Database from outside the application tier",
          FindingSeverity.WARNING,
          "Applications check what a user may see; a database that users, desktops or the web tier"
              + " reach themselves has only its own passwords left. Reported are database ports"
              + " from external networks, from zones of the trust level external, from clients and"
              + " desktops, and, if the design has an application tier, from the web tier; who is"
              + " what, role labels, group roles and names tell, and what they do not tell is not"
              + " reported. Caches may be used by the web tier. Clients in management zones,"
              + " databases among themselves and applications are expected. What starts at"
              + " internet-facing servers, at the perimeter or on the Internet is FB-208, a client"
              + " end of any address is FB-101, and a network that holds servers of the design"
              + " FB-203 alone.",
          "Flow desktops → db permits mssql (tcp/1433). Let the application tier use the database,"
              + " and the desktops the application.");

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
      List<PolicyService> services =
          flow.policy().services().stream().filter(each -> isDatabase(each, book)).toList();
      if (services.isEmpty()
          || flow.policy().destination().isExternal()
          || context.isAnyAddress(flow.policy().source())
          || holdsServers(flow.policy().source(), context)
          || InternetToDataRule.isExposed(End.source(flow), places)) {
        continue;
      }
      String who = outsider(End.source(flow), services, book, places);
      if (who != null) {
        findings.add(of(flow, services, book, who));
      }
    }
    return findings;
  }

  /** Whether a network is made of servers of the design, which another rule reports. */
  static boolean holdsServers(PolicyEndpoint end, ValidationContext context) {
    return end.isExternal()
        && context.shared(ServerAddresses.class, ServerAddresses::of).anyIn(end.network());
  }

  private static boolean isDatabase(PolicyService service, ServiceBook book) {
    return book.use(service).database() != null;
  }

  /** What the clients are; {@code null} if they may use databases, or nothing is known of them. */
  private static String outsider(
      End source, List<PolicyService> services, ServiceBook book, Places places) {
    if (places.isManagement(source)
        || places.any(source, Tier.APPLICATION)
        || places.any(source, Tier.DATA)) {
      return null;
    }
    if (source.isExternal()) {
      return "an external network";
    }
    if (places.all(source, TrustLevel.EXTERNAL)) {
      return "outside the data centre";
    }
    if (places.all(source, Tier.USERS)) {
      return "where users are";
    }
    boolean records = services.stream().anyMatch(each -> !book.use(each).cache());
    return records && places.exists(Tier.APPLICATION) && places.all(source, Tier.WEB)
        ? "the web tier, although the design has an application tier"
        : null;
  }

  private Finding of(ActiveFlow flow, List<PolicyService> services, ServiceBook book, String who) {
    List<String> names =
        services.stream()
            .map(each -> book.use(each).database() + " (" + each.match() + ")")
            .toList();
    return finding(
        "Flow "
            + flow.name()
            + " permits "
            + String.join(", ", names)
            + " from "
            + flow.policy().source().ref().name()
            + ", "
            + who,
        "Let the application tier use the database, and those clients the application",
        flow.ref());
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    ServiceBook book = ServiceBook.of(context);
    return FlowFixes.of(finding, context)
        .map(fixes -> fixes.without(service -> isDatabase(service, book)))
        .orElse(List.of());
  }
}
