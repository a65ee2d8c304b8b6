package org.firebreak.scene;

import java.util.ArrayList;
import java.util.List;

/** Breaks text at spaces; a word that is too long is shortened. */
final class Wrapping {

  private Wrapping() {}

  static List<String> lines(String text, int width, TextStyle style, TextMetrics metrics) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.strip().split("\\R", -1)) {
      String line = "";
      for (String word : paragraph.strip().split("\\s+")) {
        String longer = line.isEmpty() ? word : line + " " + word;
        if (!line.isEmpty() && metrics.width(longer, style) > width) {
          lines.add(metrics.fit(line, style, width));
          line = word;
        } else {
          line = longer;
        }
      }
      lines.add(metrics.fit(line, style, width));
    }
    return lines;
  }
}
