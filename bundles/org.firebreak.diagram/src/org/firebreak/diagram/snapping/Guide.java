package org.firebreak.diagram.snapping;

/**
 * A line that shows with what a box is aligned, in diagram coordinates.
 *
 * @param upright whether it runs from top to bottom
 * @param at its place: x if upright, else y
 * @param from where it begins
 * @param to where it ends
 */
public record Guide(boolean upright, int at, int from, int to) {
  /** One line for two at the same place. */
  Guide joined(Guide other) {
    return new Guide(upright, at, Math.min(from, other.from), Math.max(to, other.to));
  }
}
