package org.firebreak.core.sizing;

import org.firebreak.core.sizing.units.ConnectionRate;
import org.firebreak.core.sizing.units.Cores;
import org.firebreak.core.sizing.units.Factor;
import org.firebreak.core.sizing.units.MemorySize;
import org.firebreak.core.sizing.units.PacketRate;
import org.firebreak.core.sizing.units.Seconds;

/**
 * What a packet filter in the kernel takes of the hosts at the end of the horizon.
 *
 * @param cores cores of the busiest host; NaN if no packet rate is known
 * @param coresWithoutOffload the same if no network card took packets off it
 * @param coresOfAllHosts cores of all hosts together
 * @param memory memory of the connection table of the busiest host; NaN if no session is known
 */
public record HostFilter(
    Cores cores, Cores coresWithoutOffload, Cores coresOfAllHosts, MemorySize memory) {

  static HostFilter of(HostDemand demand, int rules) {
    SizingParameters parameters = demand.parameters();
    Factor kept = new Factor(parameters.share(SizingParameter.OFFLOAD).rest().value());
    PacketRate packets = demand.packetNeed().valueOrUnknown();
    ConnectionRate connections = demand.connectionNeed().value();
    PacketRate all = demand.packetNeedOfAllHosts();
    ConnectionRate allConnections = demand.connectionNeedOfAllHosts();
    return new HostFilter(
        cores(packets.times(kept), connections, rules, parameters),
        cores(packets, connections, rules, parameters),
        cores(all.times(kept), allConnections, rules, parameters),
        new MemorySize(
            demand.sessionNeed().valueOrUnknown().sessions()
                * parameters.get(SizingParameter.SESSION_BYTES)));
  }

  /** The first packet of a connection pays for a set lookup and for the rules outside sets. */
  private static Cores cores(
      PacketRate packets, ConnectionRate connections, int rules, SizingParameters parameters) {
    double linear = rules * parameters.get(SizingParameter.LINEAR_RULES);
    Seconds first =
        new Seconds(
            parameters.seconds(SizingParameter.SET_TIME).seconds()
                + linear * parameters.seconds(SizingParameter.RULE_TIME).seconds());
    return Formulas.filterCores(
        packets, parameters.seconds(SizingParameter.PACKET_TIME), connections, first);
  }
}
