package org.firebreak.scene;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.NamedElement;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.geometry.Size;

/** A diagram node that is shown, with those shown in it, while the scene is being measured. */
final class ShownNode {
  final DiagramNode node;
  final NamedElement element;
  final BoxKind kind;
  final List<ShownNode> children = new ArrayList<>();
  Size size;
  Rect bounds;

  ShownNode(DiagramNode node, BoxKind kind) {
    this.node = node;
    this.element = node.getElement();
    this.kind = kind;
  }

  boolean collapsed() {
    return node.isCollapsed() && (kind == BoxKind.ZONE || kind == BoxKind.GROUP);
  }

  String text() {
    if (element != null) {
      return Texts.name(element);
    }
    return node.getText() == null ? "" : node.getText();
  }
}
