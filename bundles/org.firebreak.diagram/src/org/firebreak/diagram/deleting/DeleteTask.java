package org.firebreak.diagram.deleting;

import java.util.List;
import org.firebreak.diagram.commands.DeleteEdits;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.diagram.task.DiagramTask;
import org.firebreak.model.Element;

/** Deletes what is selected from the design, after a question if more goes with it. */
public final class DeleteTask implements DiagramTask {
  @Override
  public boolean isEnabled(DiagramContext context) {
    return !context.selectedElements().isEmpty();
  }

  @Override
  public void run(DiagramContext context) {
    DeleteEdits edits = new DeleteEdits(context.canvas().live());
    List<Element> selected = context.selectedElements();
    if (DeleteQuestion.agreed(context.site().getShell(), edits.deletion(selected))) {
      context.execute(edits.delete(selected));
    }
  }
}
