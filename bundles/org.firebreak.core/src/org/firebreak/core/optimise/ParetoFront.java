package org.firebreak.core.optimise;

import java.util.List;

/**
 * Effort against blast radius.
 *
 * @param effort what the effort counts
 * @param objective which blast radius
 * @param exact whether all choices were examined, so that none is better than these
 * @param points by rising effort and falling blast radius
 */
public record ParetoFront(
    Effort effort, Objective objective, boolean exact, List<FrontPoint> points) {
  /** Copies the points. */
  public ParetoFront {
    points = List.copyOf(points);
  }
}
