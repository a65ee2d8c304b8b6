package org.firebreak.core.compare;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.reach.BlastRadius;
import org.firebreak.core.sizing.CentralDemand;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.sizing.TrafficClass;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.model.EnforcementKind;

/**
 * What one strategy comes to.
 *
 * @param strategy the strategy
 * @param policy the policy under it
 * @param study its throughput and sizing
 * @param radius what it leaves to an intruder
 * @param effort what a change of a flow takes
 * @param parameters weights of the effort
 */
public record StrategyResult(
    NamedStrategy strategy,
    CompiledPolicy policy,
    SizingStudy study,
    BlastRadius radius,
    ChangeEffort effort,
    ComparisonParameters parameters) {

  private static final BitRate NONE = new BitRate(0);

  /** The value of a figure; NaN if it is not known. */
  public double value(Metric metric) {
    return metric.of(this);
  }

  double centralRules() {
    return policy.ruleSets().stream()
        .filter(set -> set.kind() == EnforcementKind.CENTRAL)
        .mapToLong(set -> set.rules().size())
        .sum();
  }

  double hostRules() {
    return policy.ruleSets().stream()
        .filter(set -> set.kind() == EnforcementKind.HOST)
        .mapToLong(set -> (long) set.rules().size() * set.servers().size())
        .sum();
  }

  double writtenRules() {
    return policy.ruleSets().stream().mapToLong(set -> set.rules().size()).sum();
  }

  double enforcedServers() {
    return policy.ruleSets().stream()
        .filter(set -> set.kind() == EnforcementKind.HOST)
        .mapToLong(set -> set.servers().size())
        .sum();
  }

  double firewalls() {
    return policy.ruleSets().stream()
        .filter(set -> set.kind() == EnforcementKind.CENTRAL)
        .map(set -> set.enforcementPoint())
        .distinct()
        .count();
  }

  double centralUnits() {
    return study.central().stream().mapToLong(each -> each.redundancy().units()).sum();
  }

  /** The peak of the sum over all firewalls, not the sum of their peaks. */
  BitRate centralThroughput() {
    List<TrafficClass> all = new ArrayList<>();
    study.central().forEach(each -> all.addAll(each.demand().classes()));
    return CentralDemand.of(all, study.parameters()).coincidentPeak();
  }

  BitRate ratedThroughput() {
    return new BitRate(
        study.central().stream()
            .mapToDouble(each -> each.demand().ratedThroughput().bitsPerSecond())
            .sum());
  }

  BitRate links() {
    return new BitRate(
        study.central().stream()
            .map(CentralSizing::demand)
            .mapToDouble(demand -> demand.crossingLinks().perDirection().bitsPerSecond())
            .sum());
  }

  BitRate hostThroughput() {
    return study.hosts().map(hosts -> hosts.demand().coincidentPeak()).orElse(NONE);
  }

  BitRate busiestHost() {
    return study.hosts().map(hosts -> hosts.demand().need()).orElse(NONE);
  }

  double hosts() {
    return study.hosts().map(hosts -> hosts.demand().hosts()).orElse(0);
  }
}
