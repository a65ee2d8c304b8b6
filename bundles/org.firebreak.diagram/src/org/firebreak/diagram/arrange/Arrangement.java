package org.firebreak.diagram.arrange;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Flow;
import org.firebreak.scene.Alarm;
import org.firebreak.scene.SceneBuilder;
import org.firebreak.scene.SceneOptions;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.layout.LayeredLayout;
import org.firebreak.scene.layout.LayoutResult;
import org.firebreak.scene.layout.SelectionLayout;

/**
 * A layout in three steps: a copy of the design is taken on the UI thread, the layout is computed
 * on any thread, and its result is applied to the design itself on the UI thread.
 */
public final class Arrangement {
  private final Diagram copy;
  private final SceneOptions options;
  private final Set<String> selection;

  private Arrangement(Diagram copy, SceneOptions options, Set<String> selection) {
    this.copy = copy;
    this.options = options;
    this.selection = selection;
  }

  /**
   * Takes the copy.
   *
   * @param diagram a diagram of the design, or one not yet in it
   * @param options as for drawing
   */
  public static Arrangement of(Design design, Diagram diagram, SceneOptions options) {
    return of(design, diagram, options, List.of());
  }

  /**
   * Takes the copy for an arrangement of some nodes, and what is in them, among themselves.
   *
   * @param diagram a diagram of the design
   * @param options as for drawing
   * @param selection nodes of the diagram; empty for all
   */
  public static Arrangement of(
      Design design, Diagram diagram, SceneOptions options, Collection<DiagramNode> selection) {
    SceneOptions calm = options.withAlarms(element -> Alarm.NONE);
    // Measures all texts here, where fonts may be asked.
    SceneBuilder.sketch(diagram, calm);
    EcoreUtil.Copier copier = new EcoreUtil.Copier();
    Design designCopy = (Design) copier.copy(design);
    Diagram diagramCopy = (Diagram) copier.get(diagram);
    if (diagramCopy == null) {
      diagramCopy = (Diagram) copier.copy(diagram);
      designCopy.getDiagrams().add(diagramCopy);
    }
    copier.copyReferences();
    Set<String> ids = selection.stream().map(DiagramNode::getId).collect(Collectors.toSet());
    return new Arrangement(diagramCopy, calm, ids);
  }

  /** Computes the layout. */
  public LayoutResult compute() {
    return selection.isEmpty()
        ? LayeredLayout.layout(copy, options)
        : SelectionLayout.layout(copy, options, selection);
  }

  /**
   * Stores a layout; what was deleted meanwhile is left out. The caller wraps this in a model edit.
   */
  public static void apply(LayoutResult result, Design design, Diagram diagram) {
    Map<String, Flow> flows = new HashMap<>();
    design.getFlows().forEach(flow -> flows.put(flow.getId(), flow));
    Map<Flow, List<Point>> routes = new LinkedHashMap<>();
    result
        .routes()
        .forEach(
            (flow, corners) -> {
              Flow own = flows.get(flow.getId());
              if (own != null) {
                routes.put(own, corners);
              }
            });
    new LayoutResult(result.nodes(), routes, result.whole()).applyTo(diagram);
  }
}
