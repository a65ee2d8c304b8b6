package org.firebreak.ui.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.model.Design;
import org.firebreak.model.Element;
import org.firebreak.model.FirebreakPackage.Literals;

/** The elements that an import would create, by kind and then in the order of the design. */
final class PlannedElements {
  private static final List<EClass> KINDS =
      List.of(
          Literals.TENANT,
          Literals.ZONE,
          Literals.SERVER_GROUP,
          Literals.SERVER,
          Literals.EXTERNAL_NETWORK,
          Literals.SERVICE,
          Literals.FLOW);

  private PlannedElements() {}

  /**
   * @param before the design as it is; {@code null} if there is none
   * @param after the same with what was imported
   */
  static List<Element> of(Design before, Design after) {
    Set<String> present = new HashSet<>();
    if (before != null) {
      elements(before).forEach(element -> present.add(element.getId()));
    }
    return elements(after).stream()
        .filter(element -> !present.contains(element.getId()))
        .sorted(Comparator.comparingInt(element -> KINDS.indexOf(element.eClass())))
        .toList();
  }

  private static List<Element> elements(Design design) {
    List<Element> elements = new ArrayList<>();
    TreeIterator<EObject> all = design.eAllContents();
    while (all.hasNext()) {
      EObject each = all.next();
      if (each.eClass() == Literals.DIAGRAM) {
        all.prune();
      } else if (each instanceof Element element && KINDS.contains(each.eClass())) {
        elements.add(element);
      }
    }
    return elements;
  }
}
