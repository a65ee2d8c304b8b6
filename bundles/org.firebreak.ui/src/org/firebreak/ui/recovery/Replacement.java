package org.firebreak.ui.recovery;

import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Design;
import org.firebreak.ui.jobs.ChangedCopy;

/** Gives an open design another content as one step, which can be undone; its views stay. */
final class Replacement {

  private Replacement() {}

  /** Makes the design of a document equal to another state of it. */
  static void of(DesignDocument document, Design state, String label) {
    Design design = document.design();
    document.edit().run(label, () -> ChangedCopy.apply(state, design));
  }
}
