package org.firebreak.core.sizing;

import java.util.Optional;
import java.util.OptionalDouble;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.sizing.units.BitRate;

/**
 * A link bundle between a central firewall and its leaf pair. Several bundles share the traffic in
 * proportion to their bandwidth.
 *
 * @param link the link of the design
 * @param bandwidth bandwidth of all its members in each direction, bit/s; empty if the design does
 *     not state it
 * @param today what it carries in each direction today, one-arm, in the busiest bin with exempt
 *     flows, bit/s; empty without bandwidth
 * @param need the same at the end of the horizon with bursts, bit/s
 */
public record LinkLoad(
    ElementRef link, Optional<BitRate> bandwidth, Optional<BitRate> today, Optional<BitRate> need) {

  /**
   * Load at the end of the horizon.
   *
   * @return need over bandwidth, 1 for fully loaded; empty without bandwidth
   */
  public OptionalDouble utilisation() {
    return bandwidth.isPresent() && bandwidth.get().bitsPerSecond() > 0
        ? OptionalDouble.of(need.get().bitsPerSecond() / bandwidth.get().bitsPerSecond())
        : OptionalDouble.empty();
  }
}
