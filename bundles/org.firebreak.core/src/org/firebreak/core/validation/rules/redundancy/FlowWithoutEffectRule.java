package org.firebreak.core.validation.rules.redundancy;

import java.util.List;
import org.firebreak.core.coverage.FreeTraffic;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyGroup;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.Words;

/** Flows that permit nothing beyond what the strategy leaves free. */
public final class FlowWithoutEffectRule implements ValidationRule {
  private static final int NAMED = 4;

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-305",
          RuleCategory.REDUNDANCY,
          "Flow without effect under the strategy",
          FindingSeverity.INFO,
          "Members of a group that are not microsegmented talk freely among themselves, and no"
              + " firewall sees it. A flow between them permits nothing more, and its inspection"
              + " and its logging happen nowhere. Parts of the flow that other flows permit do not"
              + " help it either. Keep it if the group is going to be microsegmented: then it is"
              + " what its members may do.",
          "Under the group strategy flow db → db permits tcp/5432 for the replication, which db1"
              + " and db2 may do anyway, and is set to be logged, which nobody does. Microsegment"
              + " the group, or retire the flow.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    return FreeTraffic.of(context.coverage())
        .withoutEffect(RedundancyFacts.of(context).redundancy())
        .stream()
        .map(found -> of(context, found))
        .toList();
  }

  private Finding of(ValidationContext context, FreeTraffic.NoEffect found) {
    ActiveFlow flow = context.active(found.flow());
    List<ActiveFlow> others = context.active(found.others());
    List<ElementRef> groups = found.groups().stream().map(PolicyGroup::ref).toList();
    List<ElementRef> names = others.stream().map(ActiveFlow::ref).toList();
    return finding(
        "Flow "
            + flow.name()
            + " changes nothing under the "
            + context.policy().strategy().getLiteral()
            + " strategy: "
            + (others.isEmpty() ? "it" : "what it")
            + " permits "
            + (others.isEmpty() ? "only connections " : "")
            + "inside "
            + Words.list(groups, NAMED)
            + (others.isEmpty() ? ", which are free" : " is free")
            + (others.isEmpty()
                ? ""
                : ", and the rest is permitted by "
                    + (names.size() == 1 ? "flow " : "flows ")
                    + Words.list(names, NAMED)),
        "Retire it, unless the members are going to be microsegmented",
        RedundancyFacts.elements(flow, others));
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    ActiveFlow flow = RedundancyFacts.flow(context, finding.elements().get(0));
    // Under another strategy it would have an effect, so somebody has to look.
    return List.of(FlowFixes.retire(flow, RedundancyFacts.others(context, finding), false));
  }
}
