package org.firebreak.report.plan;

import java.util.List;
import org.firebreak.core.sizing.Unit;
import org.firebreak.report.document.Block.Items;
import org.firebreak.report.document.Block.Paragraph;
import org.firebreak.report.document.Block.Rows;
import org.firebreak.report.document.Document.Section;
import org.firebreak.report.table.Cell;
import org.firebreak.report.table.Column;
import org.firebreak.report.table.Table;
import org.firebreak.report.table.Tone;

/** How the policy is put in force, and how it is taken back. */
final class RolloutSections {

  private RolloutSections() {}

  static Section rollout(PlanView plan) {
    return new Section(
        "rollout",
        "Roll-out",
        List.of(
            Paragraph.of(
                "The policy goes through three phases: everything is in monitor, then in alert,"
                    + " then group by group in enforce, in the order below; the next step begins"
                    + " when the exit criterion holds. At a central firewall a connection is in the"
                    + " stricter phase of its two ends. Load the rules of the hosts before those of"
                    + " a central firewall that leaves traffic to them."),
            Paragraph.of(
                "Each step is a bundle of its own: its command writes all rules as they are after"
                    + " the step, and from the second on the change set from the bundle before and"
                    + " the way back. Expiry is judged on the day of the export."),
            new Rows(phases(plan)),
            Paragraph.of(
                "Internet-facing and high-risk groups first, fewer dependents first among equals;"
                    + " groups on which at least "
                    + plan.sharedServiceShare()
                    + " of all groups depend come last, when the procedure is proven."),
            new Rows(steps(plan))));
  }

  private static Table phases(PlanView plan) {
    return Table.of(
        "phases",
        "Phases, and when each is done",
        List.of(
            Column.text("phase", "Phase"),
            Column.wide("rules", "What the rules do"),
            Column.wide("done", "Done when"),
            Column.wide("command", "Command")),
        List.of(
            List.of(
                Cell.text("1. Monitor"),
                Cell.text(
                    "All rules are loaded; tripwires and the last rule permit and log instead of"
                        + " denying. Nothing is interrupted."),
                Cell.text(
                    "A full business cycle, month-end and backups included, has passed, and every"
                        + " logged connection is either covered by a flow or known to be"
                        + " unwanted."),
                Cell.text(plan.phases().monitor(), Tone.CODE)),
            List.of(
                Cell.text("2. Alert"),
                Cell.text("Tripwires deny and alert; the last rule still permits and logs."),
                Cell.text(
                    "Every alert has reached the people it names and was explained, and a"
                        + " deliberate test alert arrived."),
                Cell.text(plan.phases().alert(), Tone.CODE)),
            List.of(
                Cell.text("3. Enforce"),
                Cell.text(
                    "The last rule denies and logs, for the groups of the steps so far: the"
                        + " commands below."),
                Cell.text(
                    "The acceptance checks below pass, and two weeks went by without a justified"
                        + " denial."),
                Cell.empty())));
  }

  private static Table steps(PlanView plan) {
    return Table.of(
        "roll-out-order",
        "Order in which groups are enforced",
        List.of(
            Column.figure("step", "#", Unit.COUNT),
            Column.figure("wave", "Wave", Unit.COUNT),
            Column.text("group", "Group"),
            Column.figure("servers", "Servers", Unit.COUNT),
            Column.figure("dependents", "Dependents", Unit.COUNT),
            Column.text("reason", "Why here"),
            Column.wide("command", "Command")),
        plan.steps().stream()
            .map(
                row ->
                    List.of(
                        Cell.count(row.step().position()),
                        Cell.count(row.step().wave()),
                        Cell.text(row.step().group().name()),
                        Cell.count(row.step().servers()),
                        Cell.count(row.step().dependents()),
                        Cell.text(row.step().reason()),
                        Cell.text(row.command(), Tone.CODE)))
            .toList());
  }

  static Section rollback() {
    return new Section(
        "rollback",
        "Roll-back",
        List.of(
            new Items(
                List.of(
                    "Before each change, save the running rules of the enforcement point, and note"
                        + " where they are.",
                    "Make the change with an automatic return: if the operator does not confirm"
                        + " within ten minutes, the saved rules are loaded again.",
                    "Roll back when an acceptance check that must pass fails, when a service owner"
                        + " reports an outage, or when new connections per second drop by more than"
                        + " a third against the same hour of the week before.",
                    "To roll back, set the group to the phase before (enforce → alert → monitor);"
                        + " only if that does not help, load the saved rules. Established"
                        + " connections are kept either way.",
                    "Record the denied connections of the failed step; add the missing flow to the"
                        + " design, have it approved, export again."),
                true)));
  }
}
