package org.firebreak.core.validation.rules.throughput;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.firebreak.core.describe.Quantity;
import org.firebreak.model.Flow;

/** The numbers by which a flow describes its traffic, and within which limits sizing uses them. */
enum TrafficFigure {
  AVERAGE(
      "average throughput",
      Quantity.BITS_PER_SECOND,
      0,
      Double.MAX_VALUE,
      Flow::getAverageBitsPerSecond,
      Flow::setAverageBitsPerSecond),
  PEAK(
      "peak throughput",
      Quantity.BITS_PER_SECOND,
      0,
      Double.MAX_VALUE,
      Flow::getPeakBitsPerSecond,
      Flow::setPeakBitsPerSecond),
  CONNECTIONS(
      "new connections per second",
      Quantity.PLAIN,
      0,
      Double.MAX_VALUE,
      Flow::getConnectionsPerSecond,
      Flow::setConnectionsPerSecond),
  DURATION(
      "mean duration",
      Quantity.SECONDS,
      0,
      Double.MAX_VALUE,
      Flow::getMeanDurationSeconds,
      Flow::setMeanDurationSeconds),
  PACKET(
      "mean packet size",
      Quantity.BYTES,
      20,
      65535,
      Flow::getMeanPacketBytes,
      Flow::setMeanPacketBytes),
  DECRYPTED(
      "decrypted share", Quantity.PLAIN, 0, 1, Flow::getDecryptedShare, Flow::setDecryptedShare);

  private final String noun;
  private final Quantity quantity;
  private final double least;
  private final double most;
  private final Function<Flow, Double> getter;
  private final BiConsumer<Flow, Double> setter;

  TrafficFigure(
      String noun,
      Quantity quantity,
      double least,
      double most,
      Function<Flow, Double> getter,
      BiConsumer<Flow, Double> setter) {
    this.noun = noun;
    this.quantity = quantity;
    this.least = least;
    this.most = most;
    this.getter = getter;
    this.setter = setter;
  }

  Double of(Flow flow) {
    return getter.apply(flow);
  }

  void set(Flow flow, Double value) {
    setter.accept(flow, value);
  }

  /** Whether the flow states it, and sizing can use it. */
  boolean isUsable(Flow flow) {
    Double value = of(flow);
    return value != null && isUsable(value);
  }

  /** Whether the flow states something that sizing leaves out. */
  boolean isWrong(Flow flow) {
    Double value = of(flow);
    return value != null && !isUsable(value);
  }

  private boolean isUsable(double value) {
    return value >= least && value <= most;
  }

  /** {@code mean packet size of -4 bytes (20 to 65535 bytes)}. */
  String problem(Flow flow) {
    double value = of(flow);
    String stated =
        Double.isNaN(value) || Double.isInfinite(value)
            ? "that is no number"
            : "of " + (value < 0 ? "-" : "") + quantity.format(Math.abs(value));
    return noun + " " + stated + " (" + limits() + ")";
  }

  private String limits() {
    return most == Double.MAX_VALUE
        ? "at least 0"
        : Quantity.PLAIN.format(least) + " to " + quantity.format(most);
  }

  /**
   * What was probably meant: a percentage for a share, a stray sign, else unknown.
   *
   * @return {@code null} for unknown
   */
  Double corrected(Flow flow) {
    double value = of(flow);
    if (this == DECRYPTED && value > 1 && value <= 100) {
      return value / 100;
    }
    return isUsable(-value) ? Double.valueOf(-value) : null;
  }

  /** {@code decrypted share 0.9}, {@code no peak throughput}. */
  String change(Flow flow) {
    Double corrected = corrected(flow);
    return corrected == null ? "no " + noun : noun + " " + quantity.format(corrected);
  }
}
