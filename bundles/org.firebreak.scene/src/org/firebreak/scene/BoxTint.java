package org.firebreak.scene;

import java.util.List;

/**
 * How an overlay draws a box.
 *
 * @param ground of a card, row or pill; of an enforcement point its symbol; {@code null} as without
 *     the overlay. Text must stand out from it
 * @param figure what stands in place of the member count or the address; empty for these
 * @param hint lines before those of the tooltip
 */
public record BoxTint(Paint ground, String figure, List<String> hint) implements Tint {

  /** Copies the hint. */
  public BoxTint {
    hint = List.copyOf(hint);
  }

  /** A tint without figure and tooltip, as legends show them. */
  public static BoxTint sample(Token token) {
    return new BoxTint(Paint.of(token), "", List.of());
  }
}
