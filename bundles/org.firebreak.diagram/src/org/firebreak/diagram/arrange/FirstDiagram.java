package org.firebreak.diagram.arrange;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramConnection;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.Flow;
import org.firebreak.model.NamedElement;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.io.NewElements;
import org.firebreak.scene.SceneBuilder;
import org.firebreak.scene.SceneOptions;
import org.firebreak.scene.layout.DiagramPopulator;

/**
 * The first diagram of a design, in three steps: a copy of the design is taken on the UI thread,
 * the diagram is drawn on any thread, and it is bound to the design itself on the UI thread.
 */
public final class FirstDiagram {
  private static final String NAME = "Overview";

  private final Design copy;
  private final SceneOptions options;

  private FirstDiagram(Design copy, SceneOptions options) {
    this.copy = copy;
    this.options = options;
  }

  /**
   * Takes the copy.
   *
   * @param options as for drawing
   */
  public static FirstDiagram of(Design design, SceneOptions options) {
    Design copy = EcoreUtil.copy(design);
    // Measures all texts here, where fonts may be asked.
    SceneBuilder.sketch(everything(copy), options);
    return new FirstDiagram(copy, options);
  }

  /** Draws the diagram of the copy. */
  public Diagram draw() {
    return DiagramPopulator.populate(copy, NAME, options);
  }

  /**
   * Makes a diagram of the copy one of the design and adds it; what was deleted meanwhile is left
   * out. The caller wraps this in a model edit.
   */
  public static void add(Diagram diagram, Design design) {
    Map<String, Element> own = new HashMap<>();
    for (TreeIterator<EObject> all = design.eAllContents(); all.hasNext(); ) {
      if (all.next() instanceof Element element) {
        own.put(element.getId(), element);
      }
    }
    for (Iterator<DiagramNode> nodes = diagram.getNodes().iterator(); nodes.hasNext(); ) {
      DiagramNode node = nodes.next();
      if (own.get(node.getElement().getId()) instanceof NamedElement element) {
        node.setElement(element);
      } else {
        nodes.remove();
      }
    }
    for (Iterator<DiagramConnection> lines = diagram.getConnections().iterator();
        lines.hasNext(); ) {
      DiagramConnection line = lines.next();
      if (own.get(line.getFlow().getId()) instanceof Flow flow) {
        line.setFlow(flow);
      } else {
        lines.remove();
      }
    }
    design.getDiagrams().add(diagram);
  }

  private static Diagram everything(Design copy) {
    Diagram diagram = NewElements.diagram(NAME);
    for (TreeIterator<EObject> all = copy.eAllContents(); all.hasNext(); ) {
      EObject object = all.next();
      if (object instanceof Endpoint || object instanceof EnforcementPoint) {
        diagram.getNodes().add(NewElements.node((NamedElement) object));
      }
      if (object instanceof ServerGroup) {
        all.prune();
      }
    }
    return diagram;
  }
}
