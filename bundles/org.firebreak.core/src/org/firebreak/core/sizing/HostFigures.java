package org.firebreak.core.sizing;

import java.util.List;

/** Words for the figures of {@link HostDemand}. */
final class HostFigures {

  private HostFigures() {}

  static List<Figure> of(HostDemand demand) {
    String horizon =
        Unit.YEARS.format(demand.parameters().get(SizingParameter.YEARS)).replace(".0", "");
    return List.of(
        new Figure(
            "host.hosts",
            "Hosts",
            demand.hosts(),
            Unit.COUNT,
            "Hypervisor hosts that run enforced servers; a server without one is its own host."),
        new Figure(
            "host.total",
            "Enforced at all hosts today",
            demand.coincidentPeak(),
            Unit.BITS_PER_SECOND,
            "Peak of the sum; a flow counts at each end that enforces it."),
        new Figure(
            "host.mean",
            "Mean per host today",
            demand.meanPerHost(),
            Unit.BITS_PER_SECOND,
            "All over the number of hosts."),
        new Figure(
            "host.busiest",
            "Busiest host today",
            demand.perHost(),
            Unit.BITS_PER_SECOND,
            "Mean · imbalance h, at most everything."),
        new Figure(
            "host.need",
            "Busiest host after " + horizon,
            demand.need(),
            Unit.BITS_PER_SECOND,
            "Busiest host · burst β · growth G."),
        new Figure(
            "host.connections",
            "New connections at the busiest host after " + horizon,
            demand.connectionNeed().valueOrUnknown(),
            Unit.CONNECTIONS_PER_SECOND,
            "Sum at both ends over the hosts · h · burst · G; "
                + demand.connections().coverage().replace("flows", "enforced ends")
                + "."),
        new Figure(
            "host.sessions",
            "Sessions at the busiest host after " + horizon,
            demand.sessionNeed().valueOrUnknown(),
            Unit.SESSIONS,
            "Little's law at both ends over the hosts · h · G; "
                + demand.sessions().coverage().replace("flows", "enforced ends")
                + "."),
        new Figure(
            "host.packets",
            "Packets at the busiest host after " + horizon,
            demand.packetNeed().valueOrUnknown(),
            Unit.PACKETS_PER_SECOND,
            "At both ends over the hosts · h · β · G; "
                + demand.packets().coverage().replace("flows", "enforced ends")
                + "."));
  }
}
