package org.firebreak.scene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.scene.geometry.Rect;

/**
 * A diagram ready to be drawn: immutable, without any reference to the model but ids.
 *
 * <p>Paint boxes in order, then all lines, then all labels.
 */
public final class Scene {
  private final String name;
  private final String description;
  private final TextMetrics metrics;
  private final Rect bounds;
  private final Map<String, Box> boxes;
  private final Map<String, Line> lines;
  private final Map<String, Box> byElement = new LinkedHashMap<>();
  private final Map<String, List<Box>> children = new LinkedHashMap<>();

  Scene(String name, String description, TextMetrics metrics, List<Box> boxes, List<Line> lines) {
    this.name = name;
    this.description = description;
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
    this.bounds = extent();
  }

  /** Name of the diagram. */
  public String name() {
    return name;
  }

  /** What the diagram shows, in a sentence, for people who cannot see it. */
  public String description() {
    return description;
  }

  /** What text was measured with; the painter must use the same. */
  public TextMetrics metrics() {
    return metrics;
  }

  /**
   * The smallest rectangle around boxes, lines and labels; empty at the origin if there are none.
   */
  public Rect bounds() {
    return bounds;
  }

  /** All boxes, each after the box around it. */
  public List<Box> boxes() {
    return List.copyOf(boxes.values());
  }

  /** All lines, in the order of the design's flows. */
  public List<Line> lines() {
    return List.copyOf(lines.values());
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
