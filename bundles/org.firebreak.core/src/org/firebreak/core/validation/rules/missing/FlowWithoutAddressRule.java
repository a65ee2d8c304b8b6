package org.firebreak.core.validation.rules.missing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyNote;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.Words;

/** Flows of which one end has no address at all. */
public final class FlowWithoutAddressRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-009",
          RuleCategory.COMPLETENESS,
          "Flow to an end without addresses",
          FindingSeverity.WARNING,
          "Nothing behind one of the ends has an address: an empty group or zone, servers without"
              + " addresses, or an external network without CIDRs. The flow permits nothing until"
              + " there is one. What a name without inventory explains is reported with the name,"
              + " by FB-013.",
          "A flow leads to the group cache, whose servers are not ordered yet. Nothing needs to be"
              + " done, or import the inventory again once they are deployed.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<PolicyNote> notes = context.notes(PolicyNote.Code.FLOW_WITHOUT_ADDRESS);
    if (notes.isEmpty()) {
      return List.of();
    }
    Map<String, ActiveFlow> flows = new HashMap<>();
    context.activeFlows().forEach(flow -> flows.put(flow.ref().id(), flow));
    return notes.stream()
        .map(note -> of(context, flows.get(note.elements().get(0).id())))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Finding> of(ValidationContext context, ActiveFlow flow) {
    List<ElementRef> empty = new ArrayList<>();
    for (PolicyEndpoint end : List.of(flow.policy().source(), flow.policy().destination())) {
      if (!hasAddress(context, end) && !empty.contains(end.ref())) {
        empty.add(end.ref());
      }
    }
    UnknownNames names = UnknownNames.of(context);
    if (!empty.isEmpty() && empty.stream().allMatch(end -> names.isUnknown(end.id()))) {
      return Optional.empty();
    }
    List<ElementRef> elements = new ArrayList<>();
    elements.add(flow.ref());
    elements.addAll(empty);
    return Optional.of(
        new Finding(
            INFO.id(),
            INFO.severity(),
            elements,
            "Flow "
                + flow.name()
                + " permits nothing, because no address is known of "
                + Words.list(empty, 2),
            "Add servers or addresses at that end"));
  }

  private static boolean hasAddress(ValidationContext context, PolicyEndpoint end) {
    return context.policy().domains().stream()
        .anyMatch(domain -> !context.policy().addresses(domain, end).isEmpty());
  }
}
