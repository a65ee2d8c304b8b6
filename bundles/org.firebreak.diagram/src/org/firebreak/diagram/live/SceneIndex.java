package org.firebreak.diagram.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.scene.Box;
import org.firebreak.scene.Line;
import org.firebreak.scene.Scene;

/** A scene with what edit parts ask of it most, each answer in constant time. */
final class SceneIndex {
  private final Scene scene;
  private final Map<String, Box> boxes = new HashMap<>();
  private final Map<String, Line> lines = new HashMap<>();
  private final Map<String, List<String>> from = new HashMap<>();
  private final Map<String, List<String>> to = new HashMap<>();

  SceneIndex(Scene scene) {
    this.scene = scene;
    scene.boxes().forEach(box -> boxes.put(box.id(), box));
    for (Line line : scene.lines()) {
      lines.put(line.id(), line);
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

  /** Ids of the lines whose client end is the box, in the order of the scene. */
  List<String> linesFrom(String boxId) {
    return from.getOrDefault(boxId, List.of());
  }

  /** Ids of the lines whose server end is the box, in the order of the scene. */
  List<String> linesTo(String boxId) {
    return to.getOrDefault(boxId, List.of());
  }
}
