package org.firebreak.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.firebreak.core.compare.EffortWeight;
import org.firebreak.core.compare.Metric;
import org.firebreak.core.compare.StrategyComparison;
import org.firebreak.core.compare.StrategyResult;
import org.firebreak.core.optimise.FrontPoint;
import org.firebreak.core.optimise.ParetoFront;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.sizing.ApplianceCheck;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.Unit;
import org.firebreak.report.document.Block;
import org.firebreak.report.document.Block.Figure;
import org.firebreak.report.document.Block.Figures;
import org.firebreak.report.document.Block.Graph;
import org.firebreak.report.document.Block.Paragraph;
import org.firebreak.report.document.Block.Rows;
import org.firebreak.report.document.Document;
import org.firebreak.report.document.Document.Fact;
import org.firebreak.report.document.Document.Section;
import org.firebreak.report.table.Cell;
import org.firebreak.report.table.Column;
import org.firebreak.report.table.Table;
import org.firebreak.report.table.Tone;

/** Strategies side by side as a document: what each costs, and what each leaves to an intruder. */
public final class ComparisonDocument {
  private final StrategyComparison comparison;

  private ComparisonDocument(StrategyComparison comparison) {
    this.comparison = comparison;
  }

  /**
   * The document.
   *
   * @param front hybrids worth their effort; empty if nobody asked for them
   */
  public static Document of(StrategyComparison comparison, Optional<ParetoFront> front) {
    return new ComparisonDocument(comparison).document(front);
  }

  private Document document(Optional<ParetoFront> front) {
    List<Section> sections = new ArrayList<>();
    sections.add(summary());
    sections.add(
        new Section(
            "comparison",
            "Side by side",
            List.of(
                new Graph(ComparisonCharts.bars(comparison)),
                new Graph(ComparisonCharts.effort(comparison)),
                new Rows(metrics()))));
    sections.add(new Section("devices", "Devices", List.of(new Rows(devices()))));
    front.ifPresent(each -> sections.add(hybrids(each)));
    sections.add(method());
    return new Document(
        "comparison",
        "Comparison of strategies",
        comparison.design().name(),
        List.of(new Fact("evaluationDate", "Evaluated on", comparison.evaluationDate().toString())),
        sections);
  }

