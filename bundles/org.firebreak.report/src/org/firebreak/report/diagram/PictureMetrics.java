package org.firebreak.report.diagram;

import org.firebreak.scene.TextMetrics;
import org.firebreak.scene.TextStyle;

/** Text as the typeface of the pictures measures it: the same on every machine, on any thread. */
public enum PictureMetrics implements TextMetrics {
  INSTANCE;

  @Override
  public int width(String text, TextStyle style) {
    return (int) Math.ceil(TextRun.width(text, Typeface.of(style)) * style.size() - 1e-6);
  }
}
