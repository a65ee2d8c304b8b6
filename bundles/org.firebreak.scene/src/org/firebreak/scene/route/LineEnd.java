package org.firebreak.scene.route;

import org.firebreak.scene.geometry.Rect;

/**
 * Where a line ends.
 *
 * @param target rectangle on whose border the line ends
 * @param body rectangle that the line must not cross on its way: the card around a row, else the
 *     target itself
 */
public record LineEnd(Rect target, Rect body) {

  /** The end at a box that stands for itself. */
  public static LineEnd of(Rect box) {
    return new LineEnd(box, box);
  }

  /** The end at a row in a card; such a line comes from the left or the right. */
  public static LineEnd row(Rect row, Rect card) {
    return new LineEnd(row, card);
  }

  /** Whether the line may come from the left and the right only. */
  public boolean isRow() {
    return !target.equals(body);
  }
}
