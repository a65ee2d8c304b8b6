package org.firebreak.scene.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firebreak.scene.Box;
import org.firebreak.scene.BoxKind;
import org.firebreak.scene.Line;
import org.firebreak.scene.Measures;
import org.firebreak.scene.Scene;
import org.firebreak.scene.geometry.Size;

/**
 * The lines of a scene seen from the containers: a line between two boxes is one between the two
 * siblings that hold them, in the innermost container that holds both.
 */
final class SiblingFlows {

  /**
   * A line between siblings.
   *
   * @param line the line
   * @param container id of the container of both; null for the diagram
   * @param source sibling that is or holds the client end
   * @param destination sibling that is or holds the server end
   */
  record SiblingFlow(Line line, String container, String source, String destination) {}

  private final Scene scene;
  private final Map<String, List<Line>> touching = new HashMap<>();
  private final Map<String, List<String>> paths = new HashMap<>();
  private final List<SiblingFlow> flows = new ArrayList<>();
  private final Map<String, FlowOrder> orders = new HashMap<>();

  SiblingFlows(Scene scene) {
    this.scene = scene;
    for (Line line : scene.lines()) {
      Set<String> ends = new LinkedHashSet<>(path(line.sourceId()));
      ends.addAll(path(line.destinationId()));
      ends.forEach(id -> touching.computeIfAbsent(id, key -> new ArrayList<>()).add(line));
      between(line)
          .ifPresent(
              flow -> {
                flows.add(flow);
                order(flow.container()).add(flow.source(), flow.destination());
              });
    }
  }

  Scene scene() {
    return scene;
  }

  /** All lines but loops and those from a box to one around it. */
  List<SiblingFlow> all() {
    return flows;
  }

  /** The flows between the boxes of a container as a graph. */
  FlowOrder order(String container) {
    return orders.computeIfAbsent(container, id -> new FlowOrder(blocks(id)));
  }

  /** Whether a box has nothing to do with flows: firewalls and notes, which are placed last. */
  static boolean isExtra(Box box) {
    return box.kind() == BoxKind.ENFORCEMENT_POINT || box.kind() == BoxKind.NOTE;
  }

  /** Whether a box takes part in columns; rows belong to their card. */
  static boolean isArranged(Box box) {
    return box.kind() != BoxKind.MEMBER && !isExtra(box);
  }

  /** Number of boxes that take part in columns. */
  int arrangedBoxes() {
    return (int) scene.boxes().stream().filter(SiblingFlows::isArranged).count();
  }

  /** Ids of the boxes in a container that are arranged in columns. */
  List<String> blocks(String container) {
    return scene.children(container).stream()
        .filter(SiblingFlows::isArranged)
        .map(Box::id)
        .toList();
  }

  /** The card or pill of a box and all around it, outermost first. */
  List<String> path(String boxId) {
    return paths.computeIfAbsent(boxId, this::findPath);
  }

  private List<String> findPath(String boxId) {
    List<String> path = new ArrayList<>();
    for (String id = boxId; id != null; ) {
      Box box = scene.box(id).orElseThrow();
      if (box.kind() != BoxKind.MEMBER) {
        path.add(0, id);
      }
      id = box.parentId();
    }
    return path;
  }

  /**
   * Size that a box needs by itself: a card is tall enough for all lines that leave or reach it on
   * one side.
   */
  Size sizeOf(String id) {
    Size size = scene.box(id).orElseThrow().bounds().size();
    int leaving = 0;
    int reaching = 0;
    for (Line line : touching.getOrDefault(id, List.of())) {
      boolean source = path(line.sourceId()).getLast().equals(id);
      boolean destination = path(line.destinationId()).getLast().equals(id);
      leaving += source ? (destination ? 3 : 1) : 0;
      reaching += destination && !source ? 1 : 0;
    }
    if (scene.box(id).orElseThrow().look().collapsed()) {
      return size;
    }
    int needed = Measures.heightForLines(Math.max(leaving, reaching));
    return size.max(new Size(0, needed));
  }

  /** Lines with an end in a box, at it, or in it. */
  List<Line> touching(String id) {
    return touching.getOrDefault(id, List.of());
  }

  private Optional<SiblingFlow> between(Line line) {
    List<String> source = path(line.sourceId());
    List<String> destination = path(line.destinationId());
    int common = 0;
    int most = Math.min(source.size(), destination.size());
    while (common < most && source.get(common).equals(destination.get(common))) {
      common++;
    }
    if (common == most) {
      return Optional.empty();
    }
    String container = common == 0 ? null : source.get(common - 1);
    return Optional.of(
        new SiblingFlow(line, container, source.get(common), destination.get(common)));
  }
}
