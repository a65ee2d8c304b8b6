package org.firebreak.ui.pasting;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.diagram.clipboard.TablePaste;
import org.firebreak.diagram.dropping.Pointer;
import org.firebreak.diagram.dropping.ShowEdits;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.model.Design;
import org.firebreak.model.Element;
import org.firebreak.scene.geometry.Point;
import org.firebreak.ui.jobs.ChangedCopy;

/** Makes servers of pasted names and addresses, and flows of pasted rows of a port matrix. */
public final class TablePasting implements TablePaste {
  private static final String TITLE = "Paste Rows";

  /** More rows belong into a file: its import has progress and a preview. */
  private static final int MOST_ROWS = 2000;

  private static final int NAMED = 8;

  @Override
  public boolean takes(String rows) {
    return PastedRows.of(rows) != null;
  }

  @Override
  public void paste(String text, DiagramContext context, Element container) {
    PastedRows rows = PastedRows.of(text);
    Shell shell = context.site().getShell();
    if (rows.size() > MOST_ROWS) {
      MessageDialog.openInformation(
          shell,
          TITLE,
          "These are %d rows. Save more than %d rows as a file and use File > Import."
              .formatted(rows.size(), MOST_ROWS));
      return;
    }
    try {
      PastedRows wanted = withKnownEnds(rows, context);
      if (wanted != null && wanted.size() > 0) {
        paste(wanted, context, container);
      }
    } catch (UncheckedIOException e) {
      MessageDialog.openError(shell, TITLE, e.getCause().getMessage());
    }
  }

  /**
   * Asks what to do about flows from and to what the design does not have.
   *
   * @return the rows to paste; {@code null} for none
   */
  private static PastedRows withKnownEnds(PastedRows rows, DiagramContext context) {
    if (rows.kind() == PastedRows.Kind.SERVERS) {
      return rows;
    }
    Design copy = ChangedCopy.of(context.design());
    PastedImport trial = new PastedImport();
    trial.run(new ModelEdit(copy), rows, copy);
    List<String> unknown = trial.report().unknownNames();
    if (unknown.isEmpty()) {
      return rows;
    }
    String named = unknown.stream().limit(NAMED).collect(Collectors.joining(", "));
    String more = unknown.size() > NAMED ? " and %d more".formatted(unknown.size() - NAMED) : "";
    int answer =
        MessageDialog.open(
            MessageDialog.QUESTION,
            context.site().getShell(),
            TITLE,
            "The design does not have " + named + more + ". Make groups without servers of them?",
            0,
            "Make Groups",
            "Skip Their Rows",
            "Cancel");
    return switch (answer) {
      case 0 -> rows;
      case 1 -> rows.without(Set.copyOf(unknown));
      default -> null;
    };
  }

  private static void paste(PastedRows rows, DiagramContext context, Element container) {
    PastedImport pasted = new PastedImport();
    Point at = Pointer.over(context.canvas()).orElse(Pointer.middle(context.canvas()));
    String noun = rows.kind() == PastedRows.Kind.SERVERS ? "server" : "flow";
    context
        .edit()
        .run(
            "Paste " + (rows.size() == 1 ? "1 " + noun : rows.size() + " " + noun + "s"),
            () -> {
              pasted.run(context.edit(), rows, container);
              new ShowEdits(context.canvas().live()).place(pasted.made(), at);
            });
    context.canvas().select(pasted.made());
    PasteReport.show(context.site().getShell(), rows, pasted.report());
  }
}
