package org.firebreak.core.sizing;

import java.util.Objects;
import java.util.Optional;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.core.sizing.units.ConnectionRate;
import org.firebreak.core.sizing.units.Factor;
import org.firebreak.core.sizing.units.PacketSize;
import org.firebreak.core.sizing.units.Seconds;

/**
 * Flows of one kind, with what is known of their traffic.
 *
 * @param id stable identifier
 * @param name name for people
 * @param rate throughput over time, both directions summed
 * @param connections new connections per second in the busiest bin
 * @param duration mean duration of a connection
 * @param packetSize mean IP packet size
 * @param inspection inspection level wanted
 * @param decryptedShare share of the bytes that has to be decrypted, 0 to 1; counts under {@link
 *     InspectionLevel#THREAT_TLS} alone
 * @param crossesGroups whether client and server belong to different groups
 * @param elementId id of the model element it comes from; empty for none
 * @param largestConnection throughput of the fastest single connection, bit/s; empty if unknown
 * @param provenance where the figures come from
 */
public record TrafficClass(
    String id,
    String name,
    RateProfile rate,
    Optional<ConnectionRate> connections,
    Optional<Seconds> duration,
    Optional<PacketSize> packetSize,
    InspectionLevel inspection,
    double decryptedShare,
    boolean crossesGroups,
    String elementId,
    Optional<BitRate> largestConnection,
    Provenance provenance) {

  /** Refuses figures that cannot be. */
  public TrafficClass {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(inspection, "inspection");
    requirePositive(name, "connections per second", connections.map(ConnectionRate::perSecond), 0);
    requirePositive(name, "duration", duration.map(Seconds::seconds), 0);
    requirePositive(name, "packet size", packetSize.map(PacketSize::bytes), 1);
    requirePositive(name, "fastest connection", largestConnection.map(BitRate::bitsPerSecond), 0);
    Objects.requireNonNull(provenance, "provenance");
    if (!(decryptedShare >= 0 && decryptedShare <= 1)) {
      throw new IllegalArgumentException(
          name + ": decrypted share is not between 0 and 1: " + decryptedShare);
    }
  }

  /**
   * Flows of which neither the fastest connection nor a source is stated.
   *
   * @param id stable identifier
   * @param name name for people
   * @param rate throughput over time
   * @param connections new connections per second in the busiest bin
   * @param duration mean duration of a connection
   * @param packetSize mean IP packet size
   * @param inspection inspection level wanted
   * @param decryptedShare share of the bytes that has to be decrypted, 0 to 1
   * @param crossesGroups whether client and server belong to different groups
   * @param elementId id of the model element it comes from; empty for none
   */
  public TrafficClass(
      String id,
      String name,
      RateProfile rate,
      Optional<ConnectionRate> connections,
      Optional<Seconds> duration,
      Optional<PacketSize> packetSize,
      InspectionLevel inspection,
      double decryptedShare,
      boolean crossesGroups,
      String elementId) {
    this(
        id,
        name,
        rate,
        connections,
        duration,
        packetSize,
        inspection,
        decryptedShare,
        crossesGroups,
        elementId,
        Optional.empty(),
        Provenance.UNKNOWN);
  }

  private static void requirePositive(
      String name, String what, Optional<Double> value, double least) {
    if (value.isPresent() && !(value.get() >= least)) {
      throw new IllegalArgumentException(
          name + ": " + what + " is less than " + least + ": " + value.get());
    }
  }

  /**
   * Share of the bytes that is decrypted when the flow is inspected as wanted.
   *
   * @return 0 unless the inspection includes TLS
   */
  public double effectiveDecryptedShare() {
    return inspection == InspectionLevel.THREAT_TLS ? decryptedShare : 0;
  }

  /**
   * Whether an inspection engine sees the flow.
   *
   * @return false if it is exempt
   */
  public boolean isInspected() {
    return inspection != InspectionLevel.EXEMPT;
  }

  /**
   * Rate of one connection while it lasts, by Little's law: r / max(1, λ · d). A mean: the largest
   * connection of a class may be much faster.
   *
   * @return bit/s; empty if a figure is missing
   */
  public Optional<BitRate> meanConnectionRate() {
    if (!rate.isKnown() || connections.isEmpty() || duration.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Formulas.perConnection(rate.peak(), connections.get(), duration.get()));
  }

  /**
   * Rate of the fastest connection: as stated, else the mean, which is a lower bound.
   *
   * @return bit/s; empty if neither is known
   */
  public Optional<BitRate> fastestConnection() {
    return largestConnection.isPresent() ? largestConnection : meanConnectionRate();
  }

  /**
   * A share of the same traffic: fewer connections, alike.
   *
   * @param share 0 to 1
   * @return this for 1, else a copy with rate and connections scaled
   */
  public TrafficClass share(double share) {
    if (share == 1) {
      return this;
    }
    return new TrafficClass(
        id,
        name,
        rate.times(share),
        connections.map(each -> each.times(new Factor(share))),
        duration,
        packetSize,
        inspection,
        decryptedShare,
        crossesGroups,
        elementId,
        largestConnection,
        provenance);
  }

  /**
   * The same traffic at another inspection level.
   *
   * @param level level
   * @return copy
   */
  public TrafficClass inspectedAs(InspectionLevel level) {
    return new TrafficClass(
        id,
        name,
        rate,
        connections,
        duration,
        packetSize,
        level,
        decryptedShare,
        crossesGroups,
        elementId,
        largestConnection,
        provenance);
  }

  /**
   * The same traffic with another rate.
   *
   * @param other throughput over time
   * @return copy
   */
  public TrafficClass at(RateProfile other) {
    return new TrafficClass(
        id,
        name,
        other,
        connections,
        duration,
        packetSize,
        inspection,
        decryptedShare,
        crossesGroups,
        elementId,
        largestConnection,
        provenance);
  }

  /** The same traffic with other connections, durations and packet sizes. */
  TrafficClass with(
      Optional<ConnectionRate> rates, Optional<Seconds> spans, Optional<PacketSize> sizes) {
    return new TrafficClass(
        id,
        name,
        rate,
        rates,
        spans,
        sizes,
        inspection,
        decryptedShare,
        crossesGroups,
        elementId,
        largestConnection,
        provenance);
  }

  /** The same traffic of which another share is decrypted. */
  TrafficClass decrypting(double share) {
    return new TrafficClass(
        id,
        name,
        rate,
        connections,
        duration,
        packetSize,
        inspection,
        share,
        crossesGroups,
        elementId,
        largestConnection,
        provenance);
  }
}
