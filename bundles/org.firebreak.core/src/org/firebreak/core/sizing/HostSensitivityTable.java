package org.firebreak.core.sizing;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Changes the inputs of a host sizing one by one. What share of everything the busiest host carries
 * stays as the placement of the servers has it.
 */
final class HostSensitivityTable {
  private static final List<SizingParameter> PARAMETERS =
      List.of(
          SizingParameter.BURST,
          SizingParameter.GROWTH,
          SizingParameter.YEARS,
          SizingParameter.UTILISATION,
          SizingParameter.DERATE,
          SizingParameter.CONNECTION_BURST,
          SizingParameter.CONNECTION_DERATE,
          SizingParameter.LINGER,
          SizingParameter.COINCIDENCE,
          SizingParameter.IMBALANCE,
          SizingParameter.OFFLOAD,
          SizingParameter.PACKET_TIME,
          SizingParameter.SET_TIME,
          SizingParameter.RULE_TIME,
          SizingParameter.LINEAR_RULES);

  private final HostSizing sizing;
  private final HostDemand demand;
  private final ApplianceCatalogue catalogue;
  private final HostSensitivity.Result base;

  HostSensitivityTable(HostSizing sizing) {
    this.sizing = sizing;
    demand = sizing.demand();
    catalogue =
        ApplianceCatalogue.of(
            Stream.of(
                    sizing.virtualFirewalls().stream().map(HostSizing.VirtualFirewall::appliance),
                    sizing.selective().stream().map(HostSizing.VirtualFirewall::appliance),
                    sizing.platforms().stream().map(HostPlatform::appliance))
                .flatMap(each -> each)
                .distinct()
                .toList());
    base = result(Double.NaN, demand.parameters(), demand.flows());
  }

  /** Inputs that change the choice first, then by how far they move what is taken. */
  List<HostSensitivity> rows() {
    if (demand.need().bitsPerSecond() <= 0) {
      return List.of();
    }
    InputSteps<HostSensitivity.Result, HostSensitivity> steps =
        new InputSteps<>(
            demand.parameters(),
            (value, parameters) -> result(value, parameters, demand.flows()),
            (key, label, unit, value, lower, higher) ->
                new HostSensitivity(key, label, unit, value, base, lower, higher));
    PARAMETERS.forEach(steps::parameter);
    steps.flows(
        "throughput", "Throughput of all flows", factor -> all(TrafficSteps::throughput, factor));
    steps.flows(
        "connections",
        "Connections per second of all flows",
        factor -> all(TrafficSteps::connections, factor));
    steps.flows(
        "duration", "Duration of all connections", factor -> all(TrafficSteps::duration, factor));
    steps.flows(
        "packet-size", "Packet size of all flows", factor -> all(TrafficSteps::packet, factor));
    return steps.sorted();
  }

  private HostSensitivity.Result all(
      BiFunction<TrafficClass, Double, TrafficClass> change, double factor) {
    return result(Double.NaN, demand.parameters(), mapped(change, factor));
  }

  private List<HostDemand.Enforced> mapped(
      BiFunction<TrafficClass, Double, TrafficClass> change, double factor) {
    return demand.flows().stream()
        .map(flow -> new HostDemand.Enforced(change.apply(flow.traffic(), factor), flow.ends()))
        .toList();
  }

  private HostSensitivity.Result result(
      double value, SizingParameters parameters, List<HostDemand.Enforced> flows) {
    HostDemand changed =
        HostDemand.of(flows, demand.hosts(), parameters).busiestAs(demand.busiest());
    HostSizing then =
        HostSizing.of(
            changed, sizing.servers(), sizing.largestRuleSet(), sizing.loads(), catalogue);
    List<HostPlatform> over = then.platforms().stream().filter(each -> !each.fits()).toList();
    return new HostSensitivity.Result(
        value,
        changed.need(),
        then.selective().stream().findFirst(),
        then.reservedProcessors(),
        then.filter().coresOfAllHosts(),
        hostsOver(over, changed),
        over.stream().map(each -> each.appliance().name()).toList());
  }

  /** Hosts that pass a limit by the servers that run on them, as far as all hosts scale alike. */
  private int hostsOver(List<HostPlatform> platforms, HostDemand changed) {
    return (int)
        sizing.loads().stream()
            .filter(host -> platforms.stream().anyMatch(each -> isOver(each, host, changed)))
            .count();
  }

  private boolean isOver(HostPlatform platform, HostLoad host, HostDemand changed) {
    SizingParameters parameters = changed.parameters();
    double growth = parameters.growthMultiplier().value();
    double packets =
        ratio(changed.packets().value().perSecond(), demand.packets().value().perSecond())
            * parameters.get(SizingParameter.BURST);
    double connections =
        ratio(changed.connections().value().perSecond(), demand.connections().value().perSecond())
            * parameters.get(SizingParameter.CONNECTION_BURST);
    Appliance box = platform.appliance();
    return passes(box, Rating.PACKETS, host.packets().perSecond() * packets * growth)
        || passes(box, Rating.CONNECTIONS, host.connections().perSecond() * connections * growth)
        || passes(
            box,
            Rating.SESSIONS,
            host.sessions().sessions()
                * ratio(changed.sessions().value().sessions(), demand.sessions().value().sessions())
                * growth)
        || passes(box, Rating.RULES, host.rules());
  }

  private static double ratio(double changed, double now) {
    return now > 0 ? changed / now : 1;
  }

  private static boolean passes(Appliance box, Rating rating, double need) {
    return box.rated(rating).isPresent() && need > box.rated(rating).getAsDouble();
  }
}
