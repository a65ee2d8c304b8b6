package org.firebreak.diagram.finding;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.model.Design;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.scene.Alarm;

/** What of a design fits criteria. */
final class Filter {
  private final Design design;
  private final FilterCriteria criteria;
  private final Function<Element, Alarm> alarms;
  private final Set<Element> worded;
  private final Set<Element> matches = new LinkedHashSet<>();
  private final Set<Element> kept = new HashSet<>();

  /**
   * Searches the design.
   *
   * @param worded elements with the words of the criteria
   * @param alarms worst finding on an element
   */
  Filter(
      Design design,
      FilterCriteria criteria,
      Set<Element> worded,
      Function<Element, Alarm> alarms) {
    this.design = design;
    this.criteria = criteria;
    this.alarms = alarms;
    this.worded = worded;
    search();
  }

  /** Endpoints, enforcement points and flows that fit. */
  Set<Element> matches() {
    return matches;
  }

  /** What fits, what is around it, servers of groups that fit, and ends of flows that fit. */
  Set<Element> kept() {
    return kept;
  }

  private void search() {
    Set<Endpoint> ends = new HashSet<>();
    for (Flow flow : design.getFlows()) {
      if (fits(flow)) {
        matches.add(flow);
        ends.add(flow.getSource());
        ends.add(flow.getDestination());
      }
    }
    for (TreeIterator<EObject> all = design.eAllContents(); all.hasNext(); ) {
      EObject object = all.next();
      boolean asked =
          object instanceof Endpoint endpoint
              && (!criteria.asksForFlows() || ends.contains(endpoint))
              && fits(endpoint);
      if (asked || object instanceof EnforcementPoint point && fits(point)) {
        matches.add((Element) object);
      }
    }
    for (Element match : matches) {
      keep(match);
    }
    ends.forEach(this::keep);
  }

  private void keep(Element element) {
    for (EObject at = element; at instanceof Element around; at = at.eContainer()) {
      kept.add(around);
    }
    if (element instanceof ServerGroup group && criteria.risk() == null) {
      kept.addAll(group.getServers());
    }
  }

  private boolean fits(Flow flow) {
    boolean service =
        criteria.service() == null
            || flow.getServices().stream()
                .anyMatch(each -> criteria.service().equals(ModelDescriptions.label(each)));
    boolean state = criteria.state() == null || criteria.state() == flow.getState();
    boolean findings = !criteria.findings() || alarms.apply(flow) != Alarm.NONE;
    return service
        && state
        && findings
        && (worded(flow) || worded(flow.getSource()) || worded(flow.getDestination()))
        && anEnd(flow, this::inZone)
        && anEnd(flow, this::atRisk)
        && anEnd(flow, this::labelled);
  }

  private static boolean anEnd(
      Flow flow, java.util.function.Predicate<? super Endpoint> condition) {
    return flow.getSource() != null && condition.test(flow.getSource())
        || flow.getDestination() != null && condition.test(flow.getDestination());
  }

  private boolean fits(Endpoint endpoint) {
    return worded(endpoint)
        && inZone(endpoint)
        && atRisk(endpoint)
        && labelled(endpoint)
        && (!criteria.findings() || alarms.apply(endpoint) != Alarm.NONE);
  }

  private boolean fits(EnforcementPoint point) {
    boolean others =
        criteria.asksForFlows()
            || criteria.zone() != null
            || criteria.risk() != null
            || criteria.label() != null;
    return !others && worded(point) && (!criteria.findings() || alarms.apply(point) != Alarm.NONE);
  }

  private boolean worded(Element element) {
    return criteria.text().isBlank() || worded.contains(element);
  }

  private boolean inZone(EObject element) {
    EObject at = element;
    while (criteria.zone() != null && at != null && at != criteria.zone()) {
      at = at.eContainer();
    }
    return at != null;
  }

  private boolean atRisk(Endpoint endpoint) {
    return criteria.risk() == null
        || switch (endpoint) {
          case Server server -> server.getRisk() == criteria.risk();
          case ServerGroup group ->
              group.getServers().stream().anyMatch(each -> each.getRisk() == criteria.risk());
          default -> false;
        };
  }

  private boolean labelled(Endpoint endpoint) {
    return criteria.label() == null
        || endpoint.getLabels().stream()
            .anyMatch(each -> criteria.label().equals(each.getKey() + "=" + each.getValue()));
  }
}
