package org.firebreak.scene;

import java.util.List;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.scene.geometry.Size;

/** How large a box is when nobody has given it a size. */
public final class NaturalSize {
  private static final Size EMPTY_ZONE = new Size(180, 96);
  private static final int NOTE_WIDTH = 168;
  private static final int MIN_CARD = 128;
  private static final int MAX_CARD = 320;

  private final SceneOptions options;
  private final TextMetrics metrics;

  public NaturalSize(SceneOptions options) {
    this.options = options;
    this.metrics = options.metrics();
  }

  /**
   * Size of the box of an element by itself; an open zone grows with what is shown in it.
   *
   * @param element zone, group, server, external network or enforcement point
   * @param collapsed whether content is hidden
   * @return px
   */
  public Size of(NamedElement element, boolean collapsed) {
    return switch (element) {
      case Zone zone -> collapsed ? collapsedZone(zone) : emptyZone(zone);
      case ServerGroup group -> group(group, collapsed);
      case Server server -> server(server);
      case ExternalNetwork network -> externalNetwork(network);
      case EnforcementPoint point -> enforcementPoint(point);
      default -> note(Texts.name(element));
    };
  }

  /** Size of a note, whose text is wrapped at a fixed width. */
  public Size note(String text) {
    return new Size(NOTE_WIDTH, noteHeight(wrap(text, NOTE_WIDTH).size()));
  }

  /** Lines of a note of this width. */
  List<String> wrap(String text, int width) {
    return Wrapping.lines(text, width - 24, TextStyle.NOTE, metrics);
  }

  static int noteHeight(int lines) {
    return 18 + Math.max(1, lines) * TextStyle.NOTE.lineHeight();
  }

  private Size emptyZone(Zone zone) {
    int header =
        2 * Measures.ZONE_PADDING
            + Measures.EXPANDER_STEP
            + Math.min(title(zone), Measures.ZONE_TITLE)
            + 24
            + metrics.width(Texts.members(zone), TextStyle.CAPTION);
    return EMPTY_ZONE.max(new Size(header, 0));
  }

  private Size collapsedZone(Zone zone) {
    int text = Math.max(title(zone), metrics.width(Texts.members(zone), TextStyle.CAPTION));
    int badge = Measures.badgeWidth(Badges.of(zone, options), metrics);
    return new Size(clamp(text + 54 + (badge > 0 ? badge + 6 : 0)), 52);
  }

  private Size group(ServerGroup group, boolean collapsed) {
    int badge = Measures.badgeWidth(options.badges().apply(group), metrics);
    int width =
        Measures.CARD_LEFT
            + title(group)
            + metrics.width(Texts.count(group), TextStyle.CAPTION)
            + badge
            + Measures.CARD_RIGHT
            + 24
            + Measures.EXPANDER_STEP
            + (Roles.glyph(group) == null ? 0 : Measures.ROLE_STEP);
    if (collapsed) {
      return new Size(clamp(width), Measures.cardHeight(0));
    }
    int shown = Math.min(group.getServers().size(), Measures.MAX_ROWS);
    for (Server member : group.getServers().subList(0, shown)) {
      Badge own = Badges.differing(group, member, options);
      int extra = own == Badge.NONE ? 0 : Measures.badgeWidth(own, metrics) + 6;
      width = Math.max(width, Measures.CARD_LEFT + row(member) + extra + Measures.CARD_RIGHT);
    }
    int rows = shown < group.getServers().size() ? shown + 1 : shown;
    return new Size(clamp(width), Measures.cardHeight(rows));
  }

  private int row(Server server) {
    return 8
        + Measures.GLYPH
        + 7
        + metrics.width(Texts.name(server), TextStyle.ROW)
        + 16
        + metrics.width(Texts.address(server), TextStyle.ADDRESS)
        + (server.isInternetFacing() ? Measures.GLYPH + 5 : 0)
        + (server.isQuarantined() ? Measures.GLYPH + 5 : 0)
        + 8;
  }

  private Size server(Server server) {
    int badge = Measures.badgeWidth(options.badges().apply(server), metrics);
    return new Size(
        clamp(row(server) + Measures.STRIPE + 8 + (badge > 0 ? badge + 6 : 0)),
        Measures.SERVER_HEIGHT);
  }

  private Size externalNetwork(ExternalNetwork network) {
    int text = Math.max(title(network), metrics.width(Texts.cidrs(network), TextStyle.CAPTION));
    return new Size(Math.min(Math.max(text + 48 + Measures.ROLE_STEP, 112), MAX_CARD), 56);
  }

  private Size enforcementPoint(EnforcementPoint point) {
    int text = metrics.width(Texts.name(point), TextStyle.CAPTION);
    return new Size(Math.min(Math.max(text + 12, 52), MAX_CARD), 48);
  }

  private int title(NamedElement element) {
    return metrics.width(Texts.name(element), TextStyle.TITLE);
  }

  private static int clamp(int width) {
    return Math.min(Math.max(width, MIN_CARD), MAX_CARD);
  }
}
