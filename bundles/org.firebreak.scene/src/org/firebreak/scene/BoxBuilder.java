package org.firebreak.scene;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Risk;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.scene.geometry.Rect;

/** Turns arranged nodes into boxes, a group's members into rows. */
final class BoxBuilder {
  private final SceneOptions options;
  private final NaturalSize naturalSize;
  private final List<Box> boxes = new ArrayList<>();

  BoxBuilder(SceneOptions options, NaturalSize naturalSize) {
    this.options = options;
    this.naturalSize = naturalSize;
  }

  /** All boxes, each after the box around it. */
  List<Box> build(ShownTree tree) {
    tree.roots().forEach(root -> add(root, null, 0));
    return boxes;
  }

  private void add(ShownNode shown, String parentId, int depth) {
    String id = id(shown.node);
    int rows = 0;
    int overflow = 0;
    if (shown.element instanceof ServerGroup group && !shown.collapsed()) {
      rows = rows(group, shown.bounds);
      overflow = group.getServers().size() - rows;
    }
    boxes.add(
        new Box(
                id,
                shown.kind,
                parentId,
                shown.element == null ? null : id(shown.element),
                id,
                shown.bounds,
                text(shown),
                look(shown, depth, overflow),
                tint(shown.element))
            .explained());
    for (int i = 0; i < rows; i++) {
      addRow((ServerGroup) shown.element, i, id, shown.bounds, depth);
    }
    shown.children.forEach(child -> add(child, id, depth + 1));
  }

  /** One row is left for "more" when not all members fit. */
  private static int rows(ServerGroup group, Rect card) {
    int members = group.getServers().size();
    int room = Measures.rowsIn(card.height());
    return members <= room ? members : Math.max(0, room - 1);
  }

  private void addRow(ServerGroup group, int index, String parentId, Rect card, int depth) {
    Server member = group.getServers().get(index);
    Rect bounds = Measures.row(card, index);
    BoxText text =
        new BoxText(Texts.name(member), Texts.address(member), List.of(), Texts.hint(member));
    boxes.add(
        new Box(
                id(member),
                BoxKind.MEMBER,
                parentId,
                id(member),
                null,
                bounds,
                text,
                new BoxLook(
                    null,
                    null,
                    depth,
                    member.getRisk(),
                    Badges.differing(group, member, options),
                    options.alarms().apply(member),
                    glyphs(member),
                    false,
                    false,
                    0),
                tint(member))
            .explained());
  }

  private BoxTint tint(NamedElement element) {
    return options.overlay() == null || element == null ? null : options.overlay().box(element);
  }

  private BoxText text(ShownNode shown) {
    if (shown.kind == BoxKind.NOTE) {
      return new BoxText(
          shown.text(), "", naturalSize.wrap(shown.text(), shown.bounds.width()), List.of());
    }
    return new BoxText(
        Texts.name(shown.element),
        Texts.secondary(shown.element),
        List.of(),
        Texts.hint(shown.element));
  }

  private BoxLook look(ShownNode shown, int depth, int overflow) {
    NamedElement element = shown.element;
    Zone zone = element instanceof Zone z ? z : null;
    Badge badge =
        element instanceof ServerGroup || element instanceof Server
            ? options.badges().apply((Endpoint) element)
            : zone != null && shown.collapsed() ? Badges.of(zone, options) : Badge.NONE;
    return new BoxLook(
        zone == null ? null : zone.getTrust(),
        zone == null || !Paint.isHex(zone.getTint()) ? null : zone.getTint(),
        depth,
        zone != null && shown.collapsed() ? worstIn(zone) : risk(element),
        badge,
        element == null ? Alarm.NONE : options.alarms().apply(element),
        glyphs(element),
        shown.collapsed(),
        shown.node.isPinned(),
        overflow);
  }

  private static Risk risk(NamedElement element) {
    if (element instanceof Server server) {
      return server.getRisk();
    }
    return element instanceof ServerGroup group ? worst(group.getServers()) : null;
  }

  private static Risk worst(EList<Server> members) {
    Risk worst = null;
    for (Server member : members) {
      if (worst == null || member.getRisk().compareTo(worst) > 0) {
        worst = member.getRisk();
      }
    }
    return worst;
  }

  private static Risk worstIn(Zone zone) {
    Risk worst = null;
    for (Iterator<EObject> all = zone.eAllContents(); all.hasNext(); ) {
      if (all.next() instanceof Server server
          && (worst == null || server.getRisk().compareTo(worst) > 0)) {
        worst = server.getRisk();
      }
    }
    return worst;
  }

  private static List<Glyph> glyphs(NamedElement element) {
    return switch (element) {
      case Server server -> glyphs(server);
      case ServerGroup group when Roles.glyph(group) != null -> List.of(Roles.glyph(group));
      case null, default -> List.of();
    };
  }

  private static List<Glyph> glyphs(Server server) {
    Glyph kind =
        switch (server.getKind()) {
          case VIRTUAL_MACHINE -> Glyph.VIRTUAL_MACHINE;
          case BARE_METAL -> Glyph.BARE_METAL;
          case CONTAINER_HOST -> Glyph.CONTAINER_HOST;
        };
    List<Glyph> glyphs = new ArrayList<>(List.of(kind));
    if (server.isInternetFacing()) {
      glyphs.add(Glyph.GLOBE);
    }
    if (server.isQuarantined()) {
      glyphs.add(Glyph.QUARANTINED);
    }
    return glyphs;
  }

  static String id(Element element) {
    if (element.getId() == null || element.getId().isEmpty()) {
      throw new IllegalArgumentException(
          element.eClass().getName() + " without an id; every element on a diagram needs one");
    }
    return element.getId();
  }
}
