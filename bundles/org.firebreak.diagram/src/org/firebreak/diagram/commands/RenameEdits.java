package org.firebreak.diagram.commands;

import java.util.Objects;
import org.eclipse.gef.commands.Command;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.model.NamedElement;

/** Giving names to elements and text to notes. */
public final class RenameEdits {
  private final ModelEdit edit;

  public RenameEdits(ModelEdit edit) {
    this.edit = edit;
  }

  /** The name of an element, or the text of a note; empty if it has none. */
  public static String text(Element element) {
    String text = element instanceof DiagramNode note ? note.getText() : name(element);
    return text == null ? "" : text;
  }

  private static String name(Element element) {
    return element instanceof NamedElement named ? named.getName() : null;
  }

  /**
   * Names an element, or writes the text of a note.
   *
   * @return {@code null} if it is that already
   */
  public Command rename(Element element, String text) {
    if (Objects.equals(text(element), text)) {
      return null;
    }
    if (element instanceof DiagramNode note) {
      return new EditCommand(edit, "Edit note", () -> note.setText(text));
    }
    NamedElement named = (NamedElement) element;
    String before = text(element).isEmpty() ? ModelDescriptions.label(element) : text(element);
    return new EditCommand(edit, "Rename " + before, () -> named.setName(text));
  }
}
