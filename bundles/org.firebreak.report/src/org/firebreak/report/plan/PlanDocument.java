package org.firebreak.report.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.sizing.Unit;
import org.firebreak.model.Design;
import org.firebreak.report.document.Block;
import org.firebreak.report.document.Block.Figures;
import org.firebreak.report.document.Block.Heading;
import org.firebreak.report.document.Block.Items;
import org.firebreak.report.document.Block.Paragraph;
import org.firebreak.report.document.Block.Rows;
import org.firebreak.report.document.Document;
import org.firebreak.report.document.Document.Fact;
import org.firebreak.report.document.Document.Section;
import org.firebreak.report.table.Cell;
import org.firebreak.report.table.Column;
import org.firebreak.report.table.Table;
import org.firebreak.report.table.Tone;
import org.firebreak.scene.Scene;

/** The segmentation plan as a document. */
public final class PlanDocument {
  private final PlanView plan;
  private final List<Section> sections = new ArrayList<>();

  private PlanDocument(PlanView plan) {
    this.plan = plan;
  }

  /**
   * The document.
   *
   * @param diagram picture of the design; empty if it would be too large to read
   */
  public static Document of(
      PlanView plan, Design design, CompiledPolicy policy, Optional<Scene> diagram) {
    PlanDocument document = new PlanDocument(plan);
    document.fill(design, policy, diagram);
    return new Document(
        "plan", "Segmentation plan", plan.title(), document.facts(), document.sections);
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    fact(facts, "revision", "Revision", plan.revision());
    fact(facts, "author", "Author", plan.author());
    fact(facts, "evaluationDate", "Evaluated on", plan.evaluationDate());
    fact(facts, "scope", "Scope", plan.scope());
    fact(facts, "description", "Description", plan.description());
    return facts;
  }

