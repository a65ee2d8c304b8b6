package org.firebreak.ui.findings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.validation.Acceptance;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.ValidationResult;
import org.firebreak.model.Design;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.Zone;

/** Finds where the elements of findings are, and whose. */
final class Problems {
  private final Map<String, Element> elements = new HashMap<>();

  private Problems(Design design) {
    design
        .eAllContents()
        .forEachRemaining(
            each -> {
              if (each instanceof Element element) {
                elements.put(element.getId(), element);
              }
            });
  }

  /** All findings of a result, the accepted ones last. */
  static List<Problem> of(ValidationResult result, Design design) {
    Problems places = new Problems(design);
    List<Problem> problems = new ArrayList<>();
    result.findings().forEach(finding -> problems.add(places.problem(finding, null)));
    for (Acceptance acceptance : result.accepted()) {
      problems.add(places.problem(acceptance.finding(), acceptance));
    }
    return List.copyOf(problems);
  }

  private Problem problem(Finding finding, Acceptance acceptance) {
    Element element =
        finding.elements().isEmpty() ? null : elements.get(finding.elements().get(0).id());
    return switch (element) {
      case null -> new Problem(finding, acceptance, "", "");
      case Flow flow ->
          new Problem(
              finding,
              acceptance,
              joined(zone(flow.getSource()), zone(flow.getDestination())),
              joined(tenant(flow.getSource()), tenant(flow.getDestination())));
      default -> new Problem(finding, acceptance, zone(element), tenant(element));
    };
  }

  private static String joined(String from, String to) {
    if (from.equals(to) || to.isEmpty()) {
      return from;
    }
    return from.isEmpty() ? to : from + " → " + to;
  }

  private static String zone(EObject element) {
    for (EObject at = element; at != null; at = at.eContainer()) {
      if (at instanceof Zone zone) {
        return Objects.toString(zone.getName(), "");
      }
    }
    return element instanceof ExternalNetwork ? "outside" : "";
  }

  private static String tenant(EObject element) {
    for (EObject at = element; at instanceof Endpoint; at = at.eContainer()) {
      var tenant =
          switch (at) {
            case Server server -> server.getTenant();
            case Zone zone -> zone.getTenant();
            default -> null;
          };
      if (tenant != null) {
        return Objects.toString(tenant.getName(), "");
      }
    }
    return "";
  }
}
