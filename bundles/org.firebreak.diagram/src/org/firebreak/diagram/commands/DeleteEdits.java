package org.firebreak.diagram.commands;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.gef.commands.Command;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramConnection;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.model.Flow;

/** Taking elements off a diagram, and out of the design. */
public final class DeleteEdits {
  private final ModelEdit edit;
  private final Diagram diagram;

  public DeleteEdits(LiveScene live) {
    this(live.edit(), live.diagram());
  }

  /**
   * @param diagram from which elements are removed; {@code null} if they are only deleted
   */
  public DeleteEdits(ModelEdit edit, Diagram diagram) {
    this.edit = edit;
    this.diagram = diagram;
  }

  /**
   * Takes nodes off the diagram, with the nodes that lie in them; the design keeps what they show.
   *
   * @return {@code null} if there is nothing to take off
   */
  public Command removeFromDiagram(Collection<DiagramNode> nodes) {
    return removeFromDiagram(nodes, List.of());
  }

  /**
   * Takes nodes and lines off the diagram. Lines can be taken off a diagram alone that does not
   * {@linkplain Diagram#isShowAllFlows show all flows}.
   *
   * @return {@code null} if there is nothing to take off
   */
  public Command removeFromDiagram(
      Collection<DiagramNode> nodes, Collection<? extends Element> flows) {
    List<DiagramNode> all = withContent(nodes);
    List<DiagramConnection> lines =
        diagram.isShowAllFlows()
            ? List.of()
            : diagram.getConnections().stream()
                .filter(connection -> flows.contains(connection.getFlow()))
                .toList();
    if (all.isEmpty() && lines.isEmpty()) {
      return null;
    }
    List<Element> chosen = new ArrayList<>(nodes);
    lines.forEach(line -> chosen.add(line.getFlow()));
    return new EditCommand(
        edit,
        "Remove " + subject(chosen) + " from diagram",
        () -> {
          diagram.getConnections().removeAll(lines);
          diagram.getNodes().removeAll(all);
        });
  }

  private List<DiagramNode> withContent(Collection<DiagramNode> nodes) {
    Set<EObject> shown = new LinkedHashSet<>();
    nodes.forEach(node -> shown.add(node.getElement() == null ? node : node.getElement()));
    List<DiagramNode> all = new ArrayList<>();
    for (DiagramNode node : diagram.getNodes()) {
      EObject at = node.getElement() == null ? node : node.getElement();
      while (at != null && !shown.contains(at)) {
        at = at.eContainer();
      }
      if (at != null) {
        all.add(node);
      }
    }
    return all;
  }

  /**
   * Deletes elements from the design with all they hold, the flows that start or end at them, and
   * their nodes on every diagram; for a note, its node.
   *
   * @param elements endpoints, enforcement points, flows; or nodes of notes
   * @return {@code null} if there is nothing to delete
   */
  public Command delete(Collection<? extends Element> elements) {
    return delete(elements, "Delete");
  }

  /** Deletes under another name, for instance "Cut". */
  public Command delete(Collection<? extends Element> elements, String verb) {
    Deletion deletion = deletion(elements);
    return deletion == null
        ? null
        : new EditCommand(edit, verb + " " + deletion.words(), deletion::carryOut);
  }

  /** What {@link #delete(Collection)} would take away; {@code null} if nothing. */
  public Deletion deletion(Collection<? extends Element> elements) {
    List<Element> doomed = new ArrayList<>(elements);
    doomed.removeIf(element -> element instanceof Design);
    return doomed.isEmpty() ? null : Deletion.of(doomed, edit.design());
  }

  private static String subject(List<? extends EObject> objects) {
    if (objects.size() != 1) {
      return objects.size() + " elements";
    }
    String label = ModelDescriptions.label(objects.get(0));
    return objects.get(0) instanceof Flow ? "flow " + label : label;
  }
}
