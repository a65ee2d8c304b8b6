package org.firebreak.diagram;

import java.util.HashSet;
import java.util.Set;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.Diagnostician;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.model.Flow;

/** Whether a design is whole: what refers to what, and that ids are unique. */
final class WholeDesign {
  private WholeDesign() {}

  /**
   * Checks it.
   *
   * @throws AssertionError if it is not whole; the message names the first element that is wrong
   */
  static void check(Design design) {
    Set<EObject> all = new HashSet<>();
    all.add(design);
    design.eAllContents().forEachRemaining(all::add);
    Set<String> ids = new HashSet<>();
    for (EObject object : all) {
      if (object instanceof Element element) {
        hold(element.getId() != null && ids.add(element.getId()), "an id of its own", object);
      }
      for (EObject target : object.eCrossReferences()) {
        hold(all.contains(target), "references inside the design only", object);
      }
    }
    for (Flow flow : design.getFlows()) {
      hold(flow.getSource() != null && flow.getDestination() != null, "two ends", flow);
    }
    for (Diagram diagram : design.getDiagrams()) {
      Set<EObject> shown = new HashSet<>();
      for (DiagramNode node : diagram.getNodes()) {
        boolean note = node.getElement() == null;
        hold(!note || node.getText() != null, "an element or a text", node);
        hold(note || shown.add(node.getElement()), "the only node of its element", node);
      }
      diagram
          .getConnections()
          .forEach(connection -> hold(connection.getFlow() != null, "a flow", connection));
    }
    Diagnostic diagnostic = Diagnostician.INSTANCE.validate(design);
    if (diagnostic.getSeverity() == Diagnostic.ERROR) {
      throw new AssertionError("not valid: " + diagnostic.getChildren());
    }
  }

  private static void hold(boolean holds, String what, EObject object) {
    if (!holds) {
      throw new AssertionError("must have " + what + ": " + object + path(object));
    }
  }

  private static String path(EObject object) {
    StringBuilder path = new StringBuilder();
    for (EObject at = object.eContainer(); at != null; at = at.eContainer()) {
      path.append(" in ").append(at.eClass().getName());
    }
    return path.toString();
  }

  /** Number of elements that a design holds. */
  static int size(Design design) {
    int size = 0;
    for (TreeIterator<EObject> all = design.eAllContents(); all.hasNext(); all.next()) {
      size++;
    }
    return size;
  }
}
