package org.firebreak.diagram.snapping;

import org.firebreak.scene.geometry.Rect;

/**
 * A box along one axis, which may stand between two pixels while a hand moves it.
 *
 * @param start left or top edge
 * @param end right or bottom edge
 */
public record Span(double start, double end) {
  static Span of(Rect rect, boolean across) {
    return across ? new Span(rect.x(), rect.right()) : new Span(rect.y(), rect.bottom());
  }

  /** The middle, in whole pixels from the start. */
  double middle() {
    return start + Math.floor((end - start) / 2);
  }

  /** The same further on. */
  public Span moved(double by) {
    return new Span(start + by, end + by);
  }
}
