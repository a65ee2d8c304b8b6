package org.firebreak.core.sizing;

import org.firebreak.core.sizing.units.Factor;
import org.firebreak.core.sizing.units.PacketSize;
import org.firebreak.core.sizing.units.Seconds;

/** Flows of which one figure is scaled. */
final class TrafficSteps {
  private TrafficSteps() {}

  static TrafficClass throughput(TrafficClass each, double factor) {
    return each.at(each.rate().times(factor));
  }

  static TrafficClass connections(TrafficClass each, double factor) {
    return each.with(
        each.connections().map(rate -> rate.times(new Factor(factor))),
        each.duration(),
        each.packetSize());
  }

  static TrafficClass duration(TrafficClass each, double factor) {
    return each.with(
        each.connections(),
        each.duration().map(span -> new Seconds(span.seconds() * factor)),
        each.packetSize());
  }

  static TrafficClass packet(TrafficClass each, double factor) {
    return each.with(
        each.connections(),
        each.duration(),
        each.packetSize().map(size -> new PacketSize(size.bytes() * factor)));
  }

  static TrafficClass decrypted(TrafficClass each, double factor) {
    return each.decrypting(Math.min(1, each.decryptedShare() * factor));
  }
}
