package org.firebreak.diagram.task;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.gef.commands.Command;
import org.eclipse.ui.IWorkbenchPartSite;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.diagram.live.FlowLine;
import org.firebreak.diagram.policies.LineHost;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;

/** The diagram that is shown, and all that belongs to it. To be used on the UI thread. */
public interface DiagramContext {
  /** The undo stack of the design. */
  ModelEdit edit();

  Diagram diagram();

  DiagramCanvas canvas();

  /** The editor's site, for dialogs, services and the status line. */
  IWorkbenchPartSite site();

  /** Executes a command on the undo stack; {@code null} does nothing. */
  void execute(Command command);

  default Design design() {
    return edit().design();
  }

  /** Selected model elements; a line stands for all its flows, a note for its node. */
  default List<Element> selectedElements() {
    return canvas().selectedElements();
  }

  /** Nodes of what is selected, without rows of cards, which have none. */
  default List<DiagramNode> selectedNodes() {
    List<Element> selected = selectedElements();
    return diagram().getNodes().stream()
        .filter(node -> selected.contains(node.getElement() == null ? node : node.getElement()))
        .toList();
  }

  /** Selected lines, each with one flow or a bundle. */
  default List<FlowLine> selectedLines() {
    List<FlowLine> lines = new ArrayList<>();
    for (Object part : canvas().viewer().getSelectedEditParts()) {
      if (part instanceof LineHost line) {
        lines.add(line.flowLine());
      }
    }
    return lines;
  }
}
