package org.firebreak.core.validation.rules.risk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.Words;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;

/** Servers that the design cuts off. */
public final class QuarantinedServerRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-404",
          RuleCategory.SEGMENTATION,
          "Servers in quarantine",
          FindingSeverity.INFO,
          "A quarantined server exchanges nothing with anyone but responders, whatever flows"
              + " permit: every export cuts it off, in every phase of the roll-out. Somebody has"
              + " found it compromised, or no membership rule places it. The finding is there so"
              + " that it is not forgotten: release the server when it is clean and where it"
              + " belongs, or take it out of the design. Servers of one group, or side by side"
              + " outside any group, are reported together. Servers that only the command line"
              + " quarantines are not reported.",
          "Server web1 was quarantined after an alert, and has been installed anew since. Release"
              + " it.");

  private static final int NAMED = 3;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    Map<EObject, List<ElementRef>> byPlace = new LinkedHashMap<>();
    for (Server server : context.servers()) {
      if (server.isQuarantined()) {
        byPlace
            .computeIfAbsent(server.eContainer(), place -> new ArrayList<>())
            .add(context.ref(server));
      }
    }
    String but = Responders.words(Responders.effective(context));
    List<Finding> findings = new ArrayList<>();
    byPlace.forEach((place, servers) -> findings.add(of(place, servers, but)));
    return findings;
  }

  private Finding of(EObject place, List<ElementRef> servers, String but) {
    boolean one = servers.size() == 1;
    return finding(
        (one ? "Server " : Words.count(servers.size(), "server") + where(place) + " (")
            + Words.list(servers, NAMED)
            + (one ? " is" : ") are")
            + " in quarantine: cut off from everybody"
            + but,
        "Release what is clean and belongs there; what does not, remove from the design",
        servers.toArray(ElementRef[]::new));
  }

  private static String where(EObject place) {
    return switch (place) {
      case ServerGroup group -> " of group " + group.getName();
      case Zone zone -> " of zone " + zone.getName();
      default -> "";
    };
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    List<ElementRef> servers = finding.elements();
    return List.of(
        new Fix(
            "Release " + Words.list(servers, NAMED) + " from quarantine",
            false,
            elements -> {
              List<Server> quarantined =
                  servers.stream()
                      .map(server -> elements.get(Server.class, server.id()))
                      .filter(Server::isQuarantined)
                      .toList();
              if (quarantined.isEmpty()) {
                throw new OutdatedFixException("nothing of it is in quarantine any more");
              }
              quarantined.forEach(server -> server.setQuarantined(false));
            }));
  }
}
