package org.firebreak.scene;

import java.util.List;
import org.firebreak.model.Risk;
import org.firebreak.model.TrustLevel;

/**
 * How a box looks, in the terms of the visual language.
 *
 * @param trust tint of a zone; null for all others
 * @param tint fill {@code #rrggbb} that the user chose for a zone; null for none
 * @param depth number of zones around it
 * @param risk risk stripe, of a group or collapsed zone the worst inside; null for none
 * @param badge segmentation badge
 * @param alarm worst finding
 * @param glyphs of a server its kind, then what marks it (internet-facing, quarantined); of a group
 *     its role
 * @param collapsed whether content is hidden
 * @param pinned whether automatic layout leaves it where it is
 * @param memberOverflow number of members beyond the rows shown; 0 for none
 */
public record BoxLook(
    TrustLevel trust,
    String tint,
    int depth,
    Risk risk,
    Badge badge,
    Alarm alarm,
    List<Glyph> glyphs,
    boolean collapsed,
    boolean pinned,
    int memberOverflow) {

  public BoxLook {
    glyphs = List.copyOf(glyphs);
  }
}
