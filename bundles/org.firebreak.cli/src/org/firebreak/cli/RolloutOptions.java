package org.firebreak.cli;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.policy.RolloutPhase;
import org.firebreak.core.policy.RolloutPlan;
import org.firebreak.model.Design;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which denials a bundle puts into force. */
final class RolloutOptions {
  @Option(
      names = "--phase",
      paramLabel = "PHASE",
      description =
          "Phase of the roll-out: enforce (default): the policy as it is; alert: tripwires deny and"
              + " alert, what only the last rule denies is permitted and logged; monitor: nothing"
              + " is denied, what would be is logged.")
  private String phase = "enforce";

  @Option(
      names = "--phase-of",
      paramLabel = "NAME=PHASE",
      description =
          "Another phase for a zone, group or server and what is inside it; may be repeated. The"
              + " innermost counts.")
  private List<String> exceptions = new ArrayList<>();

  /**
   * The plan.
   *
   * @throws ParameterException if there is no such phase, or nothing of that name
   */
  RolloutPlan plan(Design design, CommandLine command) {
    RolloutPlan plan = RolloutPlan.of(parse(phase, "--phase", command));
    for (String exception : exceptions) {
      int equals = exception.lastIndexOf('=');
      if (equals <= 0) {
        throw new ParameterException(
            command, "--phase-of takes NAME=PHASE, for instance \"Web servers=monitor\"");
      }
      RolloutPhase own = parse(exception.substring(equals + 1), "--phase-of", command);
      String name = exception.substring(0, equals).strip();
      for (String id :
          NamedElements.ids(
              design,
              List.of(name),
              "zone, group or server",
              command,
              Zone.class,
              ServerGroup.class,
              Server.class)) {
        plan = plan.with(id, own);
      }
    }
    return plan;
  }

  private static RolloutPhase parse(String name, String option, CommandLine command) {
    try {
      return RolloutPhase.parse(name);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, option + ": " + e.getMessage(), e);
    }
  }
}
