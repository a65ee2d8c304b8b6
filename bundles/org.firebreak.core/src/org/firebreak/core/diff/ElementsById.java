package org.firebreak.core.diff;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.model.Design;
import org.firebreak.model.Element;

/** The elements of a design by their ids, in its order, without those that only draw diagrams. */
final class ElementsById {

  private ElementsById() {}

  static Map<String, Element> of(Design design) {
    Map<String, Element> elements = new LinkedHashMap<>();
    elements.put(design.getId(), design);
    for (TreeIterator<EObject> all = design.eAllContents(); all.hasNext(); ) {
      EObject each = all.next();
      if (DesignDifference.isDrawing(each)) {
        all.prune();
      } else if (each instanceof Element element) {
        elements.put(element.getId(), element);
      }
    }
    return elements;
  }
}
