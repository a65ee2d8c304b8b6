package org.firebreak.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.firebreak.core.edit.ModelChange;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.model.io.DesignFile;

/** Remembers each state of a design, and whether undo and redo lead back to it. */
final class StatesOfDesign implements ModelEdit.Listener {
  private final ModelEdit edit;
  private final List<Integer> states = new ArrayList<>();
  private int now;
  private String mismatch;

  StatesOfDesign(ModelEdit edit) {
    this.edit = edit;
    states.add(state());
    edit.addListener(this);
  }

  @Override
  public void changed(ModelChange change) {
    int state = state();
    if (change.kind() == ModelChange.Kind.RUN) {
      states.subList(now + 1, states.size()).clear();
      states.add(state);
      now++;
      return;
    }
    now += change.kind() == ModelChange.Kind.UNDO ? -1 : 1;
    if (mismatch == null && states.get(now) != state) {
      mismatch = change.kind() + " " + change.label();
    }
  }

  /** The first undo or redo that was not exact; {@code null} if all were. */
  String mismatch() {
    return mismatch;
  }

  private int state() {
    return Arrays.hashCode(DesignFile.toBytes(edit.design()));
  }
}
