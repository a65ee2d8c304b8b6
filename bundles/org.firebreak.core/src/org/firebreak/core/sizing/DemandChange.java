package org.firebreak.core.sizing;

import java.util.List;
import java.util.function.UnaryOperator;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.core.sizing.units.Factor;

/** A demand with one input changed; what does not depend on the input is kept. */
record DemandChange(CentralDemand base) {

  /** The same traffic under other parameters; what does not depend on them is kept. */
  CentralDemand with(SizingParameters other) {
    boolean alike =
        other.get(SizingParameter.COINCIDENCE) == base.parameters().get(SizingParameter.COINCIDENCE)
            && other.get(SizingParameter.LINGER) == base.parameters().get(SizingParameter.LINGER);
    return alike
        ? new CentralDemand(
            base.classes(),
            other,
            base.bins(),
            base.throughput(),
            base.coincidentPeak(),
            base.crossingPeak(),
            base.connections(),
            base.sessions(),
            base.packets(),
            base.deepestInspection(),
            base.fastestConnection())
        : CentralDemand.of(base.classes(), other);
  }

  /** Other traffic under the same parameters. */
  CentralDemand mapped(UnaryOperator<TrafficClass> change) {
    return CentralDemand.of(base.classes().stream().map(change).toList(), base.parameters());
  }

  /** The same throughput with other connections, durations and packet sizes. */
  CentralDemand withSameRates(UnaryOperator<TrafficClass> change) {
    List<TrafficClass> changed = base.classes().stream().map(change).toList();
    return new CentralDemand(
        changed,
        base.parameters(),
        base.bins(),
        base.throughput(),
        base.coincidentPeak(),
        base.crossingPeak(),
        CentralDemand.connections(changed),
        CentralDemand.sessions(changed, base.parameters()),
        CentralDemand.packets(changed, CentralDemand.clock(changed, base.parameters())),
        base.deepestInspection(),
        CentralDemand.fastest(changed));
  }

  /** The same with one flow scaled, without adding up all the others again. */
  CentralDemand scaling(TrafficClass flow, double factor) {
    TrafficClass scaled = flow.at(flow.rate().times(factor));
    List<TrafficClass> changed =
        base.classes().stream().map(each -> each == flow ? scaled : each).toList();
    CommonClock alone =
        new CommonClock(List.of(flow), base.parameters().get(SizingParameter.COINCIDENCE));
    List<BinLoad> own = BinLoad.of(alone);
    List<BinLoad> moved =
        base.bins().stream()
            .map(bin -> bin.plus(own.get(bin.bin() % own.size()), factor - 1))
            .toList();
    BitRate more =
        flow.isInspected() ? flow.rate().peak().times(new Factor(factor - 1)) : new BitRate(0);
    return new CentralDemand(
        changed,
        base.parameters(),
        moved,
        new Total<>(
            base.throughput().value().plus(more),
            base.throughput().known(),
            base.throughput().of()),
        BinLoad.inspectedPeak(moved),
        BinLoad.crossingPeak(moved),
        base.connections(),
        base.sessions(),
        CentralDemand.packets(changed, CentralDemand.clock(changed, base.parameters())),
        base.deepestInspection(),
        CentralDemand.fastest(changed));
  }
}
