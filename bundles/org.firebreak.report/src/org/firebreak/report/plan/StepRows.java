package org.firebreak.report.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.rollout.RolloutStep;
import org.firebreak.report.plan.PlanView.StepRow;

/**
 * The steps of the roll-out as rows, each with the command that exports its rules: those of the
 * groups so far are enforced, the others in phase alert.
 */
final class StepRows {
  /** Above so many steps only each wave has a command, as each names all groups before it. */
  private static final int MOST_COMMANDS = 40;

  /** Names that the command line takes as they are, and that no option or file looks like. */
  static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}]([^\\p{Cntrl}]*[^\\p{Cntrl}\\s])?");

  private static final String EXPORT = "firebreak export DESIGN --phase ";

  private final List<RolloutStep> steps;
  private final String end;
  private final Map<String, Integer> named = new HashMap<>();

  private StepRows(CompiledPolicy policy, String strategy, List<RolloutStep> steps) {
    this.steps = steps;
    this.end =
        " --strategy " + strategy + (policy.options().approvedOnly() ? " --approved-only" : "");
    for (PolicyEndpoint endpoint : policy.endpoints()) {
      if (!endpoint.isExternal()) {
        named.merge(endpoint.ref().name(), 1, Integer::sum);
        named.merge(endpoint.ref().id(), 1, Integer::sum);
      }
    }
  }

  /**
   * The steps as rows.
   *
   * @param strategy what the command line calls the strategy of the policy
   */
  static List<StepRow> of(CompiledPolicy policy, String strategy, List<RolloutStep> steps) {
    return new StepRows(policy, strategy, steps).rows();
  }

  /** The command that exports everything in a phase, for the first time or after another. */
  static String command(CompiledPolicy policy, String strategy, String phase, boolean first) {
    return EXPORT
        + phase
        + new StepRows(policy, strategy, List.of()).end
        + (first ? "" : " --previous policy")
        + " -o policy";
  }

  private List<StepRow> rows() {
    List<StepRow> rows = new ArrayList<>();
    StringBuilder enforced = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      RolloutStep step = steps.get(i);
      enforced.append(" --phase-of ").append(ShellWord.quoted(name(step.group()) + "=enforce"));
      boolean last = i == steps.size() - 1;
      boolean endsWave = last || steps.get(i + 1).wave() > step.wave();
      boolean told = endsWave || steps.size() <= MOST_COMMANDS;
      String phases = last ? "enforce" : "alert" + (told ? enforced : "");
      rows.add(
          new StepRow(step, told ? EXPORT + phases + end + " --previous policy -o policy" : ""));
    }
    return List.copyOf(rows);
  }

  /** What the command line knows this element by, and no other. */
  private String name(ElementRef element) {
    boolean only = named.getOrDefault(element.name(), 0) == 1;
    return only && PLAIN.matcher(element.name()).matches() ? element.name() : element.id();
  }
}
