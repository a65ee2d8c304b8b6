package org.firebreak.diagram.clipboard;

import java.util.List;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.firebreak.diagram.commands.DeleteEdits;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.diagram.task.DiagramTask;
import org.firebreak.model.Element;

/** Puts what is selected on the clipboard, for diagrams and for spreadsheets. */
public final class CopyTask implements DiagramTask {
  private final boolean cut;

  /**
   * @param cut whether the elements leave the design
   */
  public CopyTask(boolean cut) {
    this.cut = cut;
  }

  @Override
  public boolean isEnabled(DiagramContext context) {
    return !context.selectedElements().isEmpty();
  }

  @Override
  public void run(DiagramContext context) {
    List<Element> selected = context.selectedElements();
    Snippet snippet = Snippet.of(context.canvas().live(), selected);
    put(context, snippet.bytes(), SnippetText.of(snippet));
    if (cut) {
      context.execute(new DeleteEdits(context.canvas().live()).delete(selected, "Cut"));
    }
  }

  private static void put(DiagramContext context, byte[] bytes, String text) {
    Clipboard clipboard = new Clipboard(context.canvas().control().getDisplay());
    try {
      clipboard.setContents(
          new Object[] {bytes, text.isEmpty() ? " " : text},
          new Transfer[] {SnippetTransfer.getInstance(), TextTransfer.getInstance()});
    } finally {
      clipboard.dispose();
    }
  }
}
