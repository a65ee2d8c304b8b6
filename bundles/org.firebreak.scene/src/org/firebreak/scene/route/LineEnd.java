package org.firebreak.scene.route;

import org.firebreak.scene.geometry.Rect;

/**
 * Where a line ends.
 *
 * @param face part of the target at whose height the line rather ends
 * @param target rectangle on whose border the line ends
 * @param body rectangle that the line must not cross on its way: the card around a row, else the
 *     target itself
 */
public record LineEnd(Rect target, Rect body, Rect face) {
  private static final int CORNER = 8;
  private static final int ROW_CORNER = 3;
  private static final int COMFORT = 5;

  /** The end at a box that stands for itself. */
  public static LineEnd of(Rect box) {
    return new LineEnd(box, box, box);
  }

  /** The end at a row in a card; such a line comes from the left or the right. */
  public static LineEnd row(Rect row, Rect card) {
    return new LineEnd(row, card, row);
  }

  /** The end at a card that rather takes lines at its header, as its rows have lines too. */
  public static LineEnd header(Rect card, int height) {
    Rect header = new Rect(card.x(), card.y(), card.width(), Math.min(height, card.height()));
    return new LineEnd(card, card, header);
  }

  /** Whether the line may come from the left and the right only. */
  public boolean isRow() {
    return !target.equals(body);
  }

  /** Whether the other end is an open zone around this one, which lines reach from inside. */
  boolean isInside(LineEnd other) {
    return !body.equals(other.body) && other.body.contains(body);
  }

  /** Least coordinate along a side at which a line may end. */
  int low(Side side) {
    return side.isHorizontal()
        ? target.y() + Math.min(corner(), target.height() / 2)
        : target.x() + Math.min(corner(), target.width() / 2);
  }

  /** Greatest coordinate along a side at which a line may end. */
  int high(Side side) {
    return side.isHorizontal()
        ? target.bottom() - Math.min(corner(), target.height() / 2)
        : target.right() - Math.min(corner(), target.width() / 2);
  }

  /** Least coordinate along a side at which a line ends well, with room for others beside it. */
  int comfortableLow(Side side) {
    int low = side.isHorizontal() ? Math.max(face.y(), low(side)) : low(side);
    return low + (comfortableEnd(side) - low) / COMFORT;
  }

  /** Greatest coordinate along a side at which a line ends well. */
  int comfortableHigh(Side side) {
    int high = comfortableEnd(side);
    int low = side.isHorizontal() ? Math.max(face.y(), low(side)) : low(side);
    return high - (high - low) / COMFORT;
  }

  private int comfortableEnd(Side side) {
    return side.isHorizontal() ? Math.min(face.bottom(), high(side)) : high(side);
  }

  int middle(Side side) {
    return side.isHorizontal() ? face.centerY() : face.centerX();
  }

  private int corner() {
    return isRow() ? ROW_CORNER : CORNER;
  }
}
