package org.firebreak.scene;

import java.util.List;

/**
 * How an overlay draws a line.
 *
 * @param paint of stroke and arrowhead
 * @param width of the stroke, px; kept within {@link #LEAST} and {@link #MOST}
 * @param pattern second cue beside the colour
 * @param figure what the label says in place of the services; empty for the services
 * @param hint lines before those of the tooltip
 */
public record LineTint(Paint paint, double width, Pattern pattern, String figure, List<String> hint)
    implements Tint {
  /** Width of the thinnest stroke, px. */
  public static final double LEAST = 1.2;

  /** Width of the widest stroke, px: figures leave so much room around a line. */
  public static final double MOST = 10;

  /** Marks along a stroke, so that colour is not the only sign. */
  public enum Pattern {
    PLAIN,
    /** Dashed: nothing is known. */
    UNKNOWN,
    /** A dashed core in the colour of the ground: attention. */
    MARKED,
    /** The same with an edge in the colour of text: too much. */
    EDGED
  }

  /** Bounds the width and copies the hint. */
  public LineTint {
    width = Math.clamp(width, LEAST, MOST);
    hint = List.copyOf(hint);
  }

  /** A tint without label and tooltip, as legends show them. */
  public static LineTint sample(Token token, double width, Pattern pattern) {
    return new LineTint(Paint.of(token), width, pattern, "", List.of());
  }
}