  private static void fact(List<Fact> facts, String key, String label, String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new Fact(key, label, value));
    }
  }

  private void fill(Design design, CompiledPolicy policy, Optional<Scene> diagram) {
    section(
        "strategy",
        "Strategy",
        Paragraph.of(
            plan.strategy().name()
                + ". "
                + plan.strategy().meaning()
                + " What no flow permits is denied and logged; services under a tripwire raise an"
                + " alert when they are tried."),
        new Figures(
            plan.figures().stream()
                .map(
                    each ->
                        new Block.Figure(
                            key(each.label()), each.label(), each.value(), each.hint()))
                .toList()));
    section(
        "diagram",
        "Data-flow diagram",
        diagram
            .<Block>map(scene -> new Block.Drawing("data-flow", "Data-flow diagram", scene))
            .orElseGet(
                () ->
                    new Paragraph(
                        "The design has no diagram, and too many flows to draw one here that could"
                            + " be read. Draw diagrams of its parts in the window.",
                        Tone.MUTED)));
    zones();
    boundaries(design, policy);
    enforcement();
    sections.add(RolloutSections.rollout(plan));
    sections.add(RolloutSections.rollback());
    checks();
    findings();
    section("rules", "Appendix: rules", RuleRows.of(policy).toArray(Block[]::new));
  }

  private void section(String id, String title, Block... blocks) {
    sections.add(new Section(id, title, List.of(blocks)));
  }

  private static String key(String label) {
    return label.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
  }

  private void zones() {
    List<List<Cell>> rows = new ArrayList<>();
    for (PlanView.ZoneRow zone : plan.zones()) {
      if (zone.groups().isEmpty()) {
        rows.add(
            List.of(
                Cell.text(zone.path()),
                Cell.text(zone.trust()),
                Cell.text(zone.tenant()),
                Cell.text("no groups or servers directly inside", Tone.MUTED),
                Cell.empty(),
                Cell.empty(),
                Cell.empty(),
                Cell.empty()));
      }
      for (PlanView.GroupRow group : zone.groups()) {
        rows.add(
            List.of(
                Cell.text(zone.path()),
                Cell.text(zone.trust()),
                Cell.text(zone.tenant()),
                Cell.text(group.name()),
                Cell.count(group.servers()),
                Cell.count(group.micro()),
                Cell.text(group.risk()),
                Cell.text(group.segmentation())));
      }
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Rows(
            Table.of(
                "zones",
                "Zones with their groups; a server outside any group counts as one",
                List.of(
                    Column.text("zone", "Zone"),
                    Column.text("trust", "Trust"),
                    Column.text("tenant", "Tenant"),
                    Column.text("group", "Group"),
                    Column.figure("servers", "Servers", Unit.COUNT),
                    Column.figure("microsegmented", "Micro", Unit.COUNT),
                    Column.text("risk", "Highest risk"),
                    Column.text("segmentation", "Segmentation")),
                rows)));
    if (!plan.networks().isEmpty()) {
      blocks.add(
          new Rows(
              Table.of(
                  "networks",
                  "External networks",
                  List.of(Column.text("network", "Network"), Column.wide("addresses", "Addresses")),
                  plan.networks().stream()
                      .map(each -> List.of(Cell.text(each.name()), Cell.text(each.cidrs())))
                      .toList())));
    }
    sections.add(new Section("zones", "Zones and groups", blocks));
  }

  private void boundaries(Design design, CompiledPolicy policy) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.of(
            "Every permitted connection between groups, by the boundary that it crosses, in the"
                + " direction in which it is opened. Replies are permitted by state. Everything"
                + " else between groups is denied."));
    MatrixTable.of(design, policy.evaluationDate()).map(Rows::new).ifPresent(blocks::add);
    if (!plan.freeGroups().isEmpty()) {
      blocks.add(new Heading("Within groups"));
      blocks.add(
          Paragraph.of(
              "The members of these groups may open any connection to each other, and no firewall"
                  + " sees it, because they are not microsegmented: "
                  + String.join(", ", plan.freeGroups())
                  + "."));
    }
    if (plan.boundaries().isEmpty()) {
      blocks.add(
          new Paragraph("No flow is in force: everything between groups is denied.", Tone.WARNING));
    }
    int number = 0;
    for (PlanView.Boundary boundary : plan.boundaries()) {
      number++;
      blocks.add(new Rows(boundary(boundary, "boundary-" + number)));
    }
    if (!plan.flowsLeftOut().isEmpty()) {
      blocks.add(new Heading("Flows that permit nothing"));
      blocks.add(new Items(plan.flowsLeftOut(), false));
    }
    sections.add(new Section("boundaries", "What is permitted, and why", blocks));
  }

  private static Table boundary(PlanView.Boundary boundary, String id) {
    List<List<Cell>> rows = new ArrayList<>();
    for (PlanView.FlowRow flow : boundary.flows()) {
      List<String> state = new ArrayList<>();
      if (!flow.expires().isEmpty()) {
        state.add("until " + flow.expires());
      }
      List<String> owner = flow.ticket().isEmpty() ? List.of() : List.of(flow.ticket());
      rows.add(
          List.of(
              Cell.text(flow.client()),
              Cell.text(flow.server()),
              Cell.text(flow.services()),
              flow.why().isEmpty() ? Cell.text("not stated", Tone.WARNING) : Cell.text(flow.why()),
              Cell.text(flow.owner()).with(owner),
              Cell.text(flow.state()).with(state),
              Cell.text(flow.inspection() + (flow.log() ? ", logged" : ""))));
    }
    return Table.of(
        id,
        boundary.from() + " → " + boundary.to(),
        List.of(
            Column.text("client", "Client"),
            Column.text("server", "Server"),
            Column.text("services", "Services"),
            Column.wide("why", "Why"),
            Column.text("owner", "Owner, ticket"),
            Column.text("state", "State"),
            Column.text("inspection", "Inspection")),
        rows);
  }

  private void enforcement() {
    section(
        "enforcement",
        "Enforcement points",
        new Rows(
            new Table(
                "enforcement-points",
                "Rule sets and where they are enforced",
                List.of(
                    Column.text("ruleSet", "Rule set"),
                    Column.text("enforcedBy", "Enforced by"),
                    Column.text("domain", "Routing domain"),
                    Column.figure("servers", "Servers", Unit.COUNT),
                    Column.figure("rules", "Rules", Unit.COUNT),
                    Column.figure("permits", "of which permit", Unit.COUNT)),
                plan.enforcement().stream()
                    .map(
                        row ->
                            List.of(
                                Cell.text(row.name()),
                                Cell.text(row.kind()),
                                Cell.text(row.domain()),
                                Cell.count(row.servers()),
                                Cell.count(row.rules()),
                                Cell.count(row.permits())))
                    .toList(),
                "Servers with identical rules share a rule set. A connection between two"
                    + " microsegmented servers is checked at both hosts.")));
  }

  private void checks() {
    section(
        "checks",
        "Acceptance checks",
        Paragraph.of(
            "Try each connection from the client; the result must be as stated. The command shows"
                + " what the policy says, with the reason."),
        new Rows(
            Table.of(
                "acceptance-checks",
                "Connections to try, and what must happen",
                List.of(
                    Column.text("from", "From"),
                    Column.text("to", "To"),
                    Column.text("service", "Service"),
                    Column.text("expected", "Expected"),
                    Column.wide("command", "Command")),
                plan.checks().stream()
                    .map(
                        check ->
                            List.of(
                                Cell.text(check.from()),
                                Cell.text(check.to()),
                                Cell.text(check.service()),
                                Cell.text(check.expected()).with(List.of(check.why())),
                                Cell.text(check.command(), Tone.CODE)))
                    .toList())));
  }

  private void findings() {
    List<Block> blocks = new ArrayList<>();
    if (plan.findings().isEmpty()) {
      blocks.add(Paragraph.of("The validation has no open finding."));
    } else {
      blocks.add(
          new Rows(
              Table.of(
                  "open-findings",
                  "Open findings of the validation",
                  List.of(
                      Column.text("severity", "Severity"),
                      Column.text("rule", "Rule"),
                      Column.wide("finding", "Finding"),
                      Column.wide("mend", "Mend")),
                  plan.findings().stream()
                      .map(
                          each ->
                              List.of(
                                  Cell.text(each.severity(), tone(each.severity())),
                                  Cell.text(each.rule()),
                                  Cell.text(each.message()),
                                  Cell.text(each.mend())))
                      .toList())));
    }
    if (!plan.accepted().isEmpty()) {
      blocks.add(
          new Rows(
              Table.of(
                  "accepted-findings",
                  "Accepted findings",
                  List.of(
                      Column.text("rule", "Rule"),
                      Column.wide("finding", "Finding"),
                      Column.text("reason", "Reason"),
                      Column.text("accepted", "Accepted"),
                      Column.text("until", "Until")),
                  plan.accepted().stream()
                      .map(
                          each ->
                              List.of(
                                  Cell.text(each.rule()),
                                  Cell.text(each.message()),
                                  each.reason().isEmpty()
                                      ? Cell.text("not stated", Tone.WARNING)
                                      : Cell.text(each.reason()),
                                  Cell.text(
                                      each.by()
                                          + (each.by().isEmpty() || each.on().isEmpty() ? "" : ", ")
                                          + each.on()),
                                  Cell.text(each.until())))
                      .toList())));
    }
    sections.add(new Section("findings", "Open points", blocks));
  }

  private static Tone tone(String severity) {
    return switch (severity) {
      case "error" -> Tone.BAD;
      case "warning" -> Tone.WARNING;
      default -> Tone.PLAIN;
    };
  }
}
