package org.firebreak.ui.strategies;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.firebreak.core.optimise.FrontPoint;
import org.firebreak.core.optimise.Objective;
import org.firebreak.core.optimise.Plan;
import org.firebreak.core.policy.ElementRef;

/**
 * Groups to microsegment that the user looks at.
 *
 * @param groups the groups
 * @param title what they come to
 * @param reasons why each of them
 */
record Choice(List<ElementRef> groups, String title, List<String> reasons) {
  /** A point of the front, before it is explained. */
  static Choice of(FrontPoint point, Objective objective, String effort) {
    return new Choice(
        point.groups(),
        title(point.groups(), objective, point.radius(), point.effort(), effort),
        List.of());
  }

  /** A point of the front with the reasons of a plan for its effort, if that chose the same. */
  Choice because(Plan plan) {
    boolean same = plan.refs().size() == groups.size() && plan.refs().containsAll(groups);
    return same ? new Choice(groups, title, of(plan).reasons()) : this;
  }

  static Choice of(Plan plan) {
    List<String> reasons =
        plan.groups().stream()
            .map(step -> step.reason(plan.stepEffort()))
            .collect(Collectors.toList());
    reasons.add(sure(plan));
    String title =
        title(
            plan.refs(),
            plan.target().objective(),
            plan.radius(),
            plan.effort(),
            plan.target().effort().label());
    return new Choice(plan.refs(), plan.met() ? title : "Not reached. " + title, reasons);
  }

  private static String sure(Plan plan) {
    if (plan.optimal()) {
      return "No choice is better.";
    }
    return Double.isInfinite(plan.gap())
        ? "Found group by group; how far from the best is not known."
        : String.format(
            Locale.ROOT,
            "Found group by group; at most %.0f %% from the best.",
            Math.ceil(plan.gap() * 100));
  }

  private static String title(
      List<ElementRef> groups, Objective objective, double radius, double effort, String label) {
    String names =
        groups.isEmpty()
            ? "no group besides what is at risk"
            : groups.stream().map(ElementRef::name).collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "Microsegment %s: %s %.2f, %,.0f %s",
        names,
        objective.label(),
        radius,
        effort,
        label);
  }
}
