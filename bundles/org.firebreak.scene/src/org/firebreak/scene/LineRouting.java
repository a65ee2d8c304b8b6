package org.firebreak.scene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.model.Routing;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.geometry.Size;
import org.firebreak.scene.route.LabelPlacer;
import org.firebreak.scene.route.LineEnd;
import org.firebreak.scene.route.OrthogonalRouter;
import org.firebreak.scene.route.Route;
import org.firebreak.scene.route.RouteRequest;
import org.firebreak.scene.route.StraightRoutes;
import org.firebreak.scene.route.Terrain;

/** Gives lines their routes and labels among boxes. */
final class LineRouting {
  private final Map<String, Box> boxes = new LinkedHashMap<>();
  private final Map<String, Integer> members = new HashMap<>();
  private final Set<String> rowEnds = new HashSet<>();
  private final List<Rect> cards = new ArrayList<>();
  private final List<Rect> zones = new ArrayList<>();
  private final List<Rect> titles = new ArrayList<>();

  LineRouting(List<Box> boxes, TextMetrics metrics) {
    for (Box box : boxes) {
      this.boxes.put(box.id(), box);
      if (box.isContainer()) {
        zones.add(box.bounds());
        titles.addAll(titles(box, metrics));
      } else if (box.kind() == BoxKind.MEMBER) {
        members.merge(box.parentId(), 1, Integer::sum);
      } else {
        cards.add(box.bounds());
      }
    }
  }

  /**
   * The lines with routes.
   *
   * @param corners stored corners by id of the line
   */
  List<Line> route(List<Line> lines, Map<String, List<Point>> corners, Routing routing) {
    lines.forEach(this::noteRowEnds);
    List<RouteRequest> requests = new ArrayList<>();
    List<Size> labels = new ArrayList<>();
    for (Line line : lines) {
      Size label = line.label().bounds().size();
      labels.add(label);
      requests.add(
          new RouteRequest(
              end(line.sourceId()),
              end(line.destinationId()),
              corners.getOrDefault(line.id(), List.of()),
              label));
    }
    List<Route> routes = routes(requests, routing);
    List<Rect> taboo = new ArrayList<>(cards);
    taboo.addAll(titles);
    List<List<Point>> courses = routes.stream().map(Route::points).toList();
    List<Rect> places =
        labels.stream().allMatch(label -> label.width() == 0)
            ? courses.stream().map(course -> nowhere(course)).toList()
            : LabelPlacer.place(taboo, courses, labels);
    List<Line> routed = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      routed.add(lines.get(i).routed(routes.get(i), places.get(i)));
    }
    return routed;
  }

  private static Rect nowhere(List<Point> course) {
    return new Rect(course.get(0).x(), course.get(0).y(), 0, 0);
  }

  private List<Route> routes(List<RouteRequest> requests, Routing routing) {
    return switch (routing) {
      case ORTHOGONAL -> new OrthogonalRouter(new Terrain(cards, zones, titles)).route(requests);
      case STRAIGHT -> StraightRoutes.direct(requests);
      case MANUAL -> StraightRoutes.throughCorners(requests);
    };
  }

  private LineEnd end(String boxId) {
    Box box = boxes.get(boxId);
    if (box.kind() != BoxKind.MEMBER) {
      return rowEnds.contains(boxId)
          ? LineEnd.header(box.bounds(), Measures.CARD_HEADER)
          : LineEnd.of(box.bounds());
    }
    Box card = boxes.get(box.parentId());
    return isAlone(card) ? LineEnd.of(card.bounds()) : LineEnd.row(box.bounds(), card.bounds());
  }

  /** In a card with a single member there is no doubt which row is meant. */
  private boolean isAlone(Box card) {
    return members.get(card.id()) == 1 && card.look().memberOverflow() == 0;
  }

  private void noteRowEnds(Line line) {
    for (String end : List.of(line.sourceId(), line.destinationId())) {
      Box box = boxes.get(end);
      if (box.kind() == BoxKind.MEMBER && !isAlone(boxes.get(box.parentId()))) {
        rowEnds.add(box.parentId());
      }
    }
  }

  /** The parts of an open zone's header that its title and its member count cover. */
  private static List<Rect> titles(Box zone, TextMetrics metrics) {
    Rect at = zone.bounds();
    int left = at.x() + Measures.ZONE_PADDING;
    int right = at.right() - Measures.ZONE_PADDING;
    int top = at.y() + 8;
    int height = Measures.ZONE_HEADER - 16;
    int count = metrics.width(zone.text().secondary(), TextStyle.CAPTION);
    int title = Math.min(metrics.width(zone.text().title(), TextStyle.TITLE), right - left - count);
    return List.of(
        new Rect(left, top, Math.max(0, title + Measures.EXPANDER_STEP), height),
        new Rect(right - count, top, count, height));
  }
}
