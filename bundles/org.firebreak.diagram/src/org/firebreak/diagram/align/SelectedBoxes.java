package org.firebreak.diagram.align;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.diagram.policies.BoxHost;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.scene.Box;
import org.firebreak.scene.BoxKind;

/**
 * The selected boxes that have a place of their own, without those inside another selected one.
 *
 * @param boxes in the order in which they were selected; the last one sets the example
 */
record SelectedBoxes(List<Box> boxes) {

  static SelectedBoxes of(DiagramContext context) {
    List<Box> chosen = new ArrayList<>();
    for (Object part : context.canvas().viewer().getSelectedEditParts()) {
      if (part instanceof BoxHost host && host.box() != null) {
        chosen.add(host.box());
      }
    }
    Set<String> ids = chosen.stream().map(Box::id).collect(Collectors.toSet());
    chosen.removeIf(box -> box.kind() == BoxKind.MEMBER || isInside(box, ids, context));
    return new SelectedBoxes(List.copyOf(chosen));
  }

  private static boolean isInside(Box box, Set<String> ids, DiagramContext context) {
    String around = box.parentId();
    while (around != null) {
      if (ids.contains(around)) {
        return true;
      }
      around = context.canvas().live().scene().box(around).map(Box::parentId).orElse(null);
    }
    return false;
  }

  int count() {
    return boxes.size();
  }

  /** The box that the others follow: the one selected last. */
  Box example() {
    return boxes.get(boxes.size() - 1);
  }
}
