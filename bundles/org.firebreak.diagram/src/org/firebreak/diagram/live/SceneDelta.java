package org.firebreak.diagram.live;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.firebreak.scene.Box;
import org.firebreak.scene.Line;
import org.firebreak.scene.Scene;

/**
 * What differs between two scenes of a diagram.
 *
 * @param emptied ids of boxes that lost boxes inside; null stands for the diagram
 * @param filled ids of boxes with other, more or reordered boxes inside, the outer ones first
 * @param boxes ids of boxes that are in both and look different
 * @param ends ids of boxes in both that have other lines than before
 * @param lines ids of lines that are in both and look different
 */
public record SceneDelta(
    Set<String> emptied,
    Set<String> filled,
    Set<String> boxes,
    Set<String> ends,
    Set<String> lines) {

  /** The difference; costs one walk over each scene. */
  static SceneDelta between(SceneIndex before, SceneIndex after) {
    SceneDelta delta =
        new SceneDelta(
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>());
    delta.compareChildren(null, before.scene(), after.scene());
    for (Box box : after.scene().boxes()) {
      Box old = before.box(box.id());
      if (old != null) {
        delta.compareChildren(box.id(), before.scene(), after.scene());
        delta.compareBox(old, box, before, after);
      }
    }
    for (Line line : after.lines()) {
      Line old = before.line(line.id());
      if (old != null && !old.equals(line)) {
        delta.lines.add(line.id());
      }
    }
    return delta;
  }

  /** Whether the two scenes look the same. */
  public boolean isEmpty() {
    return emptied.isEmpty()
        && filled.isEmpty()
        && boxes.isEmpty()
        && ends.isEmpty()
        && lines.isEmpty();
  }

  private void compareChildren(String parent, Scene before, Scene after) {
    List<String> old = ids(before.children(parent));
    List<String> now = ids(after.children(parent));
    if (old.equals(now)) {
      return;
    }
    (now.containsAll(old) ? filled : emptied).add(parent);
    if (!old.containsAll(now)) {
      filled.add(parent);
    }
  }

  private void compareBox(Box old, Box box, SceneIndex before, SceneIndex after) {
    if (!old.equals(box)) {
      boxes.add(box.id());
    }
    boolean sameLines =
        Objects.equals(before.linesFrom(box.id()), after.linesFrom(box.id()))
            && Objects.equals(before.linesTo(box.id()), after.linesTo(box.id()));
    if (!sameLines) {
      ends.add(box.id());
    }
  }

  private static List<String> ids(List<Box> boxes) {
    return boxes.stream().map(Box::id).toList();
  }
}
