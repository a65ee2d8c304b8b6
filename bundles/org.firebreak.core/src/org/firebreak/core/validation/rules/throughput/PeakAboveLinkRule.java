package org.firebreak.core.validation.rules.throughput;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.firebreak.core.describe.Quantity;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.GuardedServers;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.Link;

/** Flows whose peak exceeds what the links of the firewall on their way carry. */
public final class PeakAboveLinkRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-703",
          RuleCategory.THROUGHPUT,
          "Peak above the links of the firewall",
          FindingSeverity.WARNING,
          "A firewall in the services leaf is attached by links, and every bit of a flow between"
              + " groups enters and leaves by them; the links in one direction must carry both"
              + " directions of the flow. A single flow above that can never reach its estimate:"
              + " the estimate is wrong (bytes for bits, Mbit/s for Gbit/s), the links are missing"
              + " in the design, or the flow must not go through the firewall. Judged under the"
              + " strategy in force: a flow is reported if all of it passes the firewall, that is,"
              + " if no end is microsegmented, the ends share no group, and the firewall guards one"
              + " of them. Firewalls of which a link has no rate are left out. The sum of all flows"
              + " is the matter of the sizing report.",
          "Flow db → backup peaks at 40 Gbit/s, and the core firewall has 2 links of 10 Gbit/s. Add"
              + " links, or mark the flow as exempt and route it around.");

  /** A central firewall with the rate of its links in one direction. */
  private record Attached(ElementRef ref, double rate, BitSet guarded) {
    boolean guards(PolicyEndpoint end) {
      return !end.isExternal() && guarded.nextClearBit(end.from()) >= end.to();
    }
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Attached> firewalls = firewalls(context);
    if (firewalls.isEmpty()) {
      return List.of();
    }
    double least = firewalls.stream().mapToDouble(Attached::rate).min().orElse(Double.MAX_VALUE);
    BitSet micro = new BitSet();
    context.policy().servers().forEach(server -> micro.set(server.index(), server.micro()));
    List<Finding> findings = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      Double peak = flow.element().getPeakBitsPerSecond();
      if (peak == null
          || !(peak > least)
          || peak.isInfinite()
          || !isCentral(flow, micro, context)) {
        continue;
      }
      for (Attached firewall : firewalls) {
        if (peak > firewall.rate()
            && (firewall.guards(flow.policy().source())
                || firewall.guards(flow.policy().destination()))) {
          findings.add(of(flow, firewall, peak));
        }
      }
    }
    return findings;
  }

  private Finding of(ActiveFlow flow, Attached firewall, double peak) {
    return finding(
        "Flow "
            + flow.name()
            + " peaks at "
            + Quantity.BITS_PER_SECOND.format(peak)
            + ", above the links of "
            + firewall.ref().name()
            + " ("
            + Quantity.BITS_PER_SECOND.format(firewall.rate())
            + ")",
        "Correct the estimate, add links, or take the flow around the firewall",
        flow.ref(),
        firewall.ref());
  }

  private static List<Attached> firewalls(ValidationContext context) {
    List<Attached> firewalls = new ArrayList<>();
    for (EnforcementPoint point : context.design().getEnforcementPoints()) {
      double rate = rate(point);
      if (point.getKind() == EnforcementKind.CENTRAL && rate > 0) {
        firewalls.add(new Attached(context.ref(point), rate, GuardedServers.of(point, context)));
      }
    }
    return firewalls;
  }

  /** Sum of the links in one direction, bit/s; 0 if one is unknown or there is none. */
  private static double rate(EnforcementPoint point) {
    double sum = 0;
    for (Link link : point.getLinks()) {
      Double each = link.getBitsPerSecond();
      if (each == null || !(each > 0)) {
        return 0;
      }
      sum += each * Math.max(1, link.getMembers());
    }
    return sum;
  }

  /** Whether every connection of the flow is enforced at central firewalls. */
  private static boolean isCentral(ActiveFlow flow, BitSet micro, ValidationContext context) {
    PolicyEndpoint source = flow.policy().source();
    PolicyEndpoint destination = flow.policy().destination();
    boolean apart =
        source.isExternal()
            || destination.isExternal()
            || groups(source, context)[1] <= groups(destination, context)[0]
            || groups(destination, context)[1] <= groups(source, context)[0];
    return (!isEmpty(source) || !isEmpty(destination))
        && apart
        && hasNone(source, micro)
        && hasNone(destination, micro);
  }

  private static boolean isEmpty(PolicyEndpoint end) {
    return end.from() >= end.to();
  }

  /** The run of groups that an end touches. */
  private static int[] groups(PolicyEndpoint end, ValidationContext context) {
    if (isEmpty(end)) {
      return new int[] {0, 0};
    }
    List<PolicyServer> servers = context.policy().servers();
    return new int[] {servers.get(end.from()).group(), servers.get(end.to() - 1).group() + 1};
  }

  private static boolean hasNone(PolicyEndpoint end, BitSet servers) {
    int first = servers.nextSetBit(end.from());
    return first < 0 || first >= end.to();
  }
}