  private Section summary() {
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < comparison.results().size(); i++) {
      StrategyResult result = comparison.results().get(i);
      String label = result.strategy().name() + (i == comparison.inForce() ? ", in force" : "");
      figures.add(
          new Figure(
              "blastRadius-" + result.strategy().key(),
              label,
              Unit.COUNT.format(result.value(Metric.MULTI_HOP_MEAN)) + " servers",
              "mean blast radius; "
                  + Unit.COUNT.format(result.value(Metric.WRITTEN_RULES))
                  + " distinct rules, "
                  + Unit.BITS_PER_SECOND.format(result.value(Metric.CENTRAL_THROUGHPUT))
                  + " inspected centrally"));
    }
    return new Section(
        "summary",
        "Summary",
        List.of(
            Paragraph.of(
                "The blast radius is the number of servers that an intruder reaches from a"
                    + " compromised one, in any number of hops over permitted connections. Groups"
                    + " are cheap and leave their members to each other; microsegmentation closes"
                    + " that, and its rules and inspection grow with the hosts."),
            new Figures(figures)));
  }

  private Table metrics() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("measure", "Measure"));
    for (StrategyResult result : comparison.results()) {
      columns.add(Column.mixed(result.strategy().key(), result.strategy().name()));
    }
    columns.add(Column.wide("explanation", "What it counts"));
    List<List<Cell>> rows = new ArrayList<>();
    for (StrategyComparison.Row row : comparison.rows()) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.text(row.metric().label()));
      double best =
          row.values().stream()
              .filter(value -> !value.isNaN())
              .mapToDouble(Double::doubleValue)
              .min()
              .orElse(Double.NaN);
      boolean differs = row.values().stream().anyMatch(value -> value > best);
      for (double value : row.values()) {
        Cell cell = Cell.of(value, row.metric().unit());
        boolean least = row.metric().lowerIsBetter() && differs && value == best;
        cells.add(least ? cell.as(Tone.GOOD).with(List.of("least")) : cell);
      }
      cells.add(Cell.text(row.explanation(), Tone.MUTED));
      rows.add(cells);
    }
    return Table.of("strategies-measures", "Every measure of every strategy", columns, rows);
  }

  private Table devices() {
    List<List<Cell>> rows = new ArrayList<>();
    for (StrategyResult result : comparison.results()) {
      for (CentralSizing central : result.study().central()) {
        Optional<ApplianceCheck> choice = central.choice();
        rows.add(
            List.of(
                Cell.text(result.strategy().name()),
                Cell.text(central.point().name()),
                Cell.count(central.redundancy().units()),
                Cell.of(central.demand().need().bitsPerSecond(), Unit.BITS_PER_SECOND),
                Cell.of(central.demand().ratedThroughput().bitsPerSecond(), Unit.BITS_PER_SECOND),
                Cell.text(choice.map(check -> check.appliance().name()).orElse("none is adequate")),
                Cell.text(choice.map(check -> check.verdict().label()).orElse(""))));
      }
    }
    return new Table(
        "devices",
        "Central firewalls of each strategy",
        List.of(
            Column.text("strategy", "Strategy"),
            Column.text("firewall", "Firewall"),
            Column.figure("units", "Units", Unit.COUNT),
            Column.figure("needBps", "Need at the horizon", Unit.BITS_PER_SECOND),
            Column.figure("ratedBps", "Datasheet throughput", Unit.BITS_PER_SECOND),
            Column.text("appliance", "Chosen, or tightest fit"),
            Column.text("verdict", "Verdict")),
        rows,
        rows.isEmpty() ? "No strategy needs a central firewall." : "");
  }

  private static Section hybrids(ParetoFront front) {
    List<List<Cell>> rows = new ArrayList<>();
    for (FrontPoint point : front.points()) {
      rows.add(
          List.of(
              Cell.text(
                  point.groups().isEmpty()
                      ? "none"
                      : String.join(", ", point.groups().stream().map(ElementRef::name).toList())),
              Cell.of(point.effort(), Unit.COUNT),
              Cell.of(point.radius(), Unit.COUNT),
              Cell.of(point.bound(), Unit.COUNT)));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.of(
            front.exact()
                ? "Every choice of groups was considered: no other has less reach for the same"
                    + " effort."
                : "Found step by step; the bound says how much less reach another choice of the"
                    + " same effort could have at most."));
    blocks.add(new Graph(ComparisonCharts.front(front)));
    blocks.add(
        new Rows(
            Table.of(
                "front",
                "Hybrids on the Pareto front",
                List.of(
                    Column.wide("groups", "Groups to microsegment"),
                    Column.figure("effort", front.effort().label(), Unit.COUNT),
                    Column.figure("blastRadius", capital(front.objective().label()), Unit.COUNT),
                    Column.figure("bound", "Bound", Unit.COUNT)),
                rows)));
    return new Section("hybrids", "The best hybrids", blocks);
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private Section method() {
    List<List<Cell>> rows = new ArrayList<>();
    for (EffortWeight weight : EffortWeight.values()) {
      rows.add(
          List.of(
              Cell.text(weight.label()),
              Cell.of(comparison.parameters().get(weight), Unit.FACTOR),
              Cell.text(comparison.parameters().source(weight), Tone.MUTED)));
    }
    return new Section(
        "method",
        "How the management effort is counted",
        List.of(
            Paragraph.of("Effort of a change = " + comparison.parameters().formula() + "."),
            new Rows(
                Table.of(
                    "effort-weights",
                    "Weights of the management effort",
                    List.of(
                        Column.text("part", "Part of a change"),
                        Column.figure("weight", "Weight", Unit.FACTOR),
                        Column.wide("meaning", "Meaning and source")),
                    rows))));
  }
}
