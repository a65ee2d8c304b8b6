package org.firebreak.ui.throughput;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.firebreak.core.sizing.ApplianceCheck;
import org.firebreak.core.sizing.BoundaryLoad;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.Dimension;
import org.firebreak.core.sizing.HostLoad;
import org.firebreak.core.sizing.HostSizing;
import org.firebreak.core.sizing.LinkLoad;
import org.firebreak.core.sizing.Measure;
import org.firebreak.core.sizing.MissingEstimate;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.sizing.TrafficClass;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.report.table.Cell;
import org.firebreak.report.table.Table;

/** Rows of a study. */
public final class LoadList {
  private static final double NONE = Double.NaN;

  private LoadList() {}

  /** The rows of a kind, in the order of the study. */
  public static List<LoadRow> of(SizingStudy study, LoadKind kind) {
    return switch (kind) {
      case BOUNDARIES -> study.boundaries().stream().map(each -> boundary(each, study)).toList();
      case FIREWALLS -> study.central().stream().map(LoadList::firewall).toList();
      case LINKS -> links(study);
      case HOSTS -> hosts(study);
      case MISSING -> study.missing().stream().map(LoadList::missing).toList();
    };
  }

  /** Rows as a table for CSV. */
  static Table table(LoadKind kind, List<LoadRow> rows) {
    List<List<Cell>> cells = new ArrayList<>();
    for (LoadRow row : rows) {
      List<Cell> line = new ArrayList<>();
      for (LoadColumn column : LoadColumn.values()) {
        line.add(column.cell(row));
      }
      cells.add(line);
    }
    return Table.of(
        "throughput",
        kind.label(),
        Arrays.stream(LoadColumn.values()).map(LoadColumn::column).toList(),
        cells);
  }

  private static LoadRow boundary(BoundaryLoad load, SizingStudy study) {
    Set<String> flows = new LinkedHashSet<>();
    double hosts = 0;
    double central = 0;
    for (BoundaryLoad.Part part : load.flows()) {
      flows.add(part.flow().traffic().elementId());
      hosts = Math.max(hosts, part.flow().hostShare());
      central = Math.max(central, part.flow().centralShare());
    }
    boolean known = load.load().isKnown();
    List<String> hint = new ArrayList<>();
    hint.add(load.flows().size() + (load.flows().size() == 1 ? " flow" : " flows"));
    if (load.withoutThroughput() > 0) {
      hint.add(load.withoutThroughput() + " without throughput, which come on top");
    }
    String enforced =
        central > 0 && hosts > 0
            ? "central firewall and hosts"
            : central > 0 ? "central firewall" : hosts > 0 ? "hosts" : "not enforced";
    return new LoadRow(
        load.from().id() + ">" + load.to().id(),
        load.isInside()
            ? "within " + load.from().name()
            : load.from().name() + " → " + load.to().name(),
        known ? load.coincidentPeak().bitsPerSecond() : NONE,
        known ? load.sumOfPeaks().bitsPerSecond() : NONE,
        known ? load.need(study.parameters()).bitsPerSecond() : NONE,
        NONE,
        NONE,
        enforced,
        NONE,
        flows,
        hint);
  }

  private static LoadRow firewall(CentralSizing sizing) {
    boolean known = sizing.demand().throughput().isKnown();
    double capacity = NONE;
    double utilisation = NONE;
    double outgrown = NONE;
    List<String> hint = new ArrayList<>();
    if (sizing.chosen().isPresent()) {
      ApplianceCheck check = sizing.chosen().get();
      Measure throughput = check.measure(Dimension.THROUGHPUT);
      capacity = throughput.rated() * throughput.derate();
      utilisation = check.utilisation();
      outgrown = check.yearOutgrown().years();
      hint.add(check.appliance().name() + ": " + check.verdict().label());
      hint.addAll(check.reasons());
    } else {
      hint.add(
          sizing.chosenModel() == null || sizing.chosenModel().isBlank()
              ? "No appliance is chosen; its model is a property of the enforcement point"
              : sizing.chosenModel() + " is not in the catalogue");
      sizing
          .recommendation()
          .best()
          .ifPresent(best -> hint.add("Tightest fit: " + best.appliance().name()));
    }
    return new LoadRow(
        sizing.point().id(),
        sizing.point().name(),
        known ? sizing.demand().coincidentPeak().bitsPerSecond() : NONE,
        known ? sizing.demand().throughput().value().bitsPerSecond() : NONE,
        known ? sizing.demand().need().bitsPerSecond() : NONE,
        capacity,
        utilisation,
        sizing.binding().map(each -> each.dimension().label()).orElse(""),
        outgrown,
        ids(sizing.demand().classes()),
        hint);
  }

  private static List<LoadRow> links(SizingStudy study) {
    List<LoadRow> rows = new ArrayList<>();
    for (CentralSizing sizing : study.central()) {
      for (LinkLoad link : sizing.links()) {
        rows.add(
            new LoadRow(
                link.link().id(),
                sizing.point().name() + ": " + link.link().name(),
                link.today().map(BitRate::bitsPerSecond).orElse(NONE),
                NONE,
                link.need().map(BitRate::bitsPerSecond).orElse(NONE),
                link.bandwidth().map(BitRate::bitsPerSecond).orElse(NONE),
                orNone(link.utilisation()),
                link.bandwidth().isPresent() ? "each direction" : "no rate stated",
                NONE,
                ids(sizing.demand().classes()),
                List.of()));
      }
    }
    return rows;
  }

  private static List<LoadRow> hosts(SizingStudy study) {
    List<LoadRow> rows = new ArrayList<>();
    for (HostSizing sizing : study.hosts().stream().toList()) {
      for (HostLoad host : sizing.loads()) {
        rows.add(
            new LoadRow(
                "host " + host.name(),
                host.name(),
                host.peak().bitsPerSecond(),
                NONE,
                host.need(study.parameters()).bitsPerSecond(),
                NONE,
                NONE,
                Integer.toString(host.rules()),
                NONE,
                Set.of(),
                List.of(
                    host.servers()
                        + (host.servers() == 1 ? " enforced server" : " enforced servers"))));
      }
    }
    return rows;
  }

  private static LoadRow missing(MissingEstimate missing) {
    return new LoadRow(
        missing.flowId(),
        missing.name(),
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        String.join("; ", missing.figures()),
        NONE,
        Set.of(missing.flowId()),
        missing.figures());
  }

  private static Set<String> ids(List<TrafficClass> classes) {
    Set<String> ids = new LinkedHashSet<>();
    classes.forEach(each -> ids.add(each.elementId()));
    return ids;
  }

  private static double orNone(OptionalDouble figure) {
    return figure.orElse(NONE);
  }
}
