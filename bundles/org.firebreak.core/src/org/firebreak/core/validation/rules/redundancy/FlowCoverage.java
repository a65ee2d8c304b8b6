package org.firebreak.core.validation.rules.redundancy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.ValidationContext;

/**
 * Which active flows permit the same, and which permit nothing that another does not. A flow covers
 * another if it holds its client end, its server end and its services.
 *
 * <p>Flows are filed by their two ends; a covering flow is looked up at the ends that hold those of
 * the covered one, so that pairs of unrelated flows are never compared.
 */
final class FlowCoverage {
  private record Ends(int source, int destination) {}

  private record Term(ActiveFlow flow, Ends ends, ServiceSet services) {}

  private record Same(Ends ends, ServiceSet services) {}

  private final EndContainment containment;
  private final List<Term> terms = new ArrayList<>();
  private final Map<Integer, Map<Integer, List<Term>>> bySource = new HashMap<>();
  private final Map<Same, List<ActiveFlow>> same = new LinkedHashMap<>();

  private FlowCoverage(ValidationContext context) {
    containment = new EndContainment(context.policy());
    Map<List<?>, ServiceSet> sets = new HashMap<>();
    for (ActiveFlow flow : context.activeFlows()) {
      PolicyEndpoint source = flow.policy().source();
      PolicyEndpoint destination = flow.policy().destination();
      ServiceSet services =
          sets.computeIfAbsent(
              flow.policy().services(), key -> ServiceSet.of(flow.policy().services()));
      if (!services.isEmpty() && holdsAnything(source) && holdsAnything(destination)) {
        Ends ends = new Ends(containment.alike(source), containment.alike(destination));
        add(new Term(flow, ends, services));
      }
    }
  }

  static FlowCoverage of(ValidationContext context) {
    return new FlowCoverage(context);
  }

  private static boolean holdsAnything(PolicyEndpoint end) {
    return end.isExternal() ? !end.network().isEmpty() : end.from() < end.to();
  }

  private void add(Term term) {
    terms.add(term);
    bySource
        .computeIfAbsent(term.ends().source(), key -> new HashMap<>())
        .computeIfAbsent(term.ends().destination(), key -> new ArrayList<>())
        .add(term);
    same.computeIfAbsent(new Same(term.ends(), term.services()), key -> new ArrayList<>())
        .add(term.flow());
  }

  /** Sets of two or more flows that permit the same, each in order of precedence. */
  List<List<ActiveFlow>> duplicates() {
    return same.values().stream().filter(flows -> flows.size() > 1).toList();
  }

  /**
   * For each flow that another one covers, the first that does. Of duplicates only the first is
   * looked at, and of two flows that cover each other only the later.
   */
  Map<ActiveFlow, ActiveFlow> covers() {
    Set<Same> seen = new HashSet<>();
    Map<ActiveFlow, ActiveFlow> covers = new LinkedHashMap<>();
    for (Term term : terms) {
      if (seen.add(new Same(term.ends(), term.services()))) {
        cover(term).ifPresent(cover -> covers.put(term.flow(), cover));
      }
    }
    return covers;
  }

  private Optional<ActiveFlow> cover(Term term) {
    Set<Integer> destinations =
        new HashSet<>(containment.holders(term.flow().policy().destination()));
    Term first = null;
    for (int source : containment.holders(term.flow().policy().source())) {
      Map<Integer, List<Term>> filed = bySource.getOrDefault(source, Map.of());
      // Whichever is shorter: the flows' server ends, or the ends that hold the one looked for.
      Set<Integer> fewer = filed.size() < destinations.size() ? filed.keySet() : destinations;
      Set<Integer> more = fewer == destinations ? filed.keySet() : destinations;
      for (int destination : fewer) {
        if (more.contains(destination)) {
          first = earlier(first, firstCovering(filed.get(destination), term));
        }
      }
    }
    return Optional.ofNullable(first).map(Term::flow);
  }

  private Term firstCovering(List<Term> candidates, Term term) {
    for (Term candidate : candidates) {
      boolean itself =
          candidate.ends().equals(term.ends()) && candidate.services().equals(term.services());
      if (!itself
          && candidate.services().containsAll(term.services())
          && !(isLater(candidate, term) && isMutual(candidate, term))) {
        return candidate;
      }
    }
    return null;
  }

  private static boolean isLater(Term one, Term other) {
    return one.flow().policy().index() > other.flow().policy().index();
  }

  private boolean isMutual(Term candidate, Term term) {
    return term.services().containsAll(candidate.services())
        && containment.holders(candidate.flow().policy().source()).contains(term.ends().source())
        && containment
            .holders(candidate.flow().policy().destination())
            .contains(term.ends().destination());
  }

  private static Term earlier(Term one, Term other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return isLater(one, other) ? other : one;
  }
}
