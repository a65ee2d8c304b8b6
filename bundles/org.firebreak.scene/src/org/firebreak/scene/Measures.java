package org.firebreak.scene;

import org.firebreak.scene.geometry.Rect;

/** Lengths of the visual language, px, shared by those who measure and those who paint. */
public final class Measures {
  /** Corner radius of a zone. */
  public static final int ZONE_RADIUS = 10;

  /** Corner radius of a card. */
  public static final int CARD_RADIUS = 7;

  /** Corner radius of a member's row. */
  public static final int ROW_RADIUS = 4;

  /** Distance of a zone's content from its edges. */
  public static final int ZONE_PADDING = 14;

  /** Height of the band at the top of a zone that holds its title. */
  public static final int ZONE_HEADER = 34;

  /** Height of the band at the top of a group's card that holds its name. */
  public static final int CARD_HEADER = 32;

  /** Space under the last row of a card. */
  public static final int CARD_BOTTOM = 9;

  /** Distance of rows from the card's left edge, the risk stripe included. */
  public static final int CARD_LEFT = 12;

  /** Distance of rows from the card's right edge. */
  public static final int CARD_RIGHT = 9;

  /** Distance of the chevron of a zone or card from its left edge. */
  public static final int EXPANDER = 10;

  /** How far around the chevron a click counts. */
  public static final int EXPANDER_REACH = 4;

  /** Distance of the chevron's middle, and of the title's, from the upper edge. */
  public static final int HEADER_MIDDLE = 17;

  /** Distance between the left edges of a chevron and of what follows. */
  public static final int EXPANDER_STEP = 15;

  /** Distance between the left edges of a role's glyph and the name. */
  public static final int ROLE_STEP = 17;

  /** Height of a member's row. */
  public static final int ROW_HEIGHT = 22;

  /** Space between two rows. */
  public static final int ROW_GAP = 4;

  /** Height of the card of a server outside a group. */
  public static final int SERVER_HEIGHT = 34;

  /** Width of the risk stripe. */
  public static final int STRIPE = 4;

  /** Height of a segmentation badge. */
  public static final int BADGE_HEIGHT = 18;

  /** Height of the pill on a line. */
  public static final int LABEL_HEIGHT = 18;

  /** Edge of a small symbol. */
  public static final int GLYPH = 12;

  /** Length of an arrowhead. */
  public static final int ARROW = 9;

  /** Most rows in a card that has its natural height. */
  public static final int MAX_ROWS = 12;

  /** Most width that a zone gains for its title; longer titles are cut. */
  public static final int ZONE_TITLE = 480;

  private Measures() {}

  /** Height of a group's card with so many rows. */
  public static int cardHeight(int rows) {
    return rows == 0
        ? CARD_HEADER + 2
        : CARD_HEADER + rows * ROW_HEIGHT + (rows - 1) * ROW_GAP + CARD_BOTTOM;
  }

  /** Bounds of a row in a group's card. */
  public static Rect row(Rect card, int index) {
    return new Rect(
        card.x() + CARD_LEFT,
        card.y() + CARD_HEADER + index * (ROW_HEIGHT + ROW_GAP),
        Math.max(0, card.width() - CARD_LEFT - CARD_RIGHT),
        ROW_HEIGHT);
  }

  /** Number of rows for which a group's card of this height has room. */
  public static int rowsIn(int cardHeight) {
    return Math.max(0, (cardHeight - CARD_HEADER - CARD_BOTTOM + ROW_GAP) / (ROW_HEIGHT + ROW_GAP));
  }

  /** Height that a box needs for so many lines on one side. */
  public static int heightForLines(int lines) {
    return 16 + 10 * Math.min(lines, 40);
  }

  /** Width of a segmentation badge. */
  public static int badgeWidth(Badge badge, TextMetrics metrics) {
    return badge == Badge.NONE ? 0 : metrics.width(badge.text(), TextStyle.BADGE) + 18;
  }
}
