package org.firebreak.cli.io;

import java.util.ArrayList;
import java.util.List;

/** A line of the result whose parts look different on a terminal in colour. */
public final class StyledLine {
  private record Part(Style style, String text) {}

  private final List<Part> parts = new ArrayList<>();

  /** A line of one part; more may follow. */
  public static StyledLine of(Style style, String text) {
    return new StyledLine().then(style, text);
  }

  /** A line without style. */
  public static StyledLine of(String text) {
    return of(Style.PLAIN, text);
  }

  /** The same line with one more part. */
  public StyledLine then(Style style, String text) {
    parts.add(new Part(style, text));
    return this;
  }

  public StyledLine then(String text) {
    return then(Style.PLAIN, text);
  }

  /** Without colours. */
  public String plain() {
    return text(false);
  }

  /** Fit for a terminal: every part is cleaned before it is styled. */
  String text(boolean colored) {
    StringBuilder line = new StringBuilder();
    for (Part part : parts) {
      String clean = Texts.line(part.text());
      line.append(colored && !clean.isEmpty() ? part.style().apply(clean) : clean);
    }
    return line.toString();
  }
}
