package org.firebreak.core.sizing;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

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
 */
public record HostDemand(
    int hosts,
    SizingParameters parameters,
    List<Enforced> flows,
    double coincidentPeak,
    Total connections,
    Total sessions,
    Total packets) {

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
        sum.packets());
  }

  /**
   * Share of the total that the busiest host carries: h / H, at most everything.
   *
   * @return 0 to 1
   */
  private double busiestShare() {
    return Math.min(1, parameters.get(SizingParameter.IMBALANCE) / hosts);
  }

  /**
   * Mean load of a host today.
   *
   * @return bit/s
   */
  public double meanPerHost() {
    return coincidentPeak / hosts;
  }

  /**
   * Load of the busiest host today.
   *
   * @return bit/s
   */
  public double perHost() {
    return coincidentPeak * busiestShare();
  }

  /**
   * Load of the busiest host with bursts, today.
   *
   * @return bit/s
   */
  public double needToday() {
    return perHost() * parameters.get(SizingParameter.BURST);
  }

  /**
   * Load of the busiest host at the end of the horizon: with bursts and growth.
   *
   * @return bit/s
   */
  public double need() {
    return needToday() * parameters.growthMultiplier();
  }

  /**
   * New connections per second at the busiest host at the end of the horizon.
   *
   * @return connections per second
   */
  public Total connectionNeed() {
    return connections.times(
        busiestShare()
            * parameters.get(SizingParameter.CONNECTION_BURST)
            * parameters.growthMultiplier());
  }

  /**
   * Concurrent sessions at the busiest host at the end of the horizon.
   *
   * @return sessions
   */
  public Total sessionNeed() {
    return sessions.times(busiestShare() * parameters.growthMultiplier());
  }

  /**
   * Packets per second at the busiest host at the end of the horizon.
   *
   * @return packets per second
   */
  public Total packetNeed() {
    return packets.times(
        busiestShare() * parameters.get(SizingParameter.BURST) * parameters.growthMultiplier());
  }

  /**
   * How many virtual firewalls the busiest host needs at the end of the horizon, by throughput,
   * connections and sessions.
   *
   * @param appliance size of the virtual firewall
   * @param level rating that states its throughput
   * @return number of instances, at least 1
   */
  public int instances(Appliance appliance, Rating level) {
    double ceiling = parameters.get(SizingParameter.UTILISATION);
    int most = instances(need(), appliance.rated(level).orElseThrow());
    OptionalDouble rate = appliance.rated(Rating.CONNECTIONS);
    if (rate.isPresent()) {
      double usable =
          rate.getAsDouble() * ceiling * parameters.get(SizingParameter.CONNECTION_DERATE);
      most = Math.max(most, (int) Math.ceil(connectionNeed().value() / usable));
    }
    OptionalDouble table = appliance.rated(Rating.SESSIONS);
    if (table.isPresent()) {
      double usable = table.getAsDouble() * ceiling;
      most = Math.max(most, (int) Math.ceil(sessionNeed().value() / usable));
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
  public int instances(double load, double rated) {
    double usable =
        rated
            * parameters.get(SizingParameter.UTILISATION)
            * parameters.get(SizingParameter.DERATE);
    return (int) Math.ceil(load / usable);
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
