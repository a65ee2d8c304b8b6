package org.firebreak.core.sizing.units;

/**
 * What adds up over flows and grows with them.
 *
 * @param <Q> the quantity itself, so that only likes add up
 */
public sealed interface Quantity<Q extends Quantity<Q>>
    permits BitRate, PacketRate, ConnectionRate, SessionCount {

  /**
   * The same multiplied.
   *
   * @param factor factor, for instance growth
   * @return product
   */
  Q times(Factor factor);

  /**
   * The sum of two.
   *
   * @param other the other
   * @return sum
   */
  Q plus(Q other);
}
