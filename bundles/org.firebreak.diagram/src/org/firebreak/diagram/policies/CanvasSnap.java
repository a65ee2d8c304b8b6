package org.firebreak.diagram.policies;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.draw2d.PositionConstants;
import org.eclipse.draw2d.geometry.PrecisionRectangle;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.Request;
import org.eclipse.gef.SnapToHelper;
import org.eclipse.gef.requests.GroupRequest;
import org.firebreak.diagram.preferences.DiagramPreferences;
import org.firebreak.diagram.snapping.Edge;
import org.firebreak.diagram.snapping.Guide;
import org.firebreak.diagram.snapping.Snapper;
import org.firebreak.diagram.snapping.Span;
import org.firebreak.scene.Box;
import org.firebreak.scene.BoxKind;
import org.firebreak.scene.geometry.Rect;

/**
 * Draws what a hand moves, resizes or draws to the boxes beside it, and to the grid, as the
 * preferences want it. Leaves the guides to show in the request's data.
 */
final class CanvasSnap extends SnapToHelper {
  /** Key of the list of {@link Guide guides} in a request's data. */
  static final String GUIDES = "org.firebreak.diagram.guides";

  /** Distance on the screen within which boxes are drawn to each other, px. */
  private static final double REACH = 6;

  private static final List<Edge> ALL = List.of(Edge.START, Edge.MIDDLE, Edge.END);

  private final BoxHost container;

  /**
   * @param container the box, or the diagram, in which something is moved
   */
  CanvasSnap(BoxHost container) {
    this.container = container;
  }

  @Override
  @SuppressWarnings("unchecked")
  public int snapRectangle(
      Request request, int orientation, PrecisionRectangle base, PrecisionRectangle result) {
    Snapper snapper = snapper(request);
    PrecisionRectangle there = base.getPreciseCopy();
    ((GraphicalEditPart) container.getViewer().getContents())
        .getFigure()
        .translateToRelative(there);
    Span across = new Span(there.preciseX, there.preciseX + there.preciseWidth);
    Span down = new Span(there.preciseY, there.preciseY + there.preciseHeight);
    List<Edge> sideways =
        edges(
            orientation,
            PositionConstants.HORIZONTAL,
            PositionConstants.WEST,
            PositionConstants.EAST);
    List<Edge> upright =
        edges(
            orientation,
            PositionConstants.VERTICAL,
            PositionConstants.NORTH,
            PositionConstants.SOUTH);
    if (!sideways.isEmpty()) {
      double by = snapper.correction(across, sideways, true);
      across = corrected(across, sideways, by);
      if (sideways.contains(Edge.START)) {
        result.preciseX += by * zoom();
      }
      if (sideways.size() == 1) {
        result.preciseWidth += (sideways.contains(Edge.END) ? by : -by) * zoom();
      }
    }
    if (!upright.isEmpty()) {
      double by = snapper.correction(down, upright, false);
      down = corrected(down, upright, by);
      if (upright.contains(Edge.START)) {
        result.preciseY += by * zoom();
      }
      if (upright.size() == 1) {
        result.preciseHeight += (upright.contains(Edge.END) ? by : -by) * zoom();
      }
    }
    result.updateInts();
    Rect placed =
        Rect.ofEdges(
            round(across.start()), round(down.start()), round(across.end()), round(down.end()));
    List<Guide> guides = new ArrayList<>(snapper.guides(placed, sideways, true));
    guides.addAll(snapper.guides(placed, upright, false));
    request.getExtendedData().put(GUIDES, guides);
    return PositionConstants.NONE;
  }

  /** A drawn box whose corners keep to lines; one without a size only where it begins. */
  Rect drawn(Rect drawn) {
    Snapper snapper = snapper(null);
    Span across = drawn(snapper, new Span(drawn.x(), drawn.right()), true);
    Span down = drawn(snapper, new Span(drawn.y(), drawn.bottom()), false);
    return Rect.ofEdges(
        round(across.start()), round(down.start()), round(across.end()), round(down.end()));
  }

  private static Span drawn(Snapper snapper, Span span, boolean across) {
    double start = span.start() + snapper.correction(span, List.of(Edge.START), across);
    if (span.end() == span.start()) {
      return new Span(start, start);
    }
    double end = span.end() + snapper.correction(span, List.of(Edge.END), across);
    return new Span(start, Math.max(start, end));
  }

  private Snapper snapper(Request request) {
    DiagramPreferences preferences = DiagramPreferences.now();
    return new Snapper(
        preferences.snapToGeometry() ? others(request) : List.of(),
        preferences.snapToGrid() ? preferences.gridSize() : 0,
        REACH / zoom());
  }

  private static List<Edge> edges(int orientation, int both, int start, int end) {
    if ((orientation & both) == both) {
      return ALL;
    }
    if ((orientation & start) != 0) {
      return List.of(Edge.START);
    }
    return (orientation & end) != 0 ? List.of(Edge.END) : List.of();
  }

  private static Span corrected(Span span, List<Edge> edges, double by) {
    if (edges.size() > 1) {
      return span.moved(by);
    }
    return edges.contains(Edge.START)
        ? new Span(span.start() + by, span.end())
        : new Span(span.start(), span.end() + by);
  }

  /** Boxes in the same container that stay where they are. */
  private List<Rect> others(Request request) {
    Set<String> moved = new HashSet<>();
    if (request instanceof GroupRequest group && group.getEditParts() != null) {
      for (Object part : group.getEditParts()) {
        if (part instanceof BoxHost host && host.box() != null) {
          moved.add(host.box().id());
        }
      }
    }
    String inside = container.box() == null ? null : container.box().id();
    List<Rect> others = new ArrayList<>();
    for (Box box : container.live().scene().children(inside)) {
      if (box.kind() != BoxKind.MEMBER && !moved.contains(box.id())) {
        others.add(box.bounds());
      }
    }
    return others;
  }

  private double zoom() {
    return container.style().zoom();
  }

  private static int round(double value) {
    return (int) Math.round(value);
  }
}
