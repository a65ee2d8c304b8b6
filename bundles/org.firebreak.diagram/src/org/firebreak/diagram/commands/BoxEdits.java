package org.firebreak.diagram.commands;

import org.eclipse.gef.commands.Command;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.model.DiagramNode;
import org.firebreak.scene.Box;
import org.firebreak.scene.BoxKind;
import org.firebreak.scene.Measures;
import org.firebreak.scene.NaturalSize;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.geometry.Size;

/** Moving and resizing boxes within the box around them. All places are absolute, px. */
public final class BoxEdits {
  private static final int NARROWEST = 96;

  private final LiveScene live;

  public BoxEdits(LiveScene live) {
    this.live = live;
  }

  /**
   * Moves a box; it stays inside the box around it, which grows to the right and downwards.
   *
   * @param wanted where its top left corner should be
   * @return {@code null} if the box has no place of its own or is there already
   */
  public Command move(Box box, Rect wanted) {
    if (!(live.model(box.id()) instanceof DiagramNode node)) {
      return null;
    }
    Rect origin = origin(box);
    int x = Math.max(wanted.x() - origin.x(), least(box, Measures.ZONE_PADDING));
    int y = Math.max(wanted.y() - origin.y(), least(box, Measures.ZONE_HEADER));
    if (x == box.bounds().x() - origin.x() && y == box.bounds().y() - origin.y()) {
      return null;
    }
    return command(
        "Move " + ModelDescriptions.label(node),
        () -> {
          node.setX(x);
          node.setY(y);
        });
  }

  /**
   * Resizes a box, not below what it must hold. What is inside stays where it is.
   *
   * @param wanted its new bounds
   * @return {@code null} if it has no size of its own, or that size already
   */
  public Command resize(Box box, Rect wanted) {
    if (!(live.model(box.id()) instanceof DiagramNode node) || !isResizable(box)) {
      return null;
    }
    Rect fitted = fitted(box, wanted);
    if (fitted.equals(box.bounds())) {
      return null;
    }
    Rect origin = origin(box);
    int right = box.bounds().x() - fitted.x();
    int down = box.bounds().y() - fitted.y();
    return command(
        "Resize " + ModelDescriptions.label(node),
        () -> {
          node.setX(fitted.x() - origin.x());
          node.setY(fitted.y() - origin.y());
          node.setWidth(fitted.width());
          node.setHeight(fitted.height());
          shiftContent(box, right, down);
        });
  }

  /** Whether a box has a size that the user may choose. */
  public static boolean isResizable(Box box) {
    return box.kind() != BoxKind.MEMBER
        && box.kind() != BoxKind.ENFORCEMENT_POINT
        && !box.look().collapsed();
  }

  /** The bounds nearest to the wanted ones that the scene will not correct. */
  private Rect fitted(Box box, Rect wanted) {
    Rect now = box.bounds();
    Rect origin = origin(box);
    Rect content = content(box);
    int left = wanted.x();
    int top = wanted.y();
    if (content != null) {
      left = Math.min(left, content.x() - Measures.ZONE_PADDING);
      top = Math.min(top, content.y() - Measures.ZONE_HEADER);
    }
    left = Math.max(left, origin.x() + least(box, Measures.ZONE_PADDING));
    top = Math.max(top, origin.y() + least(box, Measures.ZONE_HEADER));
    Size smallest = smallest(box, content, left, top);
    boolean fromLeft = wanted.x() != now.x();
    boolean fromTop = wanted.y() != now.y();
    int right = Math.max(wanted.right(), fromLeft ? wanted.right() : left + smallest.width());
    int bottom = Math.max(wanted.bottom(), fromTop ? wanted.bottom() : top + smallest.height());
    if (fromLeft) {
      left = Math.min(left, right - smallest.width());
    }
    if (fromTop) {
      top = Math.min(top, bottom - smallest.height());
    }
    return Rect.ofEdges(left, top, right, bottom);
  }

  private Size smallest(Box box, Rect content, int left, int top) {
    if (content != null) {
      return new Size(
          content.right() + Measures.ZONE_PADDING - left,
          content.bottom() + Measures.ZONE_PADDING - top);
    }
    DiagramNode node = (DiagramNode) live.model(box.id());
    if (node.getElement() == null) {
      return new Size(NARROWEST, Measures.SERVER_HEIGHT);
    }
    Size natural = new NaturalSize(live.options()).of(node.getElement(), false);
    return new Size(NARROWEST, natural.height());
  }

  /** The smallest rectangle around the boxes in a zone; {@code null} if there are none. */
  private Rect content(Box box) {
    Rect content = null;
    if (box.isContainer()) {
      for (Box inside : live.scene().children(box.id())) {
        content = content == null ? inside.bounds() : content.union(inside.bounds());
      }
    }
    return content;
  }

  private void shiftContent(Box box, int dx, int dy) {
    if (!box.isContainer() || dx == 0 && dy == 0) {
      return;
    }
    for (Box inside : live.scene().children(box.id())) {
      if (live.model(inside.id()) instanceof DiagramNode node) {
        // What the scene pushed inwards is stored where it is shown.
        node.setX(inside.bounds().x() - box.bounds().x() + dx);
        node.setY(inside.bounds().y() - box.bounds().y() + dy);
      }
    }
  }

  private static int least(Box box, int padding) {
    return box.parentId() == null ? Integer.MIN_VALUE / 2 : padding;
  }

  /** Bounds of the box to which places in the model are relative. */
  private Rect origin(Box box) {
    return box.parentId() == null
        ? new Rect(0, 0, 0, 0)
        : live.scene().box(box.parentId()).orElseThrow().bounds();
  }

  private Command command(String label, Runnable change) {
    return new EditCommand(live.edit(), label, change);
  }
}
