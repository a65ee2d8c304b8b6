package org.firebreak.scene;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.scene.geometry.Rect;

/**
 * A shown zone, group, server, external network, enforcement point or note.
 *
 * @param id unique in the scene: id of the diagram node, or of the server for a member's row
 * @param kind what it stands for
 * @param parentId id of the box around it; null at the top
 * @param elementId id of the model element; null for a note
 * @param nodeId id of the diagram node; null for a member's row
 * @param bounds in diagram coordinates, px
 * @param text what it says
 * @param look how it looks
 * @param tint how the overlay draws it; null as without one
 */
public record Box(
    String id,
    BoxKind kind,
    String parentId,
    String elementId,
    String nodeId,
    Rect bounds,
    BoxText text,
    BoxLook look,
    BoxTint tint) {

  /** The same box with the lines that the overlay adds to its tooltip. */
  Box explained() {
    if (tint == null || tint.hint().isEmpty()) {
      return this;
    }
    List<String> hint = new ArrayList<>(text.hint());
    hint.addAll(Math.min(1, hint.size()), tint.hint());
    BoxText told = new BoxText(text.title(), text.secondary(), text.lines(), hint);
    return new Box(id, kind, parentId, elementId, nodeId, bounds, told, look, tint);
  }

  /** The same box in another one. */
  Box in(String parent) {
    return new Box(id, kind, parent, elementId, nodeId, bounds, text, look, tint);
  }

  /** The same box elsewhere. */
  Box at(Rect place) {
    return new Box(id, kind, parentId, elementId, nodeId, place, text, look, tint);
  }

  /**
   * Where a click hides or shows the content, in diagram coordinates; {@code null} for a box
   * without content of its own.
   */
  public Rect expander() {
    if (kind != BoxKind.ZONE && kind != BoxKind.GROUP) {
      return null;
    }
    int x = bounds.x() + Measures.EXPANDER - Measures.EXPANDER_REACH;
    int middle = bounds.y() + Measures.HEADER_MIDDLE;
    int edge = Measures.GLYPH + 2 * Measures.EXPANDER_REACH;
    return new Rect(x, middle - edge / 2, edge, edge);
  }

  /** The same box elsewhere, for instance on its way to another place. */
  public Box placed(Rect place) {
    return at(place);
  }

  /** Whether other boxes may stand in it and lines may cross it: an open zone. */
  public boolean isContainer() {
    return kind == BoxKind.ZONE && !look.collapsed();
  }
}
