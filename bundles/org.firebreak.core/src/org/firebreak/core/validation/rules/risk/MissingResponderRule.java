package org.firebreak.core.validation.rules.risk;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyEndpoint;
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
import org.firebreak.model.Server;

/** Quarantined servers that nobody can reach to examine them. */
public final class MissingResponderRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-405",
          RuleCategory.SEGMENTATION,
          "Quarantine without responders",
          FindingSeverity.WARNING,
          "Only responders may open connections to a quarantined server, to secure traces and to"
              + " clean it. If the design names none, or only such as are in quarantine themselves,"
              + " the server can be reached at its console alone, also by those who keep it in"
              + " order. Whoever is called to an incident should find this settled. Reported once,"
              + " and only while the design quarantines a server.",
          "Server web1 is in quarantine, and the design has no responders. Name the group"
              + " forensics, or the jump hosts.");

  private static final int NAMED = 3;
  private static final int MOST_PLACES = 3;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<ElementRef> servers =
        context.servers().stream().filter(Server::isQuarantined).map(context::ref).toList();
    if (servers.isEmpty() || !Responders.effective(context).isEmpty()) {
      return List.of();
    }
    return List.of(
        finding(
            (context.design().getResponders().isEmpty()
                    ? "The design names no responders, so nobody"
                    : "All responders of the design are in quarantine themselves, so nobody")
                + " may open a connection to "
                + (servers.size() == 1 ? "the quarantined server " : "the quarantined servers ")
                + Words.list(servers, NAMED),
            "Name from where incident responders may open connections",
            context.policy().design()));
  }

  /** Lets jump hosts respond, or management if there are none. */
  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    List<Fix> fixes = new ArrayList<>();
    for (ManagementPlace place : ManagementPlace.of(context)) {
      PolicyEndpoint end = place.end();
      boolean free =
          context.servers().subList(end.from(), end.to()).stream().noneMatch(Server::isQuarantined);
      if (free && fixes.size() < MOST_PLACES) {
        fixes.add(respond(place.element().getId(), place.element().getName()));
      }
    }
    return fixes;
  }

  private static Fix respond(String id, String name) {
    return new Fix(
        "Let " + name + " respond",
        false,
        elements -> {
          Endpoint endpoint = elements.get(Endpoint.class, id);
          if (elements.design().getResponders().contains(endpoint)) {
            throw new OutdatedFixException(name + " is a responder already");
          }
          elements.design().getResponders().add(endpoint);
        });
  }
}
