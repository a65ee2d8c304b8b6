package org.firebreak.core.sizing;

import java.util.OptionalDouble;

/** Flows of which one figure is scaled. */
final class TrafficSteps {
  private TrafficSteps() {}

  static TrafficClass throughput(TrafficClass each, double factor) {
    return each.at(each.rate().times(factor));
  }

  static TrafficClass connections(TrafficClass each, double factor) {
    return each.with(
        times(each.connectionsPerSecond(), factor), each.durationSeconds(), each.packetBytes());
  }

  static TrafficClass duration(TrafficClass each, double factor) {
    return each.with(
        each.connectionsPerSecond(), times(each.durationSeconds(), factor), each.packetBytes());
  }

  static TrafficClass packet(TrafficClass each, double factor) {
    return each.with(
        each.connectionsPerSecond(), each.durationSeconds(), times(each.packetBytes(), factor));
  }

  static TrafficClass decrypted(TrafficClass each, double factor) {
    return each.decrypting(Math.min(1, each.decryptedShare() * factor));
  }

  private static OptionalDouble times(OptionalDouble value, double factor) {
    return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * factor) : value;
  }
}
