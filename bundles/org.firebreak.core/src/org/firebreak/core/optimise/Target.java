package org.firebreak.core.optimise;

import org.firebreak.core.reach.Hops;

/** What is asked of a choice of groups. */
public sealed interface Target {
  /**
   * A blast radius to reach with the least effort.
   *
   * @param atMost servers reached from a compromised one on average
   * @param effort what to save
   * @param hops how far the intruder goes
   */
  record Goal(double atMost, Effort effort, Hops hops) implements Target {
    /** Over any number of hops. */
    public Goal(double atMost, Effort effort) {
      this(atMost, effort, Hops.ANY);
    }

    /** Refuses what is no number of servers. */
    public Goal {
      check(atMost);
    }
  }

  /**
   * An effort that yields the least blast radius.
   *
   * @param effort what is limited
   * @param atMost limit, with all that is microsegmented anyway
   * @param hops how far the intruder goes
   */
  record Budget(Effort effort, double atMost, Hops hops) implements Target {
    /** Over any number of hops. */
    public Budget(Effort effort, double atMost) {
      this(effort, atMost, Hops.ANY);
    }

    /** Refuses what is no limit. */
    public Budget {
      check(atMost);
    }
  }

  /** The effort that counts. */
  Effort effort();

  /** The hops that count. */
  Hops hops();

  private static void check(double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(value + " is not 0 or more");
    }
  }
}
