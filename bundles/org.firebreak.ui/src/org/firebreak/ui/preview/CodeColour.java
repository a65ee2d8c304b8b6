package org.firebreak.ui.preview;

import org.eclipse.swt.graphics.Color;
import org.firebreak.ui.theme.Palette;

/** Colours of the text of files; each has at least 4.5 : 1 on the ground in both looks. */
enum CodeColour {
  COMMENT("#5B6878", "#9AA7B6"),
  STRING("#13734A", "#7FD1A6"),
  KEYWORD("#1F5FD6", "#6EA2FF"),
  NUMBER("#7A3EB1", "#C9A6F5");

  private final String light;
  private final String dark;

  CodeColour(String light, String dark) {
    this.light = light;
    this.dark = dark;
  }

  static Color of(Syntax.Kind kind) {
    CodeColour colour = valueOf(kind.name());
    return Palette.color(colour.light, colour.dark);
  }
}
