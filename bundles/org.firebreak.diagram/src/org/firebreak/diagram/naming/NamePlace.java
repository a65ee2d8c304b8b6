package org.firebreak.diagram.naming;

import org.firebreak.scene.Box;
import org.firebreak.scene.Measures;
import org.firebreak.scene.TextStyle;
import org.firebreak.scene.geometry.Rect;

/**
 * Where the name of a box stands.
 *
 * @param area in diagram coordinates
 * @param style type in which it is written
 * @param centred whether it stands in the middle of the area
 */
record NamePlace(Rect area, TextStyle style, boolean centred) {
  private static final int CAPTION_TOP = 29;
  private static final int NARROWEST = 110;
  private static final int LINE = 18;

  static NamePlace of(Box box) {
    Rect at = box.bounds();
    int title = at.y() + Measures.HEADER_MIDDLE - LINE / 2;
    return switch (box.kind()) {
      case ZONE -> {
        int left = Measures.EXPANDER + Measures.EXPANDER_STEP;
        yield new NamePlace(line(at, left, title), TextStyle.TITLE, false);
      }
      case GROUP -> {
        int left = Measures.CARD_LEFT + Measures.EXPANDER_STEP;
        yield new NamePlace(line(at, left, title), TextStyle.TITLE, false);
      }
      case SERVER ->
          new NamePlace(
              line(at, Measures.CARD_LEFT + Measures.ROLE_STEP, at.centerY() - LINE / 2),
              TextStyle.TITLE,
              false);
      case MEMBER ->
          new NamePlace(
              line(at, Measures.GLYPH + 12, at.centerY() - LINE / 2), TextStyle.ROW, false);
      case EXTERNAL_NETWORK -> {
        int lift = box.text().secondary().isEmpty() ? 0 : 8;
        yield new NamePlace(
            wide(line(at, 12, at.centerY() - LINE / 2 - lift)), TextStyle.TITLE, true);
      }
      case ENFORCEMENT_POINT ->
          new NamePlace(wide(line(at, 0, at.y() + CAPTION_TOP)), TextStyle.CAPTION, true);
      case NOTE -> new NamePlace(at, TextStyle.NOTE, false);
    };
  }

  private static Rect line(Rect box, int left, int top) {
    return new Rect(box.x() + left, top, Math.max(60, box.width() - left - 8), LINE);
  }

  private static Rect wide(Rect line) {
    int width = Math.max(NARROWEST, line.width());
    return new Rect(line.x() + (line.width() - width) / 2, line.y(), width, line.height());
  }
}
