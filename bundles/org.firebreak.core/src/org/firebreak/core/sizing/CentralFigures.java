package org.firebreak.core.sizing;

import java.util.List;

/** Words for the figures of {@link CentralDemand}. */
final class CentralFigures {

  private CentralFigures() {}

  static List<Figure> of(CentralDemand demand) {
    String horizon =
        Unit.YEARS.format(demand.parameters().get(SizingParameter.YEARS)).replace(".0", "");
    return List.of(
        new Figure(
            "central.peaks",
            "Sum of the flows' own peaks",
            demand.throughput().valueOrUnknown().bitsPerSecond(),
            Unit.BITS_PER_SECOND,
            "Inspected flows; "
                + demand.throughput().coverage()
                + ". Not the demand: peaks do not"
                + " meet."),
        new Figure(
            "central.demand",
            "Coincident demand D*",
            demand.throughput().isKnown() ? demand.coincidentPeak().bitsPerSecond() : Double.NaN,
            Unit.BITS_PER_SECOND,
            "Peak of the sum over the common clock; both directions summed."),
        new Figure(
            "central.average",
            "Average demand",
            demand.throughput().isKnown()
                ? demand.averageDemand().valueOrUnknown().bitsPerSecond()
                : Double.NaN,
            Unit.BITS_PER_SECOND,
            "Inspected flows over all hours, for cost; " + demand.averageDemand().coverage() + "."),
        new Figure(
            "central.percentile95",
            "95th percentile of the demand",
            demand.throughput().isKnown()
                ? demand.trend().percentile95().bitsPerSecond()
                : Double.NaN,
            Unit.BITS_PER_SECOND,
            "Of the sum over the common clock, for cost and trend, never for sizing."),
        new Figure(
            "central.guessed",
            "Guessed share of the demand",
            demand.throughput().isKnown() ? demand.coverage().guessedShare() : Double.NaN,
            Unit.SHARE,
            demand.coverage().text() + "."),
        new Figure(
            "central.coincidence",
            "Coincidence factor κ",
            demand.coincidence().value(),
            Unit.FACTOR,
            "D* over the sum of peaks."),
        new Figure(
            "central.need",
            "Inspected Throughput after " + horizon,
            demand.throughput().isKnown() ? demand.need().bitsPerSecond() : Double.NaN,
            Unit.BITS_PER_SECOND,
            "D* · burst β · growth G; the surviving unit carries all of it."),
        new Figure(
            "central.rated",
            "Datasheet throughput needed",
            demand.throughput().isKnown() ? demand.ratedThroughput().bitsPerSecond() : Double.NaN,
            Unit.BITS_PER_SECOND,
            "Need over utilisation ceiling U and derate k, at the level "
                + demand.deepestInspection().label()
                + "."),
        new Figure(
            "central.decrypted",
            "Decrypted share",
            demand.decryptedShare().value(),
            Unit.SHARE,
            "TLS bytes to decrypt over inspected bytes in the busiest bin."),
        new Figure(
            "central.connections",
            "TCP Connections Per Second after " + horizon,
            demand.connectionNeed().valueOrUnknown().perSecond(),
            Unit.CONNECTIONS_PER_SECOND,
            "Sum of new connections · burst · G; " + demand.connections().coverage() + "."),
        new Figure(
            "central.sessions",
            "Concurrent TCP Connections after " + horizon,
            demand.sessionNeed().valueOrUnknown().sessions(),
            Unit.SESSIONS,
            "Little's law, G · Σ λ (d + τ); " + demand.sessions().coverage() + "."),
        new Figure(
            "central.packets",
            "Packets per second after " + horizon,
            demand.packetNeed().valueOrUnknown().perSecond(),
            Unit.PACKETS_PER_SECOND,
            "Rate over mean packet size · β · G; " + demand.packets().coverage() + "."),
        new Figure(
            "central.packet-size",
            "Mean packet size",
            demand.meanPacketSize().bytes(),
            Unit.BYTES,
            "In the bin with the most packets."),
        new Figure(
            "central.log-rate",
            "Log records",
            demand.logRate().perSecond(),
            Unit.RECORDS_PER_SECOND,
            "At least, if every session is logged when it ends; denied connections come on top."),
        new Figure(
            "central.lag",
            "Link bundle per direction",
            unknownIfNone(demand.links().perDirection().bitsPerSecond()),
            Unit.BITS_PER_SECOND,
            "One-arm attachment, need over the link utilisation ceiling" + example(demand.links())),
        new Figure(
            "central.lag-crossing",
            "Link bundle per direction with exempt flows",
            unknownIfNone(demand.crossingLinks().perDirection().bitsPerSecond()),
            Unit.BITS_PER_SECOND,
            "If exempt flows cross the firewall instead of being routed around it"
                + example(demand.crossingLinks())),
        new Figure(
            "central.arm",
            "Link bundle per direction, each of two arms",
            unknownIfNone(demand.links().perArm().bitsPerSecond()),
            Unit.BITS_PER_SECOND,
            "Two-arm attachment: the larger direction alone, at least half of one-arm."),
        new Figure(
            "central.leaf-uplinks",
            "Added to the services leaf's uplinks per direction",
            unknownIfNone(demand.crossingLinks().leafUplinks().bitsPerSecond()),
            Unit.BITS_PER_SECOND,
            "Everything that crosses comes up and goes down once more, over the link utilisation"
                + " ceiling."));
  }

  private static double unknownIfNone(double demand) {
    return demand > 0 ? demand : Double.NaN;
  }

  private static String example(LinkDemand links) {
    return links.perDirection().bitsPerSecond() > 0
        ? "; for instance " + links.recommendation() + "."
        : ".";
  }
}
