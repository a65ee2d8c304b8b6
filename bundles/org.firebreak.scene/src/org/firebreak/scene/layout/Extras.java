package org.firebreak.scene.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.scene.Box;
import org.firebreak.scene.BoxKind;
import org.firebreak.scene.Scene;
import org.firebreak.scene.geometry.Rect;

/**
 * Places what has no flows and belongs to no column: firewalls above the boundary they guard, notes
 * where they were or next to it.
 */
final class Extras {
  private static final int GAP = 16;
  private static final int ABOVE = 24;

  private final Scene before;
  private final Map<String, DiagramNode> nodes = new LinkedHashMap<>();

  Extras(Diagram diagram, Scene before) {
    this.before = before;
    diagram.getNodes().forEach(node -> nodes.put(node.getId(), node));
  }

  /** Adds the places of firewalls and notes to those of the boxes. */
  void place(Map<String, Rect> places) {
    List<Rect> taken = new ArrayList<>();
    for (Box box : before.children(null)) {
      if (places.containsKey(box.id())) {
        taken.add(places.get(box.id()));
      }
    }
    Rect all = taken.stream().reduce(Rect::union).orElse(new Rect(0, 0, 0, 0));
    for (Box box : before.boxes()) {
      Rect wanted =
          switch (box.kind()) {
            case ENFORCEMENT_POINT -> box.look().pinned() ? box.bounds() : above(box, all, places);
            case NOTE -> box.bounds();
            default -> null;
          };
      if (wanted != null) {
        Rect free = box.look().pinned() ? wanted : FreePlace.near(wanted, taken, GAP);
        places.put(box.id(), free);
        taken.add(free);
      }
    }
  }

  /** Over the right edge of the first boundary it guards, above everything. */
  private Rect above(Box box, Rect all, Map<String, Rect> places) {
    int x = all.x();
    if (nodes.get(box.nodeId()).getElement() instanceof EnforcementPoint point) {
      for (Endpoint guarded : point.getGuards()) {
        Rect boundary =
            before
                .boxOfElement(guarded.getId())
                .filter(b -> b.kind() != BoxKind.MEMBER)
                .map(b -> places.get(b.id()))
                .orElse(null);
        if (boundary != null) {
          x = boundary.right() - box.bounds().width() / 2;
          break;
        }
      }
    }
    Rect size = box.bounds();
    return new Rect(x, all.y() - ABOVE - size.height(), size.width(), size.height());
  }
}
