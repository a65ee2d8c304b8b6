package org.firebreak.report.plan;

import java.util.List;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.Connection;
import org.firebreak.core.rollout.AcceptanceCheck;
import org.firebreak.core.rollout.AcceptanceChecks;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.report.plan.PlanView.CheckRow;

/** The acceptance checks as rows, with the command that simulates each. */
final class CheckRows {
  private static final int MOST_FLOWS = 200;

  private CheckRows() {}

  static List<CheckRow> of(CompiledPolicy policy, String strategy) {
    String options = options(policy, strategy);
    return AcceptanceChecks.of(policy, MOST_FLOWS).stream()
        .map(check -> row(check, options))
        .toList();
  }

  /** What makes the command judge as the plan does. */
  private static String options(CompiledPolicy policy, String strategy) {
    return " --strategy "
        + strategy
        + " --as-of "
        + policy.evaluationDate()
        + (policy.options().approvedOnly() ? " --approved-only" : "");
  }

  private static CheckRow row(AcceptanceCheck check, String options) {
    Connection connection = check.connection();
    String expected =
        switch (check.verdict().kind()) {
          case PERMIT -> "permitted";
          case ALERT -> "denied, logged and alerted";
          case DENY, OUT_OF_SCOPE -> "denied and logged";
        };
    return new CheckRow(
        check.from(),
        check.to(),
        connection.serviceText(),
        expected,
        check.verdict().reason(),
        command(connection) + options);
  }

  private static String command(Connection connection) {
    StringBuilder command =
        new StringBuilder("firebreak simulate DESIGN --from ")
            .append(connection.source())
            .append(" --to ")
            .append(connection.destination())
            .append(" --protocol ")
            .append(IpProtocols.name(connection.protocol()));
    if (IpProtocols.hasPorts(connection.protocol())) {
      command.append(" --port ").append(connection.port());
    } else if (IpProtocols.isIcmp(connection.protocol())) {
      command.append(" --icmp-type ").append(connection.icmpType());
    }
    if (!connection.domain().isShared()) {
      command.append(" --tenant ").append(ShellWord.quoted(connection.domain().name()));
    }
    return command.toString();
  }
}
