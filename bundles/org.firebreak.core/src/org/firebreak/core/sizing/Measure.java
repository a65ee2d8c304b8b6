package org.firebreak.core.sizing;

/**
 * One dimension of an appliance against the demand.
 *
 * @param dimension what is compared
 * @param need what is needed at the end of the horizon; NaN if unknown
 * @param rated published figure that counts, for the mix of inspection levels wanted and all
 *     surviving units; NaN if not published
 * @param derate share of the rated figure that real traffic leaves
 * @param ceiling utilisation that may be reached, 0 to 1
 * @param verdict outcome
 * @param note what has to be known of the comparison; empty for nothing
 */
public record Measure(
    Dimension dimension,
    double need,
    double rated,
    double derate,
    double ceiling,
    Outcome verdict,
    String note) {

  /** Outcome of a comparison. */
  public enum Outcome {
    /** Enough. */
    PASS("passes"),
    /** Not enough. */
    FAIL("fails"),
    /** No figure is published that would decide: needs a vendor test. */
    NEEDS_VENDOR_TEST("needs a vendor test"),
    /** The design states no demand to compare with. */
    NO_DEMAND("no demand stated");

    private final String label;

    Outcome(String label) {
      this.label = label;
    }

    /**
     * Name for people.
     *
     * @return lower-case words
     */
    public String label() {
      return label;
    }
  }

  static Measure compare(
      Dimension dimension, double need, double rated, double derate, double ceiling, String note) {
    Outcome outcome;
    if (Double.isNaN(need) || need <= 0) {
      outcome = Outcome.NO_DEMAND;
    } else if (Double.isNaN(rated)) {
      outcome = Outcome.NEEDS_VENDOR_TEST;
    } else {
      outcome = need <= rated * derate * ceiling ? Outcome.PASS : Outcome.FAIL;
    }
    return new Measure(dimension, need, rated, derate, ceiling, outcome, note);
  }

  Measure withVerdict(Outcome other, String because) {
    return new Measure(dimension, need, rated, derate, ceiling, other, because);
  }

  /**
   * What may be used: rated · derate · ceiling.
   *
   * @return figure in the unit of the dimension; NaN if not published
   */
  public double usable() {
    return rated * derate * ceiling;
  }

  /**
   * Load at the end of the horizon: need / (rated · derate).
   *
   * @return 1 for fully loaded; NaN if not published or without demand
   */
  public double utilisation() {
    return need / (rated * derate);
  }

  /**
   * How near the dimension is to its ceiling; the largest one binds.
   *
   * @return 1 at the ceiling; NaN if not published or without demand
   */
  public double pressure() {
    return utilisation() / ceiling;
  }

  /**
   * The comparison in words.
   *
   * @return for instance {@code Inspected Throughput: 35.6 Gbit/s needed, 38.7 Gbit/s usable,
   *     passes}
   */
  public String text() {
    Unit unit = dimension.unit();
    StringBuilder text = new StringBuilder(dimension.label()).append(": ");
    text.append(unit.format(need)).append(" needed, ");
    if (Double.isNaN(rated)) {
      text.append("not published");
    } else {
      text.append(unit.format(usable())).append(" usable");
    }
    text.append(", ").append(verdict.label());
    return note.isEmpty() ? text.toString() : text.append("; ").append(note).toString();
  }
}
