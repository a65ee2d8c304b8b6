package org.firebreak.report.plan;

import java.util.List;
import org.firebreak.core.rollout.RolloutStep;

/**
 * The content of a segmentation plan.
 *
 * @param title name of the design
 * @param revision its version; {@code null} if its authors do not count
 * @param author who answers for it; {@code null} if not stated
 * @param evaluationDate day on which expiry was judged, ISO 8601
 * @param scope whether proposed flows count
 * @param strategy the strategy in force, and what it means
 * @param figures the plan in numbers
 * @param zones the zones and what is in them
 * @param networks what lies outside
 * @param freeGroups groups with members that may talk freely among themselves
 * @param boundaries what is permitted across every boundary
 * @param enforcement where rules are enforced
 * @param phases how everything is exported before the first step
 * @param steps order in which groups are put under enforcement
 * @param sharedServiceShare from which share of dependents on a group is enforced last
 * @param checks connections to try
 * @param findings what a reviewer should look at
 * @param accepted what somebody has accepted, with the reason
 * @param flowsLeftOut flows that permit nothing: retired, expired or incomplete
 */
public record PlanView(
    String title,
    String revision,
    String author,
    String description,
    String evaluationDate,
    String scope,
    StrategyText strategy,
    List<Figure> figures,
    List<ZoneRow> zones,
    List<NetworkRow> networks,
    List<String> freeGroups,
    List<Boundary> boundaries,
    List<EnforcementRow> enforcement,
    PhaseCommands phases,
    List<StepRow> steps,
    String sharedServiceShare,
    List<CheckRow> checks,
    List<FindingRow> findings,
    List<AcceptedRow> accepted,
    List<String> flowsLeftOut) {

  /** A strategy by name, and what it means. */
  public record StrategyText(String name, String meaning) {}

  /** A number with what it counts. */
  public record Figure(String label, String value, String hint) {}

  /**
   * A zone.
   *
   * @param path the zone with the zones around it
   */
  public record ZoneRow(String path, String trust, String tenant, List<GroupRow> groups) {}

  /** A group, or a server outside any group. */
  public record GroupRow(String name, int servers, int micro, String risk, String segmentation) {}

  /** An external network. */
  public record NetworkRow(String name, String cidrs) {}

  /** The flows from one zone or network to another. */
  public record Boundary(String from, String to, List<FlowRow> flows) {}

  /** A flow. */
  public record FlowRow(
      String client,
      String server,
      String services,
      String why,
      String owner,
      String ticket,
      String state,
      String expires,
      String inspection,
      boolean log) {}

  /** A rule set. */
  public record EnforcementRow(
      String name, String kind, String domain, int servers, int rules, int permits) {}

  /** The commands that export everything in the phases before the first step. */
  public record PhaseCommands(String monitor, String alert) {}

  /**
   * A step of the roll-out.
   *
   * @param command exports the rules that are in force after it; empty if a later step of its wave
   *     has the command for all of them
   */
  public record StepRow(RolloutStep step, String command) {}

  /** An acceptance check. */
  public record CheckRow(
      String from, String to, String service, String expected, String why, String command) {}

  /** A finding of the validation. */
  public record FindingRow(String severity, String rule, String message, String mend) {}

  /** An accepted finding. */
  public record AcceptedRow(
      String rule, String message, String reason, String by, String on, String until) {}
}
