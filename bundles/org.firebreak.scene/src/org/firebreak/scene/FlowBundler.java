package org.firebreak.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.model.Bendpoint;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramConnection;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;

/**
 * Decides which flows are shown, between which boxes, and which share a line. An end that is not
 * shown is represented by the nearest box around it. What stays inside one such box is not shown.
 */
final class FlowBundler {
  private final Map<String, Box> boxOfElement = new LinkedHashMap<>();
  private final Predicate<String> unfolded;

  FlowBundler(List<Box> boxes, Predicate<String> unfolded) {
    this.unfolded = unfolded;
    for (Box box : boxes) {
      if (box.elementId() != null) {
        boxOfElement.putIfAbsent(box.elementId(), box);
      }
    }
  }

  /** The lines to draw, in the order of the design's flows. */
  List<Bundle> bundle(Diagram diagram, Optional<Design> design) {
    Map<Flow, List<Bendpoint>> shown = new LinkedHashMap<>();
    if (diagram.isShowAllFlows() && design.isPresent()) {
      design.get().getFlows().forEach(flow -> shown.put(flow, List.of()));
    }
    for (DiagramConnection connection : diagram.getConnections()) {
      if (connection.getFlow() != null) {
        shown.put(connection.getFlow(), connection.getBendpoints());
      }
    }
    Map<String, Bundle> bundles = new LinkedHashMap<>();
    shown.forEach((flow, bendpoints) -> add(flow, bendpoints, bundles));
    List<Bundle> lines = new ArrayList<>();
    for (Bundle bundle : bundles.values()) {
      lines.addAll(unfolded.test(bundle.id()) ? bundle.unfolded() : List.of(bundle));
    }
    return lines;
  }

  private void add(Flow flow, List<Bendpoint> bendpoints, Map<String, Bundle> bundles) {
    Box source = boxFor(flow.getSource());
    Box destination = boxFor(flow.getDestination());
    if (source == null || destination == null) {
      return;
    }
    boolean hidden =
        !stands(source, flow.getSource()) || !stands(destination, flow.getDestination());
    if (source.equals(destination) && hidden) {
      return;
    }
    Bundle fresh = new Bundle(source, destination);
    bundles.computeIfAbsent(fresh.id(), id -> fresh).add(flow, hidden, bendpoints);
  }

  private static boolean stands(Box box, Endpoint end) {
    return box.elementId().equals(end.getId());
  }

  private Box boxFor(Endpoint end) {
    EObject element = end;
    while (element instanceof Element named) {
      Box box = boxOfElement.get(named.getId());
      if (box != null) {
        return box;
      }
      element = element.eContainer();
    }
    return null;
  }
}
