package org.firebreak.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.model.AcceptedFinding;
import org.firebreak.model.Design;
import org.firebreak.model.NamedElement;

/** The acceptances of a design with the names of their elements. */
final class Acceptances {
  private final Map<String, String> names = new HashMap<>();

  Acceptances(Design design) {
    names.put(design.getId(), ElementRef.of(design).name());
    for (TreeIterator<EObject> all = design.eAllContents(); all.hasNext(); ) {
      if (all.next() instanceof NamedElement element) {
        names.put(element.getId(), ElementRef.of(element).name());
      }
    }
  }

  /** Whether an acceptance is about an element, by its name or id; {@code null} is any. */
  boolean names(AcceptedFinding accepted, String element) {
    return element == null
        || accepted.getElements().stream()
            .anyMatch(id -> id.equals(element) || element.equals(names.get(id)));
  }

  /** {@code FB-101 web → db: replaced next year}. */
  String text(AcceptedFinding accepted) {
    String elements =
        accepted.getElements().stream()
            .limit(5)
            .map(id -> names.getOrDefault(id, "(deleted)"))
            .collect(Collectors.joining(", "));
    return accepted.getRule()
        + " "
        + elements
        + (accepted.getReason() == null ? "" : ": " + accepted.getReason());
  }
}
