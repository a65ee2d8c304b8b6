package org.firebreak.core.sizing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.sizing.units.ConnectionRate;
import org.firebreak.core.sizing.units.Seconds;
import org.firebreak.core.sizing.units.SessionCount;

/** What one server of each class makes its host enforce, handed out to parts and machines. */
final class HostShares {

  /** Sums for one server of a class; deep is what asks for more than layer 4. */
  static final class PerServer {
    final double[] bits;
    final double[] packets;
    final double[] deepBits;
    double connections;
    double sessions;
    double deepConnections;
    double deepSessions;
    InspectionLevel deepest = InspectionLevel.EXEMPT;
    boolean knowsPackets;

    PerServer(int bins) {
      bits = new double[bins];
      packets = new double[bins];
      deepBits = new double[bins];
    }
  }

  private record Place(int part, int machine) {}

  private final int bins;
  private final double coincidence;
  private final Seconds linger;
  private final Map<ServerClass, PerServer> classes = new LinkedHashMap<>();

  HostShares(int bins, SizingParameters parameters) {
    this.bins = bins;
    coincidence = parameters.get(SizingParameter.COINCIDENCE);
    linger = parameters.seconds(SizingParameter.LINGER);
  }

  void add(TrafficClass traffic, List<Placement.End> ends) {
    boolean deep = traffic.inspection().compareTo(InspectionLevel.LAYER_4) > 0;
    for (Placement.End end : ends) {
      double share = end.share() / end.servers().size();
      PerServer sums = classes.computeIfAbsent(end.servers(), each -> new PerServer(bins));
      double packetsPerBit = CentralDemand.packetsPerBit(traffic);
      double connections = share * traffic.connections().map(ConnectionRate::perSecond).orElse(0.0);
      double sessions =
          share * CentralDemand.sessions(traffic, linger).map(SessionCount::sessions).orElse(0.0);
      traffic.rate().addTo(sums.bits, share, coincidence);
      traffic.rate().addTo(sums.packets, share * packetsPerBit, coincidence);
      sums.connections += connections;
      sums.sessions += sessions;
      sums.knowsPackets |= traffic.rate().isKnown() && traffic.packetSize().isPresent();
      if (deep) {
        traffic.rate().addTo(sums.deepBits, share, coincidence);
        sums.deepConnections += connections;
        sums.deepSessions += sessions;
      }
      if (traffic.inspection().compareTo(sums.deepest) > 0) {
        sums.deepest = traffic.inspection();
      }
    }
  }

  void hand(List<HostPart> parts, int[] partOf, int[] machineOf) {
    classes.forEach(
        (members, each) -> {
          Map<Place, Integer> places = new HashMap<>();
          for (PolicyServer server : members.servers()) {
            int part = partOf[server.index()];
            if (part >= 0) {
              places.merge(new Place(part, machineOf[server.index()]), 1, Integer::sum);
            }
          }
          places.forEach(
              (place, count) -> parts.get(place.part()).add(place.machine(), count, each));
        });
  }
}
