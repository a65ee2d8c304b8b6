package org.firebreak.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;

/** Holds an edit to exact undo and redo, by the file that would be saved. */
public final class Undoable {
  private Undoable() {}

  /** Runs the edit, undoes and redoes it; the serialised design must follow exactly. */
  public static void assertUndoable(Design design, Runnable change) {
    ModelEdit edit = new ModelEdit(design);
    String before = text(design);
    edit.run("edit", change);
    String after = text(design);
    assertThat(after).isNotEqualTo(before);
    edit.undo();
    assertThat(text(design)).isEqualTo(before);
    edit.redo();
    assertThat(text(design)).isEqualTo(after);
    edit.undo();
    assertThat(text(design)).isEqualTo(before);
  }

  static String text(Design design) {
    return new String(DesignFile.toBytes(design), StandardCharsets.UTF_8);
  }
}
