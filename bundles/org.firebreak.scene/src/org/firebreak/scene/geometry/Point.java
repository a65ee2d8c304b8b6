package org.firebreak.scene.geometry;

/**
 * A point in diagram coordinates.
 *
 * @param x px from the left
 * @param y px from the top
 */
public record Point(int x, int y) {

  /** The point moved by an offset. */
  public Point plus(int dx, int dy) {
    return new Point(x + dx, y + dy);
  }

  /** Sum of the horizontal and the vertical distance, px. */
  public int manhattan(Point other) {
    return Math.abs(x - other.x) + Math.abs(y - other.y);
  }
}
