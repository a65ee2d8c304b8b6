package org.firebreak.core.optimise;

/** What is asked of a choice of groups. */
public sealed interface Target {
  /**
   * A blast radius to reach with the least effort.
   *
   * @param atMost servers reached from a compromised one on average, over any number of hops
   * @param effort what to save
   */
  record Goal(double atMost, Effort effort) implements Target {
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
   */
  record Budget(Effort effort, double atMost) implements Target {
    /** Refuses what is no limit. */
    public Budget {
      check(atMost);
    }
  }

  /** The effort that counts. */
  Effort effort();

  private static void check(double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(value + " is not 0 or more");
    }
  }
}
