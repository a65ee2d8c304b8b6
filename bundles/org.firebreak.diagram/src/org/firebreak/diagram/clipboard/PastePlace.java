package org.firebreak.diagram.clipboard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.diagram.dropping.Pointer;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.model.Design;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.scene.Box;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;

/**
 * Where pasted elements go.
 *
 * @param container zone or group that receives them; else the design
 * @param corner the top left corner of all of them, in diagram coordinates
 */
record PastePlace(Element container, Point corner) {
  private static final int STEP = 20;

  /**
   * Into the zone or group that is selected, unless it was just copied itself; beside the originals
   * if these are selected; else where the pointer is.
   */
  static PastePlace of(DiagramContext context, Snippet snippet) {
    LiveScene live = context.canvas().live();
    List<Element> selected = context.selectedElements();
    Optional<Point> pointer = Pointer.over(context.canvas());
    boolean originals = isCopied(selected, snippet, context.design());
    if (selected.size() == 1 && !originals) {
      Element container = container(selected.get(0), context.design());
      Box box = live.scene().boxOfElement(container.getId()).orElse(null);
      if (box != null) {
        Point corner = pointer.filter(box.bounds()::contains).orElse(below(live, box));
        return new PastePlace(container, corner);
      }
    }
    boolean sameDiagram = snippet.diagram().getId().equals(context.diagram().getId());
    if (sameDiagram && (originals || pointer.isEmpty())) {
      Element container =
          originals
              ? container((Element) selected.get(0).eContainer(), context.design())
              : context.design();
      return new PastePlace(container, beside(live, corner(snippet)));
    }
    Point at = pointer.orElseGet(() -> Pointer.middle(context.canvas()));
    Box under = Pointer.containerAt(live, at);
    Element container =
        under != null && live.model(under.id()) instanceof DiagramNode node
            ? node.getElement()
            : context.design();
    return new PastePlace(container, at);
  }

  /** Top left corner of all nodes that were copied for themselves. */
  static Point corner(Snippet snippet) {
    Set<Element> roots = Set.copyOf(snippet.roots());
    int x = Integer.MAX_VALUE;
    int y = Integer.MAX_VALUE;
    for (DiagramNode node : snippet.diagram().getNodes()) {
      if (node.getElement() == null || roots.contains(node.getElement())) {
        x = Math.min(x, node.getX());
        y = Math.min(y, node.getY());
      }
    }
    return x == Integer.MAX_VALUE ? new Point(0, 0) : new Point(x, y);
  }

  private static boolean isCopied(List<Element> selected, Snippet snippet, Design design) {
    if (selected.isEmpty() || !design.getId().equals(snippet.content().getId())) {
      return false;
    }
    Set<String> copied = snippet.roots().stream().map(Element::getId).collect(Collectors.toSet());
    snippet.diagram().getNodes().forEach(node -> copied.add(node.getId()));
    snippet.content().getFlows().forEach(flow -> copied.add(flow.getId()));
    return selected.stream().allMatch(element -> copied.contains(element.getId()));
  }

  private static Element container(Element selected, Design design) {
    return switch (selected) {
      case Zone zone -> zone;
      case ServerGroup group -> group;
      case Server server -> (Element) server.eContainer();
      default -> design;
    };
  }

  private static Point below(LiveScene live, Box box) {
    int y = box.bounds().y();
    for (Box inside : live.scene().children(box.id())) {
      y = Math.max(y, inside.bounds().bottom() + STEP);
    }
    return new Point(box.bounds().x(), y);
  }

  private static Point beside(LiveScene live, Point corner) {
    Set<Point> taken =
        live.scene().boxes().stream()
            .map(Box::bounds)
            .map(bounds -> new Point(bounds.x(), bounds.y()))
            .collect(Collectors.toSet());
    Point free = corner;
    do {
      free = new Point(free.x() + STEP, free.y() + STEP);
    } while (taken.contains(free));
    return free;
  }

  /** Bounds of the container's box; the origin if it has none. */
  Rect frame(LiveScene live) {
    return live.scene()
        .boxOfElement(container.getId())
        .map(Box::bounds)
        .orElse(new Rect(0, 0, 0, 0));
  }
}
