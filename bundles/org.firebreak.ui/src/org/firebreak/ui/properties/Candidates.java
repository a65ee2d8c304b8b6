package org.firebreak.ui.properties;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.describe.Property;
import org.firebreak.model.Design;
import org.firebreak.model.FirebreakPackage.Literals;
import org.firebreak.model.Service;
import org.firebreak.model.library.ServiceLibrary;
import org.firebreak.model.library.WellKnownService;
import org.firebreak.ui.images.Images;

/** What a reference may be set to. */
final class Candidates {

  private Candidates() {}

  /**
   * The elements of the design that fit, and for services also the well-known ones that the design
   * does not have yet; each kind by name.
   */
  static List<Candidate> of(Property property, Design design) {
    EClass type = (EClass) property.feature().getEType();
    List<Candidate> candidates = new ArrayList<>();
    TreeIterator<EObject> all = design.eAllContents();
    while (all.hasNext()) {
      EObject each = all.next();
      if (type.isInstance(each)) {
        candidates.add(candidate(each));
      } else if (each.eClass() == Literals.DIAGRAM) {
        all.prune();
      }
    }
    candidates.sort(
        Comparator.comparing((Candidate each) -> each.label().toLowerCase(Locale.ROOT)));
    if (type == Literals.SERVICE) {
      candidates.addAll(library(design));
    }
    return candidates;
  }

  /** An element of the design. */
  static Candidate candidate(EObject element) {
    return new Candidate(
        element,
        ModelDescriptions.label(element),
        ModelDescriptions.kind(element.eClass()) + detail(element),
        Images.of(element));
  }

  private static String detail(EObject element) {
    String detail = ModelDescriptions.detail(element);
    return detail.isEmpty() ? "" : ", " + detail;
  }

  private static List<Candidate> library(Design design) {
    Set<String> present = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (Service service : design.getServices()) {
      if (service.getName() != null) {
        present.add(service.getName());
      }
    }
    return ServiceLibrary.wellKnown().all().stream()
        .filter(service -> !present.contains(service.name()))
        .map(Candidates::candidate)
        .toList();
  }

  private static Candidate candidate(WellKnownService service) {
    Service element = service.toService();
    return new Candidate(
        service,
        service.name(),
        "well-known service, " + ModelDescriptions.detail(element),
        Images.get("service"));
  }
}
