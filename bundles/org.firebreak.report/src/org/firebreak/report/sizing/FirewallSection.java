package org.firebreak.report.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.firebreak.core.sizing.ApplianceCheck;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.Elephant;
import org.firebreak.core.sizing.LinkLoad;
import org.firebreak.core.sizing.Measure;
import org.firebreak.core.sizing.Unit;
import org.firebreak.core.sizing.YearLoad;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.report.document.Block;
import org.firebreak.report.document.Block.Graph;
import org.firebreak.report.document.Block.Paragraph;
import org.firebreak.report.document.Block.Rows;
import org.firebreak.report.document.Document.Section;
import org.firebreak.report.table.Cell;
import org.firebreak.report.table.Column;
import org.firebreak.report.table.Table;
import org.firebreak.report.table.Tone;

/** What the report says of one central firewall. */
final class FirewallSection {
  private final CentralSizing central;
  private final String id;
  private final List<Block> blocks = new ArrayList<>();

  private FirewallSection(CentralSizing central, String id) {
    this.central = central;
    this.id = id;
  }

  static Section of(CentralSizing central, String id) {
    FirewallSection section = new FirewallSection(central, id);
    section.fill();
    return new Section(id, central.point().name(), section.blocks);
  }

  private void fill() {
    String name = central.point().name();
    blocks.add(Paragraph.of(central.redundancy().text() + ". " + summary(central)));
    if (central.demand().need().bitsPerSecond() > 0) {
      blocks.add(new Graph(StudyCharts.firewallProfile(central, id + "-profile")));
    }
    blocks.add(
        new Rows(
            FlowRows.figures(id + "-demand", "Demand at " + name, central.demand().figures())));
    StudyCharts.capacity(central, id + "-capacity").map(Graph::new).ifPresent(blocks::add);
    StudyCharts.utilisation(central, id + "-utilisation").map(Graph::new).ifPresent(blocks::add);
    if (central.demand().need().bitsPerSecond() > 0) {
      blocks.add(new Rows(years()));
    }
    if (!central.links().isEmpty()) {
      blocks.add(new Rows(links()));
    }
    if (!central.elephants().isEmpty()) {
      blocks.add(new Rows(elephants()));
    }
    if (central.demand().need().bitsPerSecond() > 0) {
      blocks.add(new Rows(SensitivityRows.of(central, id)));
    }
    blocks.addAll(ApplianceRows.of(central, id));
  }

  private Table years() {
    List<List<Cell>> rows = new ArrayList<>();
    for (YearLoad year : central.years()) {
      rows.add(
          List.of(
              Cell.count(year.year()),
              Cell.of(year.growth().value(), Unit.FACTOR),
              Cell.of(year.need().bitsPerSecond(), Unit.BITS_PER_SECOND),
              Cell.of(year.connections().perSecond(), Unit.CONNECTIONS_PER_SECOND),
              Cell.of(year.sessions().sessions(), Unit.SESSIONS),
              Cell.of(year.packets().perSecond(), Unit.PACKETS_PER_SECOND),
              Cell.of(year.utilisation(), Unit.SHARE)
                  .as(year.isOutgrown() ? Tone.BAD : Tone.PLAIN)));
    }
    return new Table(
        id + "-years",
        "Demand by year"
            + central.choice().map(check -> ", and load of " + check.appliance().name()).orElse(""),
        List.of(
            Column.figure("year", "Year", Unit.COUNT),
            Column.figure("growth", "Growth", Unit.FACTOR),
            Column.figure("needBps", "Inspected Throughput", Unit.BITS_PER_SECOND),
            Column.figure("connections", "New connections", Unit.CONNECTIONS_PER_SECOND),
            Column.figure("sessions", "Sessions", Unit.SESSIONS),
            Column.figure("packets", "Packets", Unit.PACKETS_PER_SECOND),
            Column.figure("load", "Load", Unit.SHARE)),
        rows,
        "");
  }

  private Table links() {
    List<List<Cell>> rows = new ArrayList<>();
    for (LinkLoad link : central.links()) {
      rows.add(
          List.of(
              Cell.text(link.link().name()),
              Cell.of(
                  link.bandwidth().map(BitRate::bitsPerSecond).orElse(Double.NaN),
                  Unit.BITS_PER_SECOND),
              Cell.of(
                  link.today().map(BitRate::bitsPerSecond).orElse(Double.NaN),
                  Unit.BITS_PER_SECOND),
              Cell.of(
                  link.need().map(BitRate::bitsPerSecond).orElse(Double.NaN), Unit.BITS_PER_SECOND),
              Cell.of(link.utilisation().orElse(Double.NaN), Unit.SHARE)));
    }
    return Table.of(
        id + "-links",
        "Links of the firewall, each direction",
        List.of(
            Column.text("link", "Link"),
            Column.figure("bandwidthBps", "Bandwidth", Unit.BITS_PER_SECOND),
            Column.figure("todayBps", "Load today", Unit.BITS_PER_SECOND),
            Column.figure("needBps", "Load at the horizon", Unit.BITS_PER_SECOND),
            Column.figure("utilisation", "Utilisation", Unit.SHARE)),
        rows);
  }

  private Table elephants() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Elephant each : central.elephants()) {
      rows.add(
          List.of(
              Cell.text(each.flow().name()),
              Cell.of(each.flow().rate().peak().bitsPerSecond(), Unit.BITS_PER_SECOND),
              Cell.of(each.shareOfDemand(), Unit.SHARE),
              Cell.of(
                  each.connection().map(BitRate::bitsPerSecond).orElse(Double.NaN),
                  Unit.BITS_PER_SECOND),
              Cell.of(each.saves().bitsPerSecond(), Unit.BITS_PER_SECOND)));
    }
    return new Table(
        id + "-elephants",
        "Elephant flows, and what exempting each saves",
        List.of(
            Column.text("flow", "Flow"),
            Column.figure("peakBps", "Peak", Unit.BITS_PER_SECOND),
            Column.figure("share", "Of the demand", Unit.SHARE),
            Column.figure("connectionBps", "One connection", Unit.BITS_PER_SECOND),
            Column.figure("savesBps", "Saves of datasheet throughput", Unit.BITS_PER_SECOND)),
        rows,
        "Exempt only what runs between fixed, authenticated ends and is encrypted end to end.");
  }

  /** The result in a sentence. */
  static String summary(CentralSizing central) {
    if (central.demand().need().bitsPerSecond() <= 0) {
      return "No flow through this firewall has a throughput estimate, so nothing can be"
          + " recommended; estimate the flows listed under open points.";
    }
    Optional<ApplianceCheck> check = central.choice();
    if (check.isEmpty()) {
      return "No appliance of the catalogue is adequate; see why below.";
    }
    ApplianceCheck first = check.get();
    return (central.chosen().isPresent() ? "The design names " : "The tightest fit is ")
        + first.appliance().name()
        + ": "
        + first.verdict().label()
        + first.binding().map(FirewallSection::binding).orElse("")
        + outgrown(first)
        + ".";
  }

  private static String binding(Measure measure) {
    return "; "
        + measure.dimension().label()
        + " binds at "
        + Unit.SHARE.format(measure.utilisation());
  }

  private static String outgrown(ApplianceCheck check) {
    double year = check.yearOutgrown().years();
    if (Double.isNaN(year)) {
      return "";
    }
    return Double.isInfinite(year)
        ? ", never outgrown"
        : ", outgrown after " + String.format(Locale.ROOT, "%.1f years", year);
  }
}
