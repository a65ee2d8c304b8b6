package org.firebreak.scene.route;

import org.firebreak.scene.geometry.Rect;

/** A side of a box; also the direction in which a line leaves it. */
enum Side {
  RIGHT(1, 0),
  LEFT(-1, 0),
  DOWN(0, 1),
  UP(0, -1);

  final int dx;
  final int dy;

  Side(int dx, int dy) {
    this.dx = dx;
    this.dy = dy;
  }

  boolean isHorizontal() {
    return dy == 0;
  }

  Side opposite() {
    return switch (this) {
      case RIGHT -> LEFT;
      case LEFT -> RIGHT;
      case DOWN -> UP;
      case UP -> DOWN;
    };
  }

  /** Coordinate of this side of a box: x of a vertical one, y of a horizontal one. */
  int of(Rect box) {
    return switch (this) {
      case RIGHT -> box.right();
      case LEFT -> box.x();
      case DOWN -> box.bottom();
      case UP -> box.y();
    };
  }
}
