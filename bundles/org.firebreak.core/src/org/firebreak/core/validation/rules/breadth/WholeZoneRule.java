package org.firebreak.core.validation.rules.breadth;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.Words;

/** Flows of which an end is a whole zone. */
public final class WholeZoneRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-102",
          RuleCategory.BREADTH,
          "Flow from or to a whole zone",
          FindingSeverity.WARNING,
          "A zone holds servers of many roles, and of those to come. A flow to a zone opens the"
              + " service on all of them, also where nobody offers it; a flow from a zone trusts"
              + " all of them. That undoes the segmentation inside the zone. The fix draws the flow"
              + " from or to the groups that are known to use or to offer the service: by other"
              + " flows, or by role and name.",
          "Flow app → Data zone permits tcp/5432, but only the group db runs the database. Draw it"
              + " to db.");

  private static final String FROM = "Draw it from the groups that use the service";
  private static final String TO = "Draw it to the groups that offer the service";
  private static final String BETWEEN = "Draw it between the groups that talk to each other";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      PolicyEndpoint from = flow.policy().source();
      PolicyEndpoint to = flow.policy().destination();
      if (isZone(from) && from.index() == to.index()) {
        findings.add(of(flow, "Both ends of flow " + flow.name() + " are", from, BETWEEN));
        continue;
      }
      if (isZone(from)) {
        findings.add(of(flow, "The client end of flow " + flow.name() + " is", from, FROM));
      }
      if (isZone(to)) {
        findings.add(of(flow, "The server end of flow " + flow.name() + " is", to, TO));
      }
    }
    return findings;
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    return KnownUse.in(context)
        .flow(finding)
        .filter(flow -> flow.policy().source().index() != flow.policy().destination().index())
        .map(flow -> fixes(flow, finding.elements().get(1), context))
        .orElse(List.of());
  }

  private static List<Fix> fixes(ActiveFlow flow, ElementRef end, ValidationContext context) {
    boolean servers = flow.policy().destination().ref().equals(end);
    PolicyEndpoint zone = servers ? flow.policy().destination() : flow.policy().source();
    Narrowing narrowing = new Narrowing(context, flow);
    List<PolicyEndpoint> parts = GroupEnds.in(context).only(zone);
    if (parts.isEmpty()) {
      parts = servers ? servers(flow, zone, context) : clients(flow, zone, context);
    }
    return servers ? narrowing.toServers(parts) : narrowing.toClients(parts);
  }

  /** Groups that other flows name as servers of the service, or that are called so. */
  private static List<PolicyEndpoint> servers(
      ActiveFlow flow, PolicyEndpoint zone, ValidationContext context) {
    List<PolicyEndpoint> parts = new ArrayList<>();
    for (PolicyService service : flow.policy().services()) {
      KnownUse.in(context)
          .serversOf(zone, service.match(), flow)
          .forEach(use -> parts.add(use.end()));
      parts.addAll(called(service, zone, context));
    }
    return parts;
  }

  /** Groups that bear the name of the service; if there are none, those of its kind. */
  private static List<PolicyEndpoint> called(
      PolicyService service, PolicyEndpoint zone, ValidationContext context) {
    GroupEnds groups = GroupEnds.in(context);
    for (Set<String> words : ServiceWords.in(context).of(service).inOrder()) {
      List<PolicyEndpoint> called =
          groups.inside(zone).stream().filter(group -> isCalled(group, words, groups)).toList();
      if (!called.isEmpty()) {
        return called;
      }
    }
    return List.of();
  }

  private static boolean isCalled(PolicyEndpoint group, Set<String> words, GroupEnds groups) {
    Set<String> own = new HashSet<>(ServiceWords.wordsIn(group.ref().name()));
    own.addAll(ServiceWords.wordsIn(groups.role(group).orElse(null)));
    return own.stream().anyMatch(words::contains);
  }

  private static List<PolicyEndpoint> clients(
      ActiveFlow flow, PolicyEndpoint zone, ValidationContext context) {
    List<PolicyEndpoint> parts = new ArrayList<>();
    for (PolicyService service : flow.policy().services()) {
      KnownUse.in(context)
          .clientsOf(zone, service.match(), flow)
          .forEach(use -> parts.add(use.end()));
    }
    return parts;
  }

  private static boolean isZone(PolicyEndpoint end) {
    return end.ref().type().equals("Zone");
  }

  private Finding of(ActiveFlow flow, String subject, PolicyEndpoint zone, String mend) {
    return finding(
        subject
            + " the whole zone "
            + zone.ref().name()
            + " ("
            + Words.count(zone.to() - zone.from(), "server")
            + ")",
        mend,
        flow.ref(),
        zone.ref());
  }
}
