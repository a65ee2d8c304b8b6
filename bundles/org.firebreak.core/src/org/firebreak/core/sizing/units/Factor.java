package org.firebreak.core.sizing.units;

/**
 * A multiplier without a unit.
 *
 * @param value multiplier
 */
public record Factor(double value) {

  /**
   * Both multipliers one after the other.
   *
   * @param other the other
   * @return product
   */
  public Factor times(Factor other) {
    return new Factor(value * other.value());
  }
}
