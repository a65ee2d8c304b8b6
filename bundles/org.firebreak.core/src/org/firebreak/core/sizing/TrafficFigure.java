package org.firebreak.core.sizing;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.firebreak.model.FirebreakPackage.Literals;

/** A figure of the traffic of a flow that has a source and a confidence of its own. */
public enum TrafficFigure {
  AVERAGE(Literals.FLOW__AVERAGE_BITS_PER_SECOND, "average throughput", Unit.BITS_PER_SECOND),
  PEAK(Literals.FLOW__PEAK_BITS_PER_SECOND, "peak throughput", Unit.BITS_PER_SECOND),
  PERCENTILE_95(
      Literals.FLOW__PERCENTILE95_BITS_PER_SECOND,
      "95th percentile of the throughput",
      Unit.BITS_PER_SECOND),
  LARGEST_CONNECTION(
      Literals.FLOW__LARGEST_CONNECTION_BITS_PER_SECOND,
      "throughput of the fastest connection",
      Unit.BITS_PER_SECOND),
  BUSY_HOUR(Literals.FLOW__BUSY_HOUR, "busy hour", Unit.COUNT),
  PROFILE(Literals.FLOW__HOURLY_PROFILE, "hourly profile", Unit.SHARE),
  CONNECTIONS(
      Literals.FLOW__CONNECTIONS_PER_SECOND, "connections per second", Unit.CONNECTIONS_PER_SECOND),
  DURATION(Literals.FLOW__MEAN_DURATION_SECONDS, "connection duration", Unit.SECONDS),
  PACKET_SIZE(Literals.FLOW__MEAN_PACKET_BYTES, "packet size", Unit.BYTES),
  DECRYPTED(Literals.FLOW__DECRYPTED_SHARE, "decrypted share", Unit.SHARE);

  private final EAttribute attribute;
  private final String label;
  private final Unit unit;

  TrafficFigure(EAttribute attribute, String label, Unit unit) {
    this.attribute = attribute;
    this.label = label;
    this.unit = unit;
  }

  /**
   * Finds a figure by the name of its attribute, as provenance in a design names it.
   *
   * @param name for instance {@code peakBitsPerSecond}
   * @return the figure; empty if there is none
   */
  public static Optional<TrafficFigure> of(String name) {
    return Arrays.stream(values()).filter(each -> each.key().equals(name)).findFirst();
  }

  /**
   * Attribute of a flow that holds it.
   *
   * @return attribute
   */
  public EAttribute attribute() {
    return attribute;
  }

  /**
   * Name of the attribute, by which provenance refers to the figure.
   *
   * @return for instance {@code peakBitsPerSecond}
   */
  public String key() {
    return attribute.getName();
  }

  /**
   * Name for people.
   *
   * @return lower-case words
   */
  public String label() {
    return label;
  }

  /**
   * Unit of its values.
   *
   * @return unit
   */
  public Unit unit() {
    return unit;
  }
}
