package org.firebreak.diagram.commands;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.Routing;
import org.firebreak.model.io.NewElements;

/** The diagrams of a design: adding, copying, naming, ordering and deleting them. */
public final class DiagramEdits {
  private final ModelEdit edit;

  public DiagramEdits(ModelEdit edit) {
    this.edit = edit;
  }

  /** An empty diagram after the others. */
  public Diagram add(String name, Routing routing) {
    Diagram diagram = NewElements.diagram(name);
    diagram.setRouting(routing);
    edit.run("Add diagram " + name, () -> design().getDiagrams().add(diagram));
    return diagram;
  }

  /** A copy of a diagram behind it: other nodes, the same elements of the design. */
  public Diagram duplicate(Diagram diagram) {
    Diagram copy = EcoreUtil.copy(diagram);
    copy.setId(EcoreUtil.generateUUID());
    copy.setName(freeName(diagram.getName() + " copy"));
    copy.getNodes().forEach(node -> node.setId(EcoreUtil.generateUUID()));
    copy.getConnections().forEach(connection -> connection.setId(EcoreUtil.generateUUID()));
    edit.run(
        "Duplicate diagram " + diagram.getName(),
        () -> design().getDiagrams().add(design().getDiagrams().indexOf(diagram) + 1, copy));
    return copy;
  }

  public void rename(Diagram diagram, String name) {
    edit.run("Rename diagram", () -> diagram.setName(name));
  }

  /** Deletes a diagram; the design keeps all that it shows. */
  public void delete(Diagram diagram) {
    edit.run("Delete diagram " + diagram.getName(), () -> design().getDiagrams().remove(diagram));
  }

  /** Moves a diagram among the others; nothing happens at either end. */
  public void move(Diagram diagram, int by) {
    List<Diagram> all = design().getDiagrams();
    int to = all.indexOf(diagram) + by;
    if (to >= 0 && to < all.size()) {
      edit.run("Move diagram " + diagram.getName(), () -> design().getDiagrams().move(to, diagram));
    }
  }

  /** The name itself, or with the first number that makes it differ from those of the others. */
  public String freeName(String wanted) {
    Set<String> taken = new HashSet<>();
    design().getDiagrams().forEach(diagram -> taken.add(diagram.getName()));
    String name = wanted;
    for (int i = 2; taken.contains(name); i++) {
      name = wanted + " " + i;
    }
    return name;
  }

  private Design design() {
    return edit.design();
  }
}
