package org.firebreak.cli;

import java.nio.file.Path;
import org.firebreak.model.io.DesignFile;

/** The name of a new design, if nobody gives it one. */
final class DesignName {
  private static final String ENDING = "." + DesignFile.EXTENSION;

  private DesignName() {}

  /** That of its file, without the ending. */
  static String of(Path file) {
    Path last = file.getFileName(); // the root has none
    String name = String.valueOf(last == null ? file : last);
    return name.endsWith(ENDING) && name.length() > ENDING.length()
        ? name.substring(0, name.length() - ENDING.length())
        : name;
  }
}
