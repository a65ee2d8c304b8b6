package org.firebreak.diagram.clipboard;

import org.eclipse.gef.commands.Command;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.diagram.commands.EditCommand;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.diagram.task.DiagramTask;
import org.firebreak.model.io.DesignFileException;

/** Pastes elements that were copied on a diagram, or rows that were copied in a spreadsheet. */
public final class PasteTask implements DiagramTask {
  private static final String TITLE = "Paste";

  @Override
  public void run(DiagramContext context) {
    byte[] bytes = (byte[]) contents(context, SnippetTransfer.getInstance());
    if (bytes != null) {
      try {
        paste(context, Snippet.read(bytes));
      } catch (DesignFileException e) {
        MessageDialog.openError(context.site().getShell(), TITLE, e.getMessage());
      }
      return;
    }
    String text = (String) contents(context, TextTransfer.getInstance());
    if (text == null || text.isBlank()) {
      MessageDialog.openInformation(
          context.site().getShell(),
          TITLE,
          "The clipboard holds neither elements of a diagram nor rows of a spreadsheet.");
    } else {
      TablePastes.paste(text, context);
    }
  }

  private static void paste(DiagramContext context, Snippet snippet) {
    Pasting pasting =
        new Pasting(context.canvas().live(), snippet, PastePlace.of(context, snippet));
    Command command = new EditCommand(context.edit(), label(snippet), pasting::carryOut);
    context.execute(command);
    context.canvas().select(pasting.pasted());
  }

  private static String label(Snippet snippet) {
    int roots = snippet.roots().size();
    if (roots == 1) {
      return "Paste " + ModelDescriptions.label(snippet.roots().get(0));
    }
    return roots == 0 ? "Paste" : "Paste " + roots + " elements";
  }

  private static Object contents(DiagramContext context, Transfer type) {
    Clipboard clipboard = new Clipboard(context.canvas().control().getDisplay());
    try {
      return clipboard.getContents(type);
    } finally {
      clipboard.dispose();
    }
  }
}
