package org.firebreak.core.sizing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

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
  private final double step;
  private final List<Appliance> appliances;
  private final Sensitivity.Result base;

  SensitivityTable(CentralSizing sizing) {
    this.sizing = sizing;
    demand = sizing.demand();
    change = new DemandChange(demand);
    step = demand.parameters().get(SizingParameter.SENSITIVITY);
    appliances = sizing.recommendation().considered();
    base = result(Double.NaN, demand);
  }

  /** Inputs that change the choice first, then by how far they move the need. */
  List<Sensitivity> rows() {
    List<Sensitivity> rows = new ArrayList<>();
    if (demand.need().bitsPerSecond() <= 0) {
      return rows;
    }
    PARAMETERS.forEach(parameter -> rows.add(row(parameter)));
    if (sizing.redundancy().mode() == Redundancy.Mode.CLUSTER) {
      OF_CLUSTERS.forEach(parameter -> rows.add(row(parameter)));
    }
    rows.add(
        all(
            "throughput",
            "Throughput of all flows",
            factor -> change.mapped(each -> TrafficSteps.throughput(each, factor))));
    rows.add(
        all(
            "connections",
            "Connections per second of all flows",
            factor -> change.withSameRates(each -> TrafficSteps.connections(each, factor))));
    rows.add(
        all(
            "duration",
            "Duration of all connections",
            factor -> change.withSameRates(each -> TrafficSteps.duration(each, factor))));
    rows.add(
        all(
            "packet-size",
            "Packet size of all flows",
            factor -> change.withSameRates(each -> TrafficSteps.packet(each, factor))));
    if (demand.decryptedShare().value() > 0) {
      rows.add(
          all(
              "decrypted",
              "Decrypted share of all flows",
              factor -> change.mapped(each -> TrafficSteps.decrypted(each, factor))));
    }
    largest().forEach(flow -> rows.add(row(flow)));
    rows.sort(
        Comparator.comparing((Sensitivity row) -> !row.changesTheChoice())
            .thenComparing(Comparator.comparingDouble(Sensitivity::swing).reversed())
            .thenComparing(Sensitivity::key));
    return List.copyOf(rows);
  }

  private Sensitivity row(SizingParameter parameter) {
    double value = demand.parameters().get(parameter);
    return new Sensitivity(
        parameter.key(),
        parameter.label(),
        parameter.unit(),
        value,
        base,
        with(parameter, value * (1 - step)),
        with(parameter, value * (1 + step)));
  }

  private Sensitivity.Result with(SizingParameter parameter, double value) {
    double possible = Math.min(parameter.most(), Math.max(parameter.least(), value));
    return result(possible, change.with(demand.parameters().with(parameter, possible)));
  }

  private Sensitivity all(String key, String label, DoubleFunction<CentralDemand> scaled) {
    return new Sensitivity(
        "flows." + key,
        label,
        Unit.FACTOR,
        Double.NaN,
        base,
        result(Double.NaN, scaled.apply(1 - step)),
        result(Double.NaN, scaled.apply(1 + step)));
  }

  private Sensitivity row(TrafficClass flow) {
    return new Sensitivity(
        "flow." + flow.id(),
        "Throughput of " + flow.name(),
        Unit.BITS_PER_SECOND,
        flow.rate().peak().bitsPerSecond(),
        base,
        of(flow, 1 - step),
        of(flow, 1 + step));
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
