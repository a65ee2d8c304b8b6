package org.firebreak.core.validation.rules.missing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.GroupRun;
import org.firebreak.core.validation.facts.GroupServices;
import org.firebreak.model.Flow;
import org.firebreak.model.Service;

/** Flows that name no service. */
public final class FlowWithoutServiceRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-008",
          RuleCategory.COMPLETENESS,
          "Flow without service",
          FindingSeverity.ERROR,
          "No service means nothing is permitted, not everything: an arrow on the diagram that no"
              + " rule stands for. Flows whose services are all invalid are reported with the"
              + " service.",
          "An arrow was drawn from app to db to remember that they talk. Add the service"
              + " postgresql.");

  /** Of more services nobody can tell which are meant. */
  private static final int FEW = 3;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      if (flow.element().getServices().isEmpty()) {
        findings.add(
            finding(
                "Flow " + flow.name() + " names no service, so it permits nothing",
                "Add the services that the client uses",
                flow.ref()));
      }
    }
    return findings;
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    List<Fix> fixes = new ArrayList<>();
    context.activeFlows().stream()
        .filter(flow -> flow.ref().equals(finding.elements().get(0)))
        .map(flow -> offered(context, flow))
        .filter(offered -> !offered.isEmpty() && offered.size() <= FEW)
        .forEach(offered -> fixes.add(permit(finding, offered)));
    fixes.addAll(RetireFix.of(finding));
    return fixes;
  }

  /** What others use at the server end. */
  private static List<PolicyService> offered(ValidationContext context, ActiveFlow flow) {
    GroupRun servers = GroupRun.of(context.policy(), flow.policy().destination());
    return servers.isSingle()
        ? context
            .shared(GroupServices.class, GroupServices::of)
            .of(context.policy().groups().get(servers.from()))
        : List.of();
  }

  private static Fix permit(Finding finding, List<PolicyService> offered) {
    String id = finding.elements().get(0).id();
    String words =
        offered.stream()
            .map(service -> service.match().toString())
            .distinct()
            .collect(Collectors.joining(", "));
    return new Fix(
        "Permit " + words + ", as others do there",
        false,
        elements -> {
          Flow flow = elements.get(Flow.class, id);
          List<Service> services =
              offered.stream().map(one -> elements.get(Service.class, one.ref().id())).toList();
          if (!flow.getServices().isEmpty()) {
            throw new OutdatedFixException("the flow has services now");
          }
          flow.getServices().addAll(services);
        });
  }
}
