package org.firebreak.core.validation.rules.redundancy;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.coverage.Coverage;
import org.firebreak.core.coverage.FlowCoverage;
import org.firebreak.core.coverage.Redundancy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.ValidationContext;

/** Which flows others make needless, for all rules of this kind. */
final class RedundancyFacts {
  private final Redundancy redundancy;
  private final FlowCoverage coverage;
  private final BitSet needless = new BitSet();
  private final Map<Integer, List<PolicyFlow>> inPlace = new HashMap<>();

  private RedundancyFacts(ValidationContext context) {
    coverage = context.coverage();
    redundancy = Redundancy.of(coverage);
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

  /** Other flows that permit together all that a covering flow does; none if they do not. */
  List<PolicyFlow> inPlaceOf(PolicyFlow cover) {
    return inPlace.computeIfAbsent(
        cover.index(),
        key ->
            coverage.cover(cover, other -> !same(cover, other)) instanceof Coverage.Covered covered
                ? covered.by()
                : List.of());
  }

  private boolean same(PolicyFlow one, PolicyFlow other) {
    return coverage.contains(other, one);
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
