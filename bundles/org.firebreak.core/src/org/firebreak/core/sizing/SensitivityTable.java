package org.firebreak.core.sizing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Changes the inputs of a central sizing one by one. */
final class SensitivityTable {

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
          SizingParameter.LINK_UTILISATION);
  private static final List<SizingParameter> OF_CLUSTERS =
      List.of(
          SizingParameter.CLUSTER_THROUGHPUT,
          SizingParameter.CLUSTER_CONNECTIONS,
          SizingParameter.CLUSTER_SESSIONS);

  private final CentralSizing sizing;
  private final CentralDemand demand;
  private final DemandChange change;
  private final List<Appliance> appliances;
  private final Sensitivity.Result base;

  SensitivityTable(CentralSizing sizing) {
    this.sizing = sizing;
    demand = sizing.demand();
    change = new DemandChange(demand);
    appliances = sizing.recommendation().considered();
    base = result(Double.NaN, demand);
  }

  /** Inputs that change the choice first, then by how far they move the need. */
  List<Sensitivity> rows() {
    if (demand.need().bitsPerSecond() <= 0) {
      return List.of();
    }
    InputSteps<Sensitivity.Result, Sensitivity> steps =
        new InputSteps<>(
            demand.parameters(),
            (value, parameters) -> result(value, change.with(parameters)),
            (key, label, unit, value, lower, higher) ->
                new Sensitivity(key, label, unit, value, base, lower, higher));
    PARAMETERS.forEach(steps::parameter);
    if (sizing.redundancy().mode() == Redundancy.Mode.CLUSTER) {
      OF_CLUSTERS.forEach(steps::parameter);
    }
    steps.flows(
        "throughput",
        "Throughput of all flows",
        factor -> all(change.mapped(each -> TrafficSteps.throughput(each, factor))));
    steps.flows(
        "connections",
        "Connections per second of all flows",
        factor -> all(change.withSameRates(each -> TrafficSteps.connections(each, factor))));
    steps.flows(
        "duration",
        "Duration of all connections",
        factor -> all(change.withSameRates(each -> TrafficSteps.duration(each, factor))));
    steps.flows(
        "packet-size",
        "Packet size of all flows",
        factor -> all(change.withSameRates(each -> TrafficSteps.packet(each, factor))));
    if (demand.decryptedShare().value() > 0) {
      steps.flows(
          "decrypted",
          "Decrypted share of all flows",
          factor -> all(change.mapped(each -> TrafficSteps.decrypted(each, factor))));
    }
    for (TrafficClass flow : largest()) {
      steps.add(
          "flow." + flow.id(),
          "Throughput of " + flow.name(),
          Unit.BITS_PER_SECOND,
          flow.rate().peak().bitsPerSecond(),
          factor -> of(flow, factor));
    }
    return steps.sorted();
  }

  private Sensitivity.Result all(CentralDemand changed) {
    return result(Double.NaN, changed);
  }

  private Sensitivity.Result of(TrafficClass flow, double factor) {
    return result(flow.rate().peak().bitsPerSecond() * factor, change.scaling(flow, factor));
  }

  /** The inspected flows that carry most in the busiest bin. */
  private List<TrafficClass> largest() {
    int busiest = demand.busiestBin().bin();
    return demand.classes().stream()
        .filter(TrafficClass::isInspected)
        .filter(each -> each.rate().at(busiest).bitsPerSecond() > 0)
        .sorted(
            Comparator.comparingDouble(
                    (TrafficClass each) -> each.rate().at(busiest).bitsPerSecond())
                .reversed()
                .thenComparing(TrafficClass::id))
        .limit((long) demand.parameters().get(SizingParameter.SENSITIVITY_FLOWS))
        .toList();
  }

  private Sensitivity.Result result(double value, CentralDemand changed) {
    Optional<Appliance> best =
        Recommendation.tightest(appliances, changed, sizing.size(), sizing.redundancy())
            .map(ApplianceCheck::appliance);
    Optional<ApplianceCheck.Verdict> verdict =
        sizing
            .chosen()
            .map(
                check ->
                    ApplianceCheck.of(
                            check.appliance(), changed, sizing.size(), sizing.redundancy())
                        .verdict());
    return new Sensitivity.Result(value, changed.ratedThroughput(), best, verdict);
  }
}
