package org.firebreak.ui.designs;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.model.Design;
import org.firebreak.model.Element;

/** Finds the elements of a design by the ids that results name. */
public final class ElementIndex {
  private final Map<String, Element> elements = new HashMap<>();

  /** Looks through the design once; later edits are not seen. */
  public ElementIndex(Design design) {
    elements.put(design.getId(), design);
    TreeIterator<EObject> all = design.eAllContents();
    while (all.hasNext()) {
      if (all.next() instanceof Element element) {
        elements.put(element.getId(), element);
      }
    }
  }

  public Optional<Element> find(ElementRef ref) {
    return Optional.ofNullable(elements.get(ref.id()));
  }
}
