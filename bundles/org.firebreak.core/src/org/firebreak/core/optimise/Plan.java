package org.firebreak.core.optimise;

import java.util.List;
import java.util.Locale;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.StrategyChoice;

/**
 * A choice of groups to microsegment.
 *
 * @param target what was asked
 * @param strategy hybrid segmentation with the chosen groups, which compiles as it is
 * @param groups the chosen groups in the order in which they pay
 * @param effort effort of the whole, in the unit of the target
 * @param radius blast radius with the choice
 * @param before blast radius without any of the groups
 * @param met whether the target is met
 * @param optimal whether no choice is better
 * @param bound what no choice can go below: effort for a goal, blast radius for a budget
 */
public record Plan(
    Target target,
    StrategyChoice strategy,
    List<Step> groups,
    double effort,
    double radius,
    double before,
    boolean met,
    boolean optimal,
    double bound) {
  /**
   * A chosen group, and what it brought when it was added to those before it.
   *
   * @param objective which blast radius
   * @param effort what it adds, in the unit of {@link #stepEffort}
   * @param from blast radius before
   * @param to blast radius after
   */
  public record Step(
      Candidate candidate, Objective objective, double effort, double from, double to) {
    /** Why the group was chosen, in a sentence. */
    public String reason(Effort kind) {
      return String.format(
          Locale.ROOT,
          "%s: %s %.2f to %.2f for %,.0f %s",
          candidate.group().name(),
          objective.label(),
          from,
          to,
          effort,
          kind.label());
    }
  }

  /** Copies the groups. */
  public Plan {
    groups = List.copyOf(groups);
  }

  /** What the efforts of the single groups count: rules if those of the target need a study. */
  public Effort stepEffort() {
    return target.effort() == Effort.VCPUS ? Effort.RULES : target.effort();
  }

  /** The chosen groups. */
  public List<ElementRef> refs() {
    return groups.stream().map(step -> step.candidate().group()).toList();
  }

  /**
   * How far the choice may be from the best: its effort over the bound for a goal, its blast radius
   * over the bound for a budget.
   *
   * @return 0 if it is the best; 0.05 if it is at most 5 % worse; infinite if the bound is 0
   */
  public double gap() {
    double value = target instanceof Target.Goal ? effort : radius;
    if (optimal || value <= bound) {
      return 0;
    }
    return bound > 0 ? value / bound - 1 : Double.POSITIVE_INFINITY;
  }
}
