package org.firebreak.diagram.snapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.scene.geometry.Rect;

/** Finds how far a box is from the nearest line that it should keep to. */
public final class Snapper {
  private static final double SAME = 0.75;

  private final List<Rect> others;
  private final int grid;
  private final double reach;

  /**
   * A snapper.
   *
   * @param others boxes with which others may be aligned
   * @param grid distance between the lines of the grid, px; 0 for none
   * @param reach within which distance a box is drawn to another one, px of the diagram
   */
  public Snapper(Collection<Rect> others, int grid, double reach) {
    this.others = List.copyOf(others);
    this.grid = grid;
    this.reach = reach;
  }

  /**
   * How far to move; 0 if nothing is near. Other boxes come before the grid.
   *
   * @param span the moved box
   * @param edges what of it may snap; the first one snaps to the grid
   * @param across whether along the x axis
   */
  public double correction(Span span, List<Edge> edges, boolean across) {
    double best = Double.NaN;
    for (Rect other : others) {
      Span theirs = Span.of(other, across);
      for (Edge edge : edges) {
        for (Edge mark : marks(edge)) {
          double distance = mark.of(theirs) - edge.of(span);
          boolean nearer = Double.isNaN(best) || Math.abs(distance) < Math.abs(best);
          if (Math.abs(distance) <= reach && nearer) {
            best = distance;
          }
        }
      }
    }
    if (!Double.isNaN(best)) {
      return best;
    }
    if (grid > 0) {
      double at = edges.get(0).of(span);
      return Math.round(at / grid) * (double) grid - at;
    }
    return 0;
  }

  /**
   * The lines on which a box stands together with others.
   *
   * @param placed the box where it is dropped
   * @param edges what of it may snap
   * @param across whether along the x axis, which gives upright lines
   */
  public List<Guide> guides(Rect placed, List<Edge> edges, boolean across) {
    Map<Integer, Guide> guides = new LinkedHashMap<>();
    Span span = Span.of(placed, across);
    Span beside = Span.of(placed, !across);
    for (Rect other : others) {
      Span theirs = Span.of(other, across);
      for (Edge edge : edges) {
        for (Edge mark : marks(edge)) {
          if (Math.abs(mark.of(theirs) - edge.of(span)) < SAME) {
            int at = (int) Math.round(edge.of(span));
            Span reached = Span.of(other, !across);
            int from = (int) Math.min(beside.start(), reached.start());
            int to = (int) Math.max(beside.end(), reached.end());
            guides.merge(at, new Guide(across, at, from, to), Guide::joined);
          }
        }
      }
    }
    return new ArrayList<>(guides.values());
  }

  /** Edges go with edges, centres with centres. */
  private static List<Edge> marks(Edge edge) {
    return edge == Edge.MIDDLE ? List.of(Edge.MIDDLE) : List.of(Edge.START, Edge.END);
  }
}
