package org.firebreak.core.optimise;

import org.firebreak.core.reach.Hops;
import org.firebreak.core.reach.RadiusKind;

/**
 * Which blast radius is to be small.
 *
 * @param kind of which compromised servers
 * @param hops how far the intruder goes
 */
public record Objective(RadiusKind kind, Hops hops) {
  /** The mean over any number of hops. */
  public static final Objective STANDARD = new Objective(RadiusKind.MEAN, Hops.ANY);

  /** Name for people. */
  public String label() {
    return hops == Hops.ANY ? kind.label() : kind.label() + " over " + hops.label();
  }
}
