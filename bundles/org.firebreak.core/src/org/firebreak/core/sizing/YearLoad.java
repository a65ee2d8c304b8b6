package org.firebreak.core.sizing;

import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.core.sizing.units.ConnectionRate;
import org.firebreak.core.sizing.units.Factor;
import org.firebreak.core.sizing.units.PacketRate;
import org.firebreak.core.sizing.units.SessionCount;

/**
 * What a central firewall carries after some years, and how far an appliance is loaded by it.
 *
 * @param year years from now, 0 for today
 * @param growth growth multiplier
 * @param need Inspected Throughput with bursts, bit/s
 * @param connections new connections per second with bursts; NaN if unknown
 * @param sessions concurrent sessions; NaN if unknown
 * @param packets packets per second with bursts; NaN if unknown
 * @param utilisation load of the throughput of the appliance, 1 for fully loaded; NaN without an
 *     appliance or a published figure
 * @param pressure load over ceiling of the dimension that binds then; NaN likewise
 */
public record YearLoad(
    int year,
    Factor growth,
    BitRate need,
    ConnectionRate connections,
    SessionCount sessions,
    PacketRate packets,
    double utilisation,
    double pressure) {

  /**
   * Whether the appliance has passed a ceiling.
   *
   * @return false if it has not, or nothing can be said
   */
  public boolean isOutgrown() {
    return pressure > 1;
  }
}
