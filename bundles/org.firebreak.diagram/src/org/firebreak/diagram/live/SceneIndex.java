package org.firebreak.diagram.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.scene.Box;
import org.firebreak.scene.Line;
import org.firebreak.scene.Scene;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;

/** Boxes of a scene and the lines that are shown with them, each found in constant time. */
final class SceneIndex {
  private final Scene scene;
  private final Map<String, Box> boxes = new HashMap<>();
  private final Map<String, Line> lines = new LinkedHashMap<>();
  private final Map<String, Line> byFlow = new HashMap<>();
  private final Map<String, List<String>> from = new HashMap<>();
  private final Map<String, List<String>> to = new HashMap<>();

  /** A scene with its own lines. */
  SceneIndex(Scene scene) {
    this(scene, scene.lines());
  }

  /** A scene with other lines than its own. */
  SceneIndex(Scene scene, List<Line> shown) {
    this.scene = scene;
    scene.boxes().forEach(box -> boxes.put(box.id(), box));
    for (Line line : shown) {
      lines.put(line.id(), line);
      line.flowIds().forEach(flow -> byFlow.put(flow, line));
      from.computeIfAbsent(line.sourceId(), id -> new ArrayList<>()).add(line.id());
      to.computeIfAbsent(line.destinationId(), id -> new ArrayList<>()).add(line.id());
    }
  }

  Scene scene() {
    return scene;
  }

  Box box(String id) {
    return boxes.get(id);
  }

  Line line(String id) {
    return lines.get(id);
  }

  Line lineOfFlow(String flowId) {
    return byFlow.get(flowId);
  }

  Collection<Line> lines() {
    return Collections.unmodifiableCollection(lines.values());
  }

  /** Ids of the lines whose client end is the box, in the order of the scene. */
  List<String> linesFrom(String boxId) {
    return from.getOrDefault(boxId, List.of());
  }

  /** Ids of the lines whose server end is the box, in the order of the scene. */
  List<String> linesTo(String boxId) {
    return to.getOrDefault(boxId, List.of());
  }

  /** The smallest rectangle around all; empty at the origin if there is nothing. */
  Rect bounds() {
    Rect bounds = null;
    for (Box box : boxes.values()) {
      bounds = bounds == null ? box.bounds() : bounds.union(box.bounds());
    }
    for (Line line : lines.values()) {
      bounds = bounds == null ? line.label().bounds() : bounds.union(line.label().bounds());
      for (Point corner : line.route()) {
        bounds = bounds.union(Rect.spanning(corner, corner));
      }
    }
    return bounds == null ? new Rect(0, 0, 0, 0) : bounds;
  }
}
