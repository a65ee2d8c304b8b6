package org.firebreak.scene;

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
 */
public record Box(
    String id,
    BoxKind kind,
    String parentId,
    String elementId,
    String nodeId,
    Rect bounds,
    BoxText text,
    BoxLook look) {

  /** The same box elsewhere. */
  Box at(Rect place) {
    return new Box(id, kind, parentId, elementId, nodeId, place, text, look);
  }

  /** Whether other boxes may stand in it and lines may cross it: an open zone. */
  public boolean isContainer() {
    return kind == BoxKind.ZONE && !look.collapsed();
  }
}
