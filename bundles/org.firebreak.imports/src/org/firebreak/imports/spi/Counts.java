package org.firebreak.imports.spi;

/**
 * How many elements of a kind an import met.
 *
 * @param created new in the design
 * @param updated changed in the design
 * @param unchanged in the design as the file states them
 */
public record Counts(int created, int updated, int unchanged) {
  /** None. */
  public static final Counts ZERO = new Counts(0, 0, 0);

  /** One more. */
  public Counts plus(int moreCreated, int moreUpdated, int moreUnchanged) {
    return new Counts(created + moreCreated, updated + moreUpdated, unchanged + moreUnchanged);
  }

  /** All of them. */
  public int total() {
    return created + updated + unchanged;
  }
}
