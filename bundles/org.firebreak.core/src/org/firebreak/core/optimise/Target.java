package org.firebreak.core.optimise;

/** What is asked of a choice of groups. */
public sealed interface Target {
  /**
   * A blast radius to reach with the least effort.
   *
   * @param atMost servers reached from a compromised one
   * @param effort what to save
   * @param objective which blast radius
   */
  record Goal(double atMost, Effort effort, Objective objective) implements Target {
    /** The mean over any number of hops. */
    public Goal(double atMost, Effort effort) {
      this(atMost, effort, Objective.STANDARD);
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
   * @param objective which blast radius
   */
  record Budget(Effort effort, double atMost, Objective objective) implements Target {
    /** The mean over any number of hops. */
    public Budget(Effort effort, double atMost) {
      this(effort, atMost, Objective.STANDARD);
    }

    /** Refuses what is no limit. */
    public Budget {
      check(atMost);
    }
  }

  /** The effort that counts. */
  Effort effort();

  /** The blast radius that counts. */
  Objective objective();

  private static void check(double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(value + " is not 0 or more");
    }
  }
}
