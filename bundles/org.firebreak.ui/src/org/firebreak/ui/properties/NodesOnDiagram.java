package org.firebreak.ui.properties;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.ui.IEditorPart;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.describe.Property;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.FirebreakPackage.Literals;

/** The boxes that elements have on the diagram that is open, which have properties of their own. */
final class NodesOnDiagram {
  static final String TAB = "On the diagram";

  private NodesOnDiagram() {}

  /** The box of each element; {@code null} if not all of them have one. */
  static EditedElements of(EditedElements elements, IEditorPart editor) {
    DiagramCanvas canvas = editor == null ? null : editor.getAdapter(DiagramCanvas.class);
    if (canvas == null || properties(elements.type()).isEmpty()) {
      return null;
    }
    Map<EObject, DiagramNode> byElement = new HashMap<>();
    Diagram diagram = canvas.live().diagram();
    diagram.getNodes().forEach(node -> byElement.putIfAbsent(node.getElement(), node));
    List<EObject> nodes = new ArrayList<>();
    for (EObject element : elements.elements()) {
      DiagramNode node = byElement.get(element);
      if (node == null) {
        return null;
      }
      nodes.add(node);
    }
    return new EditedElements(elements.document(), nodes);
  }

  /** What is to be known of the box of such an element; nothing for those that have no boxes. */
  static List<Property> properties(EClass type) {
    boolean collapses = type == Literals.ZONE || type == Literals.SERVER_GROUP;
    boolean shown = Literals.ENDPOINT.isSuperTypeOf(type) || type == Literals.ENFORCEMENT_POINT;
    return ModelDescriptions.properties(Literals.DIAGRAM_NODE).stream()
        .filter(
            property ->
                shown && property.feature() == Literals.DIAGRAM_NODE__PINNED
                    || collapses && property.feature() == Literals.DIAGRAM_NODE__COLLAPSED)
        .toList();
  }
}
