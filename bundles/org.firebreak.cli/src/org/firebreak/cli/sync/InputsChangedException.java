package org.firebreak.cli.sync;

import java.io.IOException;
import java.nio.file.Path;

/** Inventory or design changed while a run read them; nothing was written. */
public final class InputsChangedException extends IOException {
  private static final long serialVersionUID = 1L;

  InputsChangedException(Path inventory) {
    super(inventory + " or the design changed while it was read; run it again");
  }
}
