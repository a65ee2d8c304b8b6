package org.firebreak.core.sizing.units;

/**
 * Rate of a stream of bits, SI: 1 kbit/s is 1,000 bit/s.
 *
 * @param bitsPerSecond bit/s
 */
public record BitRate(double bitsPerSecond) implements Quantity<BitRate> {

  @Override
  public BitRate times(Factor factor) {
    return new BitRate(bitsPerSecond * factor.value());
  }

  @Override
  public BitRate plus(BitRate other) {
    return new BitRate(bitsPerSecond + other.bitsPerSecond);
  }

  /**
   * A rate in Gbit/s.
   *
   * @param gigabitsPerSecond rate in units of 10^9 bit/s
   * @return the rate
   */
  public static BitRate ofGiga(double gigabitsPerSecond) {
    return new BitRate(gigabitsPerSecond * 1e9);
  }

  /**
   * The rate as a datasheet has it.
   *
   * @return units of 10^9 bit/s
   */
  public double giga() {
    return bitsPerSecond / 1e9;
  }
}
