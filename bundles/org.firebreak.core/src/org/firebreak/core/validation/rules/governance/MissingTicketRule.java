package org.firebreak.core.validation.rules.governance;

import java.util.List;
import java.util.Optional;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.model.Flow;

/** Approved flows of which no ticket says who approved them. */
public final class MissingTicketRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-504",
          RuleCategory.GOVERNANCE,
          "Approved flow without ticket",
          FindingSeverity.INFO,
          "The ticket is where an auditor finds who asked for an open port, who approved it and"
              + " when. Proposed flows are not meant: their ticket is still under way. Flows"
              + " without one are one finding for each owner, or each pair of zones; if no approved"
              + " flow has a ticket, one for the design.",
          "Flow app → mail was approved in a meeting. Enter the change that records it.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    Optional<Finding> none =
        ApprovedFlows.noneHas(
            context,
            flow -> FlowBatch.isSet(flow.getTicket()),
            count ->
                finding(
                    "None of the " + count + " approved flows names a ticket",
                    "Enter the tickets by which the flows were approved",
                    context.ref(context.design())));
    return none.map(List::of).orElseGet(() -> batches(context).stream().map(this::of).toList());
  }

  /** The reason of a batch is the ticket of the flows of the same ends, or empty. */
  private static List<FlowBatch<String>> batches(ValidationContext context) {
    return FlowBatch.of(ApprovedFlows.of(context), flow -> ticketBeside(context, flow));
  }

  private static String ticketBeside(ValidationContext context, ActiveFlow flow) {
    return FlowBatch.isSet(flow.element().getTicket())
        ? null
        : context.shared(SameEnds.class, SameEnds::of).unanimous(flow, Flow::getTicket).orElse("");
  }

  private Finding of(FlowBatch<String> batch) {
    return new Finding(
        INFO.id(),
        INFO.severity(),
        batch.elements(),
        batch.subject() + batch.has() + "no ticket" + batch.names(),
        "Enter the ticket by which it was approved");
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    return batches(context).stream()
        .filter(batch -> !batch.reason().isEmpty() && of(batch).equals(finding))
        .map(
            batch ->
                FlowEdit.fix(
                    "Set ticket "
                        + batch.reason()
                        + ", as the other flows of the same ends have it",
                    false,
                    finding.elements(),
                    flow -> !FlowBatch.isSet(flow.getTicket()),
                    flow -> flow.setTicket(batch.reason())))
        .toList();
  }
}
