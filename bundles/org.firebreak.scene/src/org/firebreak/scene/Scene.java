package org.firebreak.scene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.firebreak.model.Routing;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.geometry.Size;

/**
 * A diagram ready to be drawn: immutable, without any reference to the model but ids.
 *
 * <p>Paint boxes in order, then all lines, then all labels.
 */
public final class Scene {
  private static final int LEGEND_GAP = 24;

  private final Heading heading;
  private final Routing routing;
  private final TextMetrics metrics;
  private final Rect bounds;
  private final Rect legendBounds;
  private final List<Box> boxList;
  private final List<Line> lineList;
  private final Map<String, Box> boxes;
  private final Map<String, Line> lines;
  private final Map<String, Box> byElement = new LinkedHashMap<>();
  private final Map<String, List<Box>> children = new LinkedHashMap<>();

  /**
   * A scene whose lines are still to be routed.
   *
   * @param corners stored corners by id of the line
   */
  static Scene routed(
      Heading heading,
      TextMetrics metrics,
      Routing routing,
      List<Box> boxes,
      List<Line> lines,
      Map<String, List<Point>> corners) {
    List<Line> routed = new LineRouting(boxes, metrics).route(lines, corners, routing);
    return new Scene(heading, metrics, routing, boxes, routed);
  }

  /**
   * Name and description of a diagram, and what explains its overlay.
   *
   * @param name of the diagram
   * @param description what it shows, in a sentence
   * @param legend of its overlay; null without one
   */
  record Heading(String name, String description, Legend legend) {}

  Scene(Heading heading, TextMetrics metrics, Routing routing, List<Box> boxes, List<Line> lines) {
    this.heading = heading;
    this.routing = routing;
    this.metrics = metrics;
    Map<String, Box> boxesById = new LinkedHashMap<>();
    for (Box box : boxes) {
      boxesById.put(box.id(), box);
      if (box.elementId() != null) {
        byElement.putIfAbsent(box.elementId(), box);
      }
      children.computeIfAbsent(box.parentId(), id -> new ArrayList<>()).add(box);
    }
    Map<String, Line> linesById = new LinkedHashMap<>();
    lines.forEach(line -> linesById.put(line.id(), line));
    this.boxes = Collections.unmodifiableMap(boxesById);
    this.lines = Collections.unmodifiableMap(linesById);
    this.boxList = List.copyOf(boxesById.values());
    this.lineList = List.copyOf(linesById.values());
    Rect extent = extent();
    this.legendBounds = legendUnder(extent);
    this.bounds = legendBounds == null ? extent : extent.union(legendBounds);
  }

  /** Name of the diagram. */
  public String name() {
    return heading.name();
  }

  /** What the diagram shows, in a sentence, for people who cannot see it. */
  public String description() {
    return heading.description();
  }

  /** What explains the overlay; empty without one. */
  public Optional<Legend> legend() {
    return Optional.ofNullable(heading.legend());
  }

  /** Where a picture shows the legend: below all, at the left; null without one. */
  public Rect legendBounds() {
    return legendBounds;
  }

  /** What text was measured with; the painter must use the same. */
  public TextMetrics metrics() {
    return metrics;
  }

  /**
   * The smallest rectangle around boxes, lines, labels and the legend; empty at the origin if there
   * are none.
   */
  public Rect bounds() {
    return bounds;
  }

  /** All boxes, each after the box around it. */
  public List<Box> boxes() {
    return boxList;
  }

  /** All lines, in the order of the design's flows. */
  public List<Line> lines() {
    return lineList;
  }

  public Optional<Box> box(String id) {
    return Optional.ofNullable(boxes.get(id));
  }

  public Optional<Line> line(String id) {
    return Optional.ofNullable(lines.get(id));
  }

  /** The (first) box that stands for a model element itself. */
  public Optional<Box> boxOfElement(String elementId) {
    return Optional.ofNullable(byElement.get(elementId));
  }

  /** The line that carries a flow, alone or with others. */
  public Optional<Line> lineOfFlow(String flowId) {
    return lines.values().stream().filter(line -> line.flowIds().contains(flowId)).findFirst();
  }

  /**
   * Boxes directly inside a box.
   *
   * @param parentId id of a box; null for those at the top
   */
  public List<Box> children(String parentId) {
    return Collections.unmodifiableList(children.getOrDefault(parentId, List.of()));
  }

  /**
   * The scene with some boxes elsewhere and all lines routed anew, as if nothing were stored; what
   * a layout or a dragging hand wants to see before it is done.
   *
   * @param places new bounds by id of the box, absolute; rows follow their card, while the content
   *     of a zone stays unless it is named too
   */
  public Scene moved(Map<String, Rect> places) {
    List<Box> moved = new ArrayList<>();
    Map<String, Rect> cards = new HashMap<>();
    Map<String, Integer> rows = new HashMap<>();
    for (Box box : boxes.values()) {
      if (box.kind() == BoxKind.MEMBER) {
        int row = rows.merge(box.parentId(), 1, Integer::sum) - 1;
        moved.add(box.at(Measures.row(cards.get(box.parentId()), row)));
      } else {
        Rect place = places.getOrDefault(box.id(), box.bounds());
        cards.put(box.id(), place);
        moved.add(box.at(place));
      }
    }
    return routed(heading, metrics, routing, moved, lines(), Map.of());
  }

  /**
   * The scene with only some of its boxes, and the lines between these; routes stay as they are.
   *
   * @param shown must hold for the boxes around and in a box that it holds for
   */
  public Scene restricted(Predicate<Box> shown) {
    List<Box> kept = boxList.stream().filter(shown).toList();
    Set<String> ids = kept.stream().map(Box::id).collect(Collectors.toSet());
    List<Line> between =
        lineList.stream()
            .filter(line -> ids.contains(line.sourceId()) && ids.contains(line.destinationId()))
            .toList();
    return new Scene(heading, metrics, routing, kept, between);
  }

  /**
   * Some boxes with all that is in them, as a scene of its own: they stand at its top, and only
   * lines between them are left.
   *
   * @param tops ids of boxes none of which lies in another one
   */
  public Scene lifted(Set<String> tops) {
    Set<String> ids = new HashSet<>();
    List<Box> kept = new ArrayList<>();
    for (Box box : boxList) {
      if (tops.contains(box.id())) {
        ids.add(box.id());
        kept.add(box.in(null));
      } else if (ids.contains(box.parentId())) {
        ids.add(box.id());
        kept.add(box);
      }
    }
    List<Line> between =
        lineList.stream()
            .filter(line -> ids.contains(line.sourceId()) && ids.contains(line.destinationId()))
            .toList();
    return new Scene(heading, metrics, routing, kept, between);
  }

  private Rect legendUnder(Rect extent) {
    if (heading.legend() == null) {
      return null;
    }
    Size size = heading.legend().size(metrics);
    return new Rect(extent.x(), extent.bottom() + LEGEND_GAP, size.width(), size.height());
  }

  private Rect extent() {
    Rect extent = null;
    for (Box box : boxes.values()) {
      extent = extent == null ? box.bounds() : extent.union(box.bounds());
    }
    for (Line line : lines.values()) {
      extent = extent == null ? line.label().bounds() : extent.union(line.label().bounds());
      for (int i = 1; i < line.route().size(); i++) {
        extent = extent.union(Rect.spanning(line.route().get(i - 1), line.route().get(i)));
      }
    }
    return extent == null ? new Rect(0, 0, 0, 0) : extent;
  }
}
