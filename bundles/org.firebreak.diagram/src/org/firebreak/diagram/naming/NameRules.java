package org.firebreak.diagram.naming;

import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.model.Design;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.model.NamedElement;

/** What a name must be: there, and not that of a neighbour of the same kind. */
final class NameRules {
  /**
   * What is to be said about a name.
   *
   * @param text for people
   * @param wrong whether the name cannot be given
   */
  record Remark(String text, boolean wrong) {}

  private NameRules() {}

  /** The remark about a name for an element; {@code null} if there is none. */
  static Remark check(Element element, String typed, Design design) {
    if (element instanceof DiagramNode) {
      return null;
    }
    String name = typed.strip();
    if (name.isEmpty()) {
      return new Remark("A name is needed", true);
    }
    Remark elsewhere = null;
    for (var all = design.eAllContents(); all.hasNext(); ) {
      EObject other = all.next();
      if (other != element
          && other.eClass() == element.eClass()
          && name.equalsIgnoreCase(((NamedElement) other).getName())) {
        if (other.eContainer() == element.eContainer()) {
          return new Remark("There is a " + kind(element) + " of this name here", true);
        }
        elsewhere = new Remark("A " + kind(element) + " elsewhere has this name too", false);
      }
    }
    return elsewhere;
  }

  private static String kind(Element element) {
    String kind = ModelDescriptions.kind(element.eClass());
    return Character.toLowerCase(kind.charAt(0)) + kind.substring(1);
  }
}
