package org.firebreak.core.sizing;

import org.firebreak.core.sizing.units.Factor;
import org.firebreak.core.sizing.units.Quantity;

/**
 * A sum over flows of which some may lack the figure.
 *
 * @param <Q> what is added up
 * @param value sum over the flows that have it
 * @param known number of flows that have it
 * @param of number of all flows
 */
public record Total<Q extends Quantity<Q>>(Q value, int known, int of) {

  /**
   * Whether no flow is missing.
   *
   * @return false if the sum is only a lower bound
   */
  public boolean isComplete() {
    return known == of;
  }

  /**
   * Whether there is anything to judge by.
   *
   * @return false if there are flows and none has the figure
   */
  public boolean isKnown() {
    return known > 0 || of == 0;
  }

  /**
   * The same sum scaled.
   *
   * @param factor factor
   * @return product, over as many flows
   */
  public Total<Q> times(Factor factor) {
    return new Total<>(value.times(factor), known, of);
  }

  /**
   * How much of the truth the sum is.
   *
   * @return for instance "all 12 flows" or "7 of 12 flows, a lower bound"
   */
  public String coverage() {
    return isComplete() ? "all " + of + " flows" : known + " of " + of + " flows, a lower bound";
  }

  Q valueOrUnknown() {
    return isKnown() ? value : value.times(new Factor(Double.NaN));
  }
}
