package org.firebreak.core.sizing.units;

/**
 * Amount of memory.
 *
 * @param bytes bytes of 8 bits
 */
public record MemorySize(double bytes) {

  /**
   * An amount as datasheets have it.
   *
   * @param gigabytes units of 10^9 bytes
   * @return the amount
   */
  public static MemorySize ofGigabytes(double gigabytes) {
    return new MemorySize(gigabytes * 1e9);
  }

  /**
   * The amount as a datasheet has it.
   *
   * @return units of 10^9 bytes
   */
  public double gigabytes() {
    return bytes / 1e9;
  }
}
