package org.firebreak.core.validation.rules.redundancy;

import java.util.BitSet;
import java.util.List;
import org.firebreak.core.coverage.Redundancy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.ValidationContext;

/** Which flows others make needless, for all rules of this kind. */
final class RedundancyFacts {
  private final Redundancy redundancy;
  private final BitSet needless = new BitSet();

  private RedundancyFacts(ValidationContext context) {
    redundancy = Redundancy.of(context.coverage());
    for (List<PolicyFlow> same : redundancy.duplicates()) {
      same.subList(1, same.size()).forEach(flow -> needless.set(flow.index()));
    }
    redundancy.covered().forEach(covered -> needless.set(covered.flow().index()));
  }

  static RedundancyFacts of(ValidationContext context) {
    return context.shared(RedundancyFacts.class, RedundancyFacts::new);
  }

  Redundancy redundancy() {
    return redundancy;
  }

  /** Whether the flow is a later duplicate or covered, which another rule reports. */
  boolean isNeedless(PolicyFlow flow) {
    return needless.get(flow.index());
  }

  /** The active flow that is an element of a finding. */
  static ActiveFlow flow(ValidationContext context, ElementRef ref) {
    return context.activeFlows().stream()
        .filter(flow -> flow.ref().id().equals(ref.id()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(ref.name() + " is no active flow"));
  }

  /** The active flows that are elements of a finding, the first left out. */
  static List<ActiveFlow> others(ValidationContext context, Finding finding) {
    return finding.elements().stream()
        .skip(1)
        .filter(ref -> ref.type().equals("Flow"))
        .map(ref -> flow(context, ref))
        .toList();
  }

  /** Elements of a finding about a flow and others. */
  static ElementRef[] elements(ActiveFlow flow, List<ActiveFlow> others) {
    ElementRef[] elements = new ElementRef[1 + others.size()];
    elements[0] = flow.ref();
    for (int i = 0; i < others.size(); i++) {
      elements[1 + i] = others.get(i).ref();
    }
    return elements;
  }
}
