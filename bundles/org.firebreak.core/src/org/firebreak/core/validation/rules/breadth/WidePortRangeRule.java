package org.firebreak.core.validation.rules.breadth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.PortRange;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.Threshold;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;

/** Flows that permit a port range wider than the profile allows. */
public final class WidePortRangeRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-105",
          RuleCategory.BREADTH,
          "Wide port range",
          FindingSeverity.WARNING,
          "A range of more than "
              + Threshold.MAX_PORT_RANGE.standard()
              + " ports (the limit is a parameter) usually covers up that the ports are not known,"
              + " or are chosen at run time. Programs with run-time ports can mostly be told a"
              + " narrow range, and many firewalls follow the protocol (FTP, RPC) by themselves."
              + " The fix permits the ports of the range that the service library gives for a"
              + " service of that name, or that the servers are known to offer by other flows.",
          "Flow clients → dc permits tcp/49152-65535 for RPC. Restrict the RPC ports of the domain"
              + " controllers to a hundred, and permit those.");

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
        widest(service.match())
            .filter(range -> range.size() > limit)
            .ifPresent(range -> findings.add(of(flow, service, range, limit)));
      }
    }
    return findings;
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
                            widest(service.match())
                                .map(range -> RangeNarrowing.of(context, flow, service, range))))
        .orElse(List.of());
  }

  static Optional<PortRange> widest(ServiceMatch match) {
    boolean ranged =
        !match.isAny()
            && IpProtocols.hasPorts(IpProtocols.number(match.protocol()))
            && !match.ports().isAll();
    return ranged
        ? match.ports().ranges().stream().max(Comparator.comparingInt(PortRange::size))
        : Optional.empty();
  }

  private Finding of(ActiveFlow flow, PolicyService service, PortRange range, int limit) {
    return finding(
        "Flow "
            + flow.name()
            + " permits "
            + range.size()
            + " ports in one range ("
            + service.match().protocol().getLiteral()
            + "/"
            + range
            + LibraryPorts.ofRange(service.match().protocol(), range)
                .map(name -> ", the run-time ports of " + name)
                .orElse("")
            + "), more than "
            + limit,
        "Permit the ports on which the server listens, or make it use a narrower range",
        flow.ref(),
        service.ref());
  }
}
