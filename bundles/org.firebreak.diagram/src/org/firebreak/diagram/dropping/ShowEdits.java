package org.firebreak.diagram.dropping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.gef.commands.Command;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.diagram.commands.EditCommand;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.model.DiagramConnection;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.Flow;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.io.NewElements;
import org.firebreak.scene.geometry.Point;

/** Showing elements on a diagram that are in the design already. */
public final class ShowEdits {
  private final LiveScene live;

  public ShowEdits(LiveScene live) {
    this.live = live;
  }

  /**
   * Shows elements, each in its zones, which are shown too; a zone comes with what is in it, a
   * server of a group with its group, a flow with its ends.
   *
   * @param at where the first one should be, in diagram coordinates
   * @return {@code null} if all that can be shown is shown
   */
  public Command show(Collection<? extends Element> elements, Point at) {
    List<Element> hidden = hidden(elements);
    if (hidden.isEmpty()) {
      return null;
    }
    String what =
        hidden.size() == 1 ? ModelDescriptions.label(hidden.get(0)) : hidden.size() + " elements";
    return new EditCommand(live.edit(), "Show " + what, () -> place(hidden, at));
  }

  /** Elements of the design that the diagram could show and does not. */
  public List<Element> hidden(Collection<? extends Element> elements) {
    Set<Element> shown = shown();
    Set<Flow> lines = new HashSet<>();
    for (DiagramConnection connection : live.diagram().getConnections()) {
      lines.add(connection.getFlow());
    }
    List<Element> hidden = new ArrayList<>();
    for (Element element : elements) {
      boolean missing =
          element instanceof Flow flow
              ? !shown.containsAll(boxes(flow))
                  || !live.diagram().isShowAllFlows() && !lines.contains(flow)
              : !shown.containsAll(boxes(element));
      if (missing) {
        hidden.add(element);
      }
    }
    return hidden;
  }

  /** Shows elements. To be called inside an edit. */
  public void place(Collection<? extends Element> elements, Point at) {
    NodePlaces places = new NodePlaces(live, shown(), at);
    for (Element element : elements) {
      boxes(element).forEach(places::place);
      if (element instanceof Flow flow && !live.diagram().isShowAllFlows()) {
        live.diagram().getConnections().add(NewElements.connection(flow));
      }
    }
  }

  private Set<Element> shown() {
    Set<Element> shown = new HashSet<>();
    for (DiagramNode node : live.diagram().getNodes()) {
      if (node.getElement() != null) {
        shown.add(node.getElement());
      }
    }
    return shown;
  }

  /** What needs a node so that an element is shown; nothing for what no diagram shows. */
  private static Set<NamedElement> boxes(Element element) {
    Set<NamedElement> boxes = new LinkedHashSet<>();
    switch (element) {
      case Flow flow -> {
        boxes.addAll(boxes(flow.getSource()));
        boxes.addAll(boxes(flow.getDestination()));
      }
      case Server server when server.eContainer() instanceof ServerGroup group -> boxes.add(group);
      case Endpoint endpoint -> boxes.add(endpoint);
      case EnforcementPoint point -> boxes.add(point);
      case null, default -> {
        // Services, tenants and the like have no place on a diagram.
      }
    }
    return boxes;
  }
}
