package org.firebreak.core.validation;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.model.Design;
import org.firebreak.model.Element;

/** The elements of a design by their ids, for the fixes that change it. */
public final class DesignElements {
  private final Design design;
  private final Map<String, Element> byId = new HashMap<>();

  private DesignElements(Design design) {
    this.design = design;
    byId.put(design.getId(), design);
    for (TreeIterator<EObject> all = design.eAllContents(); all.hasNext(); ) {
      if (all.next() instanceof Element element) {
        byId.put(element.getId(), element);
      }
    }
  }

  /** Walks over the design once. */
  public static DesignElements of(Design design) {
    return new DesignElements(design);
  }

  public Design design() {
    return design;
  }

  /**
   * An element that is still part of the design.
   *
   * @throws OutdatedFixException if there is none of that kind with the id
   */
  public <T extends Element> T get(Class<T> kind, String id) {
    Element element = byId.get(id);
    if (!kind.isInstance(element) || !EcoreUtil.isAncestor(design, element)) {
      throw new OutdatedFixException(
          "the " + kind.getSimpleName() + " with the id " + id + " is no longer in the design");
    }
    return kind.cast(element);
  }
}
