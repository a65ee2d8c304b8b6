package org.firebreak.core.validation.rules.breadth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.PortRange;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.Threshold;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.ServiceOverlap;

/** Flows that permit a port range far wider than the service of that name needs. */
public final class RangeBeyondServiceRule implements ValidationRule {
  /** A few ports in a row are usually a few instances, which is what they are meant for. */
  private static final int FEW_PORTS = 10;

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-106",
          RuleCategory.BREADTH,
          "Port range wider than its service",
          FindingSeverity.WARNING,
          "A service that bears a well-known name, with a range that holds its well-known ports and"
              + " many more, was rounded up by somebody. Whatever else listens in the range is open"
              + " too. Found are ranges of at least "
              + FEW_PORTS
              + " ports of which the service library knows less than half; a service on ports of"
              + " its own, apart from the well-known ones, is not found. Ranges that are too wide"
              + " for any service are left to FB-105.",
          "Flow app → documents permits mongodb as tcp/27000-27099. MongoDB uses tcp/27017-27019:"
              + " permit those.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    int limit = context.profile().limit(Threshold.MAX_PORT_RANGE);
    List<Finding> findings = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      for (PolicyService service : flow.policy().services()) {
        beyond(service, limit).ifPresent(range -> findings.add(of(flow, service, range)));
      }
    }
    return findings;
  }

  /** The range of a service that is found. */
  static Optional<PortRange> beyond(PolicyService service, int limit) {
    Optional<PortRange> widest = WidePortRangeRule.widest(service.match());
    if (widest.isEmpty() || widest.get().size() < FEW_PORTS || widest.get().size() > limit) {
      return Optional.empty();
    }
    PortRange range = widest.get();
    return LibraryPorts.named(service)
        .map(known -> ServiceOverlap.common(PortSet.of(List.of(range)), known).size())
        .filter(known -> known > 0 && 2 * known < range.size())
        .map(known -> range);
  }

  private Finding of(ActiveFlow flow, PolicyService service, PortRange range) {
    PortSet known = LibraryPorts.named(service).orElse(PortSet.NONE);
    String protocol = service.match().protocol().getLiteral();
    return finding(
        "Flow "
            + flow.name()
            + " permits "
            + protocol
            + "/"
            + range
            + " for "
            + service.ref().name()
            + ", which uses "
            + protocol
            + "/"
            + known,
        "Permit the ports on which the servers listen",
        flow.ref(),
        service.ref());
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    return KnownUse.in(context)
        .flow(finding)
        .flatMap(
            flow ->
                KnownUse.service(flow, finding)
                    .flatMap(
                        service ->
                            WidePortRangeRule.widest(service.match())
                                .map(range -> RangeNarrowing.of(context, flow, service, range))))
        .orElse(List.of());
  }
}
