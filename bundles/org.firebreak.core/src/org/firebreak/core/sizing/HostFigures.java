package org.firebreak.core.sizing;

import java.util.ArrayList;
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
            demand.coincidentPeak().bitsPerSecond(),
            Unit.BITS_PER_SECOND,
            "Peak of the sum; a flow counts at each end that enforces it."),
        new Figure(
            "host.mean",
            "Mean per host today",
            demand.meanPerHost().bitsPerSecond(),
            Unit.BITS_PER_SECOND,
            "All over the number of hosts."),
        new Figure(
            "host.busiest",
            "Busiest host today",
            demand.perHost().bitsPerSecond(),
            Unit.BITS_PER_SECOND,
            "Mean · imbalance h, or what its own servers carry if that is more."),
        new Figure(
            "host.need",
            "Busiest host after " + horizon,
            demand.need().bitsPerSecond(),
            Unit.BITS_PER_SECOND,
            "Busiest host · burst β · growth G."),
        new Figure(
            "host.connections",
            "New connections at the busiest host after " + horizon,
            demand.connectionNeed().valueOrUnknown().perSecond(),
            Unit.CONNECTIONS_PER_SECOND,
            "Sum at both ends over the hosts · h · burst · G; "
                + demand.connections().coverage().replace("flows", "enforced ends")
                + "."),
        new Figure(
            "host.sessions",
            "Sessions at the busiest host after " + horizon,
            demand.sessionNeed().valueOrUnknown().sessions(),
            Unit.SESSIONS,
            "Little's law at both ends over the hosts · h · G; "
                + demand.sessions().coverage().replace("flows", "enforced ends")
                + "."),
        new Figure(
            "host.packets",
            "Packets at the busiest host after " + horizon,
            demand.packetNeed().valueOrUnknown().perSecond(),
            Unit.PACKETS_PER_SECOND,
            "At both ends over the hosts · h · β · G; "
                + demand.packets().coverage().replace("flows", "enforced ends")
                + "."),
        new Figure(
            "host.log-rate",
            "Log records of all hosts after " + horizon,
            demand.connections().isKnown()
                ? demand.connectionNeedOfAllHosts().perSecond()
                : Double.NaN,
            Unit.RECORDS_PER_SECOND,
            "At least, if each end logs every session when it ends."));
  }

  static List<Figure> of(HostSizing sizing) {
    List<Figure> figures = new ArrayList<>(of(sizing.demand()));
    sizing
        .busiest()
        .ifPresent(
            host ->
                figures.add(
                    new Figure(
                        "host.placed",
                        "Busiest host by placement today",
                        host.peak().bitsPerSecond(),
                        Unit.BITS_PER_SECOND,
                        host.name()
                            + ", by the servers that run on it; the larger of this and mean · h"
                            + " counts.")));
    HostFilter filter = sizing.filter();
    figures.add(
        new Figure(
            "host.cores",
            "Packet filter of the busiest host",
            filter.cores().count(),
            Unit.CORES,
            "Packets · filter time + new connections · (set lookup + rules outside sets)."));
    figures.add(
        new Figure(
            "host.cores-all",
            "Packet filters of all hosts",
            filter.coresOfAllHosts().count(),
            Unit.CORES,
            "The same without imbalance."));
    figures.add(
        new Figure(
            "host.cores-offload",
            "Cores that offload saves at the busiest host",
            filter.coresWithoutOffload().count() - filter.cores().count(),
            Unit.CORES,
            "Share of the packets that a network card forwards by itself."));
    figures.add(
        new Figure(
            "host.memory",
            "Connection table of the busiest host",
            filter.memory().bytes(),
            Unit.MEMORY,
            "Sessions · memory of a session."));
    sizing.virtualFirewalls().stream()
        .findFirst()
        .ifPresent(each -> figures.addAll(virtual("host.vm", "everything", each, sizing)));
    sizing.selective().stream()
        .findFirst()
        .ifPresent(
            each -> figures.addAll(virtual("host.vm-deep", "all above layer 4", each, sizing)));
    return List.copyOf(figures);
  }

  private static List<Figure> virtual(
      String key, String what, HostSizing.VirtualFirewall firewall, HostSizing sizing) {
    String how = firewall.instances() + " × " + firewall.appliance().name() + " on each host";
    return List.of(
        new Figure(
            key + ".vcpus",
            "Virtual firewalls for " + what + ", processors per host",
            firewall.vcpus(),
            Unit.COUNT,
            how + ", reserved without oversubscription."),
        new Figure(
            key + ".memory",
            "Virtual firewalls for " + what + ", memory per host",
            firewall.memory().bytes(),
            Unit.MEMORY,
            how + "."),
        new Figure(
            key + ".vcpus-all",
            "Virtual firewalls for " + what + ", processors of all hosts",
            sizing.vcpusOfAllHosts(firewall),
            Unit.COUNT,
            "Every host is given what the busiest needs."));
  }
}
