package org.firebreak.core.reach;

/**
 * How far an intruder gets with some groups microsegmented.
 *
 * @param pairs ordered pairs of servers of which the second is reached from the first
 * @param worst most servers reached from one
 * @param internet most servers reached from an internet-facing one; 0 if there is none
 */
public record Reached(long pairs, int worst, int internet) {
  /** The figure of a kind; for the mean the pairs. */
  public long of(RadiusKind kind) {
    return switch (kind) {
      case MEAN -> pairs;
      case WORST -> worst;
      case INTERNET -> internet;
    };
  }
}
