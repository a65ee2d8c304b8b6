package org.firebreak.core.sizing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.core.sizing.units.ConnectionRate;
import org.firebreak.core.sizing.units.Factor;
import org.firebreak.core.sizing.units.PacketRate;
import org.firebreak.core.sizing.units.PacketSize;
import org.firebreak.core.sizing.units.SessionCount;

/**
 * What enforcement at the hosts has to carry, for the busiest host. A flow between two enforced
 * hosts is enforced, and counts, at both.
 *
 * @param hosts number of hosts H
 * @param parameters parameters in use
 * @param flows flows enforced at hosts, with the number of ends
 * @param coincidentPeak peak of the sum over all hosts and ends today, bit/s
 * @param connections new connections per second today, over all hosts and ends
 * @param sessions concurrent sessions today, over all hosts and ends
 * @param packets packets per second today in the busiest bin, over all hosts and ends
 * @param busiest shares of the busiest hosts, by the servers that run on each
 */
public record HostDemand(
    int hosts,
    SizingParameters parameters,
    List<Enforced> flows,
    BitRate coincidentPeak,
    Total<ConnectionRate> connections,
    Total<SessionCount> sessions,
    Total<PacketRate> packets,
    Busiest busiest) {

  /**
   * Shares of the total that the busiest host carries by the placement of the servers; another host
   * may be the busiest in each. The imbalance h is the least that is reckoned with, since the
   * servers of a group are never loaded alike.
   *
   * @param throughput share of the bits, 0 to 1; 0 if the placement is unknown
   * @param connections share of the new connections
   * @param sessions share of the sessions
   * @param packets share of the packets
   */
  public record Busiest(double throughput, double connections, double sessions, double packets) {

    /** Nobody knows which server runs where. */
    public static final Busiest UNKNOWN = new Busiest(0, 0, 0, 0);

    static Busiest of(List<HostLoad> loads, CentralDemand sum) {
      return new Busiest(
          share(
              loads,
              (HostLoad each) -> each.peak().bitsPerSecond(),
              sum.crossingPeak().bitsPerSecond()),
          share(
              loads,
              (HostLoad each) -> each.connections().perSecond(),
              sum.connections().value().perSecond()),
          share(
              loads,
              (HostLoad each) -> each.sessions().sessions(),
              sum.sessions().value().sessions()),
          share(
              loads,
              (HostLoad each) -> each.packets().perSecond(),
              sum.packets().value().perSecond()));
    }

    private static double share(
        List<HostLoad> loads, ToDoubleFunction<HostLoad> figure, double total) {
      return total > 0 ? loads.stream().mapToDouble(figure).max().orElse(0) / total : 0;
    }
  }

  /**
   * A flow enforced at one or both of its hosts.
   *
   * @param traffic the flow
   * @param ends 1 or 2
   */
  public record Enforced(TrafficClass traffic, int ends) {

    /** Refuses anything but one or two ends. */
    public Enforced {
      if (ends < 1 || ends > 2) {
        throw new IllegalArgumentException("a flow has one or two enforced ends, not " + ends);
      }
    }
  }

  /** Copies the flows. */
  public HostDemand {
    flows = List.copyOf(flows);
  }

  /**
   * Adds up flows that are enforced at both ends.
   *
   * @param classes flows
   * @param hosts number of hosts, at least 1
   * @param parameters parameters
   * @return demand
   */
  public static HostDemand atBothEnds(
      List<TrafficClass> classes, int hosts, SizingParameters parameters) {
    return of(classes.stream().map(each -> new Enforced(each, 2)).toList(), hosts, parameters);
  }

  /**
   * Adds up flows.
   *
   * @param flows flows with the number of ends at which they are enforced
   * @param hosts number of hosts, at least 1
   * @param parameters parameters
   * @return demand
   * @throws IllegalArgumentException if there is no host or the clocks of two flows do not nest
   */
  public static HostDemand of(List<Enforced> flows, int hosts, SizingParameters parameters) {
    return of(flows, hosts, parameters, List.of());
  }

  /**
   * Adds up flows, with what each host carries.
   *
   * @param flows flows with the number of ends at which they are enforced
   * @param hosts number of hosts, at least 1
   * @param parameters parameters
   * @param loads load of each host; empty if nobody knows which server runs where
   * @return demand
   * @throws IllegalArgumentException if there is no host or the clocks of two flows do not nest
   */
  public static HostDemand of(
      List<Enforced> flows, int hosts, SizingParameters parameters, List<HostLoad> loads) {
    if (hosts < 1) {
      throw new IllegalArgumentException("hosts: at least 1 expected, not " + hosts);
    }
    // A flow enforced twice is two flows of the same clock.
    List<TrafficClass> ends =
        flows.stream()
            .flatMap(flow -> Collections.nCopies(flow.ends(), flow.traffic()).stream())
            .toList();
    CentralDemand sum = CentralDemand.of(ends, parameters);
    return new HostDemand(
        hosts,
        parameters,
        flows,
        sum.crossingPeak(),
        sum.connections(),
        sum.sessions(),
        sum.packets(),
        Busiest.of(loads, sum));
  }

  /** Share of the busiest host: h / H, or what the placement says if that is more. */
  private Factor share(double placed) {
    return new Factor(
        Math.min(1, Math.max(placed, parameters.get(SizingParameter.IMBALANCE) / hosts)));
  }

  /**
   * Mean load of a host today.
   *
   * @return bit/s
   */
  public BitRate meanPerHost() {
    return new BitRate(coincidentPeak.bitsPerSecond() / hosts);
  }

  /**
   * Load of the busiest host today.
   *
   * @return bit/s
   */
  public BitRate perHost() {
    return new BitRate(
        Math.max(
            coincidentPeak.bitsPerSecond() * Math.min(1, busiest.throughput()),
            Formulas.busiestHost(
                    coincidentPeak, hosts, parameters.factor(SizingParameter.IMBALANCE))
                .bitsPerSecond()));
  }

  /**
   * Load of the busiest host with bursts, today.
   *
   * @return bit/s
   */
  public BitRate needToday() {
    return perHost().times(parameters.factor(SizingParameter.BURST));
  }

  /**
   * Load of the busiest host at the end of the horizon: with bursts and growth.
   *
   * @return bit/s
   */
  public BitRate need() {
    return needToday().times(parameters.growthMultiplier());
  }

  /**
   * New connections per second at the busiest host at the end of the horizon.
   *
   * @return connections per second
   */
  public Total<ConnectionRate> connectionNeed() {
    return connections.times(
        share(busiest.connections())
            .times(parameters.factor(SizingParameter.CONNECTION_BURST))
            .times(parameters.growthMultiplier()));
  }

  /**
   * Concurrent sessions at the busiest host at the end of the horizon.
   *
   * @return sessions
   */
  public Total<SessionCount> sessionNeed() {
    return sessions.times(share(busiest.sessions()).times(parameters.growthMultiplier()));
  }

  /**
   * Packets per second at the busiest host at the end of the horizon.
   *
   * @return packets per second
   */
  public Total<PacketRate> packetNeed() {
    return packets.times(
        share(busiest.packets())
            .times(parameters.factor(SizingParameter.BURST))
            .times(parameters.growthMultiplier()));
  }

  /**
   * Packets per second of all hosts together at the end of the horizon.
   *
   * @return packets per second; NaN if unknown
   */
  public PacketRate packetNeedOfAllHosts() {
    return packets
        .valueOrUnknown()
        .times(parameters.factor(SizingParameter.BURST))
        .times(parameters.growthMultiplier());
  }

  /**
   * New connections per second of all hosts together at the end of the horizon.
   *
   * @return connections per second
   */
  public ConnectionRate connectionNeedOfAllHosts() {
    return connections
        .value()
        .times(parameters.factor(SizingParameter.CONNECTION_BURST))
        .times(parameters.growthMultiplier());
  }

  /**
   * Mean IP packet size over all enforced flows that state one.
   *
   * @return bytes; NaN if no packet rate is known
   */
  public PacketSize meanPacketSize() {
    List<TrafficClass> ends = new ArrayList<>();
    flows.forEach(flow -> ends.addAll(Collections.nCopies(flow.ends(), flow.traffic())));
    return CentralDemand.meanPacketSize(CentralDemand.clock(ends, parameters));
  }

  /** The same with the placement of another demand. */
  HostDemand busiestAs(Busiest other) {
    return new HostDemand(
        hosts, parameters, flows, coincidentPeak, connections, sessions, packets, other);
  }

  /** The same if no network card took traffic off the processors. */
  HostDemand withoutOffload() {
    return new HostDemand(
        hosts,
        parameters.with(SizingParameter.OFFLOAD, 0),
        flows,
        coincidentPeak,
        connections,
        sessions,
        packets,
        busiest);
  }

  /**
   * The part that asks for more than layer 4, which a packet filter does not do.
   *
   * @return demand of those flows alone
   */
  public HostDemand beyondLayer4() {
    List<Enforced> deep =
        flows.stream()
            .filter(flow -> flow.traffic().isInspected())
            .filter(flow -> flow.traffic().inspection() != InspectionLevel.LAYER_4)
            .toList();
    return of(deep, hosts, parameters).busiestAs(busiest);
  }

  /**
   * How many virtual firewalls the busiest host needs at the end of the horizon, by throughput less
   * what network cards take off them, connections and sessions.
   *
   * @param appliance size of the virtual firewall
   * @param level rating that states its throughput
   * @return number of instances, at least 1
   */
  public int instances(Appliance appliance, Rating level) {
    double ceiling = parameters.get(SizingParameter.UTILISATION);
    double kept = parameters.share(SizingParameter.OFFLOAD).rest().value();
    int most =
        instances(
            new BitRate(need().bitsPerSecond() * kept),
            new BitRate(appliance.rated(level).orElseThrow()));
    OptionalDouble rate = appliance.rated(Rating.CONNECTIONS);
    if (rate.isPresent()) {
      double usable =
          rate.getAsDouble() * ceiling * parameters.get(SizingParameter.CONNECTION_DERATE);
      most = Math.max(most, (int) Math.ceil(connectionNeed().value().perSecond() / usable));
    }
    OptionalDouble table = appliance.rated(Rating.SESSIONS);
    if (table.isPresent()) {
      double usable = table.getAsDouble() * ceiling;
      most = Math.max(most, (int) Math.ceil(sessionNeed().value().sessions() / usable));
    }
    return Math.max(1, most);
  }

  /**
   * How many virtual firewalls the busiest host needs by throughput: ⌈load / (C · U · k)⌉.
   *
   * @param load load of the busiest host with bursts, for instance {@link #need()}, bit/s
   * @param rated datasheet throughput of one virtual firewall at the level wanted, bit/s
   * @return number of instances
   */
  public int instances(BitRate load, BitRate rated) {
    double usable =
        rated.bitsPerSecond()
            * parameters.get(SizingParameter.UTILISATION)
            * parameters.get(SizingParameter.DERATE);
    return (int) Math.ceil(load.bitsPerSecond() / usable);
  }

  /**
   * The demand as lines of a report.
   *
   * @return figures of the busiest host
   */
  public List<Figure> figures() {
    return HostFigures.of(this);
  }
}
