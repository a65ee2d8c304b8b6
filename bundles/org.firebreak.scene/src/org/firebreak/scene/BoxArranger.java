package org.firebreak.scene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.geometry.Size;

/** Gives every shown node its absolute bounds: sizes from the inside out, places from the top. */
final class BoxArranger {
  private final NaturalSize naturalSize;
  private final Map<ShownNode, Integer> heights = new HashMap<>();

  BoxArranger(NaturalSize naturalSize) {
    this.naturalSize = naturalSize;
  }

  void arrange(ShownTree tree) {
    for (ShownNode root : tree.roots()) {
      measure(root);
      place(root, root.node.getX(), root.node.getY());
    }
  }

  /**
   * Makes collapsed boxes tall enough for all lines that leave or reach them on one side.
   *
   * @return whether anything has changed
   */
  boolean makeRoom(ShownTree tree, List<Bundle> bundles) {
    Map<String, Integer> leaving = new HashMap<>();
    Map<String, Integer> reaching = new HashMap<>();
    for (Bundle bundle : bundles) {
      leaving.merge(bundle.source.id(), 1, Integer::sum);
      reaching.merge(bundle.destination.id(), 1, Integer::sum);
    }
    for (ShownNode shown : tree.all()) {
      String id = BoxBuilder.id(shown.node);
      int lines = Math.max(leaving.getOrDefault(id, 0), reaching.getOrDefault(id, 0));
      if (shown.collapsed() && Measures.heightForLines(lines) > shown.size.height()) {
        heights.put(shown, Measures.heightForLines(lines));
      }
    }
    if (!heights.isEmpty()) {
      arrange(tree);
    }
    return !heights.isEmpty();
  }

  private void measure(ShownNode shown) {
    shown.children.forEach(this::measure);
    Size natural =
        shown.kind == BoxKind.NOTE
            ? naturalSize.note(shown.text())
            : naturalSize.of(shown.element, shown.collapsed());
    if (shown.collapsed()) {
      // The stored size is that of the open box, to which expanding returns.
      shown.size = natural.max(new Size(0, heights.getOrDefault(shown, 0)));
      return;
    }
    Size stored = new Size(shown.node.getWidth(), shown.node.getHeight());
    shown.size = effective(shown, stored, natural).max(content(shown));
  }

  private Size effective(ShownNode shown, Size stored, Size natural) {
    int width = stored.width() > 0 ? stored.width() : natural.width();
    int height = stored.height() > 0 ? stored.height() : natural.height();
    return switch (shown.kind) {
      case ZONE -> {
        // A zone's natural size is that of its content; empty zones alone need one of their own.
        boolean empty = shown.children.isEmpty();
        yield new Size(
            stored.width() > 0 || empty ? width : 0, stored.height() > 0 || empty ? height : 0);
      }
      case NOTE ->
          new Size(
              Math.max(width, 60),
              Math.max(
                  stored.height(),
                  NaturalSize.noteHeight(
                      naturalSize.wrap(shown.text(), Math.max(width, 60)).size())));
      default -> new Size(Math.max(width, 64), Math.max(height, natural.height()));
    };
  }

  private static Size content(ShownNode shown) {
    Size content = new Size(0, 0);
    for (ShownNode child : shown.children) {
      content =
          content.max(
              new Size(
                  left(child) + child.size.width() + Measures.ZONE_PADDING,
                  top(child) + child.size.height() + Measures.ZONE_PADDING));
    }
    return content;
  }

  private void place(ShownNode shown, int x, int y) {
    shown.bounds = new Rect(x, y, shown.size.width(), shown.size.height());
    for (ShownNode child : shown.children) {
      place(child, x + left(child), y + top(child));
    }
  }

  private static int left(ShownNode child) {
    return Math.max(child.node.getX(), Measures.ZONE_PADDING);
  }

  private static int top(ShownNode child) {
    return Math.max(child.node.getY(), Measures.ZONE_HEADER);
  }
}
