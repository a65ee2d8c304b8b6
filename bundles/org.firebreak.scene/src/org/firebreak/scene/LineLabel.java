package org.firebreak.scene;

import org.firebreak.scene.geometry.Rect;

/**
 * The pill on a line.
 *
 * @param text services, for instance {@code https}, {@code tcp/9000} or {@code https +3}
 * @param flows number of flows in the line, shown from two on
 * @param bounds of the pill in diagram coordinates, px
 */
public record LineLabel(String text, int flows, Rect bounds) {

  /** Whether there is nothing to say, and so no pill. */
  public boolean isEmpty() {
    return bounds.width() == 0;
  }

  /** The count as shown after the text, for instance {@code ×3}; empty for a single flow. */
  public String count() {
    return flows > 1 ? "×" + flows : "";
  }
}
