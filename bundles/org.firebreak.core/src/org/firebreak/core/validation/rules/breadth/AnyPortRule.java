package org.firebreak.core.validation.rules.breadth;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;

/** Flows that permit every port of a protocol. */
public final class AnyPortRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-104",
          RuleCategory.BREADTH,
          "Flow with any port",
          FindingSeverity.WARNING,
          "Every port of TCP, UDP or SCTP includes remote administration and everything that is"
              + " installed later. A service without ports in a port matrix often means that nobody"
              + " knew. The fix permits the ports of this protocol that the servers are known to"
              + " offer by other flows.",
          "Flow monitoring → all servers permits tcp. The agent listens on tcp/9100: permit that.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      for (PolicyService service : flow.policy().services()) {
        if (isAnyPort(service.match())) {
          findings.add(
              finding(
                  "Flow "
                      + flow.name()
                      + " permits every "
                      + service.match().protocol().getName()
                      + " port",
                  "Name the ports on which the server listens",
                  flow.ref(),
                  service.ref()));
        }
      }
    }
    return findings;
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    return Narrowing.toOffered(finding, context);
  }

  /** Whether the protocol has ports, and all of them match. */
  static boolean isAnyPort(ServiceMatch match) {
    return !match.isAny()
        && IpProtocols.hasPorts(IpProtocols.number(match.protocol()))
        && match.ports().isAll();
  }
}
