package org.firebreak.scene.geometry;

/**
 * An upright rectangle in diagram coordinates; right and bottom edge are {@code x + width} and
 * {@code y + height}.
 *
 * @param x left edge, px
 * @param y top edge, px
 * @param width px, not negative
 * @param height px, not negative
 */
public record Rect(int x, int y, int width, int height) {

  /** The rectangle with these edges. */
  public static Rect ofEdges(int left, int top, int right, int bottom) {
    return new Rect(left, top, right - left, bottom - top);
  }

  /** The smallest rectangle that holds both points. */
  public static Rect spanning(Point a, Point b) {
    return ofEdges(
        Math.min(a.x(), b.x()),
        Math.min(a.y(), b.y()),
        Math.max(a.x(), b.x()),
        Math.max(a.y(), b.y()));
  }

  public int right() {
    return x + width;
  }

  public int bottom() {
    return y + height;
  }

  public int centerX() {
    return x + width / 2;
  }

  public int centerY() {
    return y + height / 2;
  }

  public Point center() {
    return new Point(centerX(), centerY());
  }

  public Size size() {
    return new Size(width, height);
  }

  /** The rectangle moved by an offset. */
  public Rect moved(int dx, int dy) {
    return new Rect(x + dx, y + dy, width, height);
  }

  /** The rectangle with every edge moved outwards, or inwards if the margin is negative. */
  public Rect grown(int margin) {
    return new Rect(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
  }

  /** The smallest rectangle that holds both. */
  public Rect union(Rect other) {
    return ofEdges(
        Math.min(x, other.x),
        Math.min(y, other.y),
        Math.max(right(), other.right()),
        Math.max(bottom(), other.bottom()));
  }

  /** Whether the interiors share an area; rectangles that only touch do not. */
  public boolean intersects(Rect other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }

  /** Whether the other rectangle lies inside, edges included. */
  public boolean contains(Rect other) {
    return x <= other.x && y <= other.y && other.right() <= right() && other.bottom() <= bottom();
  }

  /** Whether the point lies inside, edges included. */
  public boolean contains(Point point) {
    return x <= point.x() && point.x() <= right() && y <= point.y() && point.y() <= bottom();
  }

  /** Whether an upright segment runs through the interior; running along an edge does not. */
  public boolean crossedBy(Point from, Point to) {
    return Math.min(from.x(), to.x()) < right()
        && Math.max(from.x(), to.x()) > x
        && Math.min(from.y(), to.y()) < bottom()
        && Math.max(from.y(), to.y()) > y;
  }
}
