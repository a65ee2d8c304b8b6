package org.firebreak.diagram.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.model.Design;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.Flow;

/** What flows connect, within a number of steps. */
final class Neighbourhood {
  private final Map<Endpoint, List<Flow>> flows = new HashMap<>();

  Neighbourhood(Design design) {
    for (Flow flow : design.getFlows()) {
      if (flow.getSource() != null && flow.getDestination() != null) {
        flows.computeIfAbsent(flow.getSource(), end -> new ArrayList<>()).add(flow);
        flows.computeIfAbsent(flow.getDestination(), end -> new ArrayList<>()).add(flow);
      }
    }
  }

  /**
   * Elements, all within a number of flows from them, these flows, and what is in and around them.
   * A flow of a group counts for its servers too, and one of a server for its group.
   *
   * @param depth 1 for the direct neighbours
   */
  Set<Element> around(Collection<? extends Element> chosen, int depth) {
    Set<Element> kept = new HashSet<>(chosen);
    Set<Endpoint> reached = new LinkedHashSet<>();
    for (Element element : chosen) {
      switch (element) {
        case Flow flow -> {
          reached.add(flow.getSource());
          reached.add(flow.getDestination());
        }
        case EnforcementPoint point -> reached.addAll(point.getGuards());
        case Endpoint endpoint -> reached.add(endpoint);
        default -> {
          // A note has no neighbours.
        }
      }
    }
    reached.remove(null);
    Set<Endpoint> frontier = reached;
    for (int step = 0; step < depth; step++) {
      Set<Endpoint> next = new LinkedHashSet<>();
      for (Endpoint endpoint : frontier) {
        for (Endpoint alike : insideAndAround(endpoint)) {
          for (Flow flow : flows.getOrDefault(alike, List.of())) {
            kept.add(flow);
            next.add(flow.getSource() == alike ? flow.getDestination() : flow.getSource());
          }
        }
      }
      next.removeAll(reached);
      reached.addAll(next);
      frontier = next;
    }
    reached.forEach(endpoint -> kept.addAll(insideAndAround(endpoint)));
    return kept;
  }

  private static List<Endpoint> insideAndAround(Endpoint endpoint) {
    List<Endpoint> all = new ArrayList<>();
    for (EObject at = endpoint; at instanceof Endpoint around; at = at.eContainer()) {
      all.add(around);
    }
    endpoint
        .eAllContents()
        .forEachRemaining(
            inside -> {
              if (inside instanceof Endpoint each) {
                all.add(each);
              }
            });
    return all;
  }
}
