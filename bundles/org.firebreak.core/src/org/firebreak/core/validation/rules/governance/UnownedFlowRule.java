package org.firebreak.core.validation.rules.governance;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.model.Flow;

/** Flows for which nobody answers, or of which nobody says why. */
public final class UnownedFlowRule implements ValidationRule {
  private static final int LEAST = 3;

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-503",
          RuleCategory.GOVERNANCE,
          "Flow without owner or justification",
          FindingSeverity.INFO,
          "An auditor asks of every open port who answers for it and why it is open. A flow that"
              + " nobody owns is never retired. Flows that lack the same are one finding for each"
              + " owner, or each pair of zones; if no flow has either, one for the design.",
          "Flow app → mail has neither. Enter the owner of the application, and what it sends.");

  /**
   * What flows lack, and what other flows say.
   *
   * @param owner owner of the flows beside it; {@code null} if it has one or they do not agree
   * @param justification theirs; {@code null} likewise
   */
  private record Lack(boolean owned, boolean justified, String owner, String justification) {
    String missing() {
      return owned
          ? "no justification"
          : justified ? "no owner" : "neither owner nor justification";
    }

    boolean isKnown() {
      return (owned || owner != null) && (justified || justification != null);
    }
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    return batches(context).stream().map(this::of).toList();
  }

  private static List<FlowBatch<Lack>> batches(ValidationContext context) {
    List<ActiveFlow> flows = context.activeFlows();
    // A matrix as it was imported: to divide it by zones would say the same many times.
    if (flows.size() >= LEAST
        && flows.stream().map(ActiveFlow::element).allMatch(UnownedFlowRule::saysNothing)) {
      return List.of(new FlowBatch<>(new Lack(false, false, null, null), "", flows));
    }
    return FlowBatch.of(flows, flow -> lack(context, flow));
  }

  private static boolean saysNothing(Flow flow) {
    return !FlowBatch.isSet(flow.getOwner()) && !FlowBatch.isSet(flow.getJustification());
  }

  private static Lack lack(ValidationContext context, ActiveFlow flow) {
    boolean owned = FlowBatch.isSet(flow.element().getOwner());
    boolean justified = FlowBatch.isSet(flow.element().getJustification());
    if (owned && justified) {
      return null;
    }
    SameEnds others = context.shared(SameEnds.class, SameEnds::of);
    Lack lack =
        new Lack(
            owned,
            justified,
            owned ? null : others.owner(flow).orElse(null),
            justified ? null : others.unanimous(flow, Flow::getJustification).orElse(null));
    // What is known in part does not mend the finding, and would only divide it.
    return lack.isKnown() ? lack : new Lack(owned, justified, null, null);
  }

  private Finding of(FlowBatch<Lack> batch) {
    return new Finding(
        INFO.id(),
        INFO.severity(),
        batch.elements(),
        batch.subject() + batch.has() + batch.reason().missing() + batch.names(),
        "Enter who answers for it, and what it is needed for");
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    List<Fix> fixes = new ArrayList<>();
    for (FlowBatch<Lack> batch : batches(context)) {
      if (batch.reason().isKnown() && batch.elements().equals(finding.elements())) {
        Lack lack = batch.reason();
        String what =
            lack.owner() == null
                ? "Justify as the other flows of the same ends: " + lack.justification()
                : "Set owner "
                    + lack.owner()
                    + (lack.justification() == null ? "" : " and the justification")
                    + ", as other flows to the same end have it";
        fixes.add(
            FlowEdit.fix(
                what,
                false,
                finding.elements(),
                flow ->
                    !FlowBatch.isSet(flow.getOwner()) || !FlowBatch.isSet(flow.getJustification()),
                flow -> complete(flow, lack)));
      }
    }
    return fixes;
  }

  private static void complete(Flow flow, Lack lack) {
    if (lack.owner() != null && !FlowBatch.isSet(flow.getOwner())) {
      flow.setOwner(lack.owner());
    }
    if (lack.justification() != null && !FlowBatch.isSet(flow.getJustification())) {
      flow.setJustification(lack.justification());
    }
  }
}
