package org.firebreak.diagram.align;

import org.firebreak.scene.geometry.Rect;

/** What of two boxes can be put in line. */
public enum Side {
  LEFT("left edges"),
  CENTER("centres"),
  RIGHT("right edges"),
  TOP("top edges"),
  MIDDLE("middles"),
  BOTTOM("bottom edges");

  private final String words;

  Side(String words) {
    this.words = words;
  }

  /** What the undo menu calls it, for instance {@code left edges}. */
  String words() {
    return words;
  }

  /** A box moved so that it is in line with another. */
  Rect align(Rect box, Rect with) {
    return switch (this) {
      case LEFT -> box.moved(with.x() - box.x(), 0);
      case CENTER -> box.moved(middle(with.x(), with.width()) - middle(box.x(), box.width()), 0);
      case RIGHT -> box.moved(with.right() - box.right(), 0);
      case TOP -> box.moved(0, with.y() - box.y());
      case MIDDLE -> box.moved(0, middle(with.y(), with.height()) - middle(box.y(), box.height()));
      case BOTTOM -> box.moved(0, with.bottom() - box.bottom());
    };
  }

  private static int middle(int from, int length) {
    return from + length / 2;
  }
}
