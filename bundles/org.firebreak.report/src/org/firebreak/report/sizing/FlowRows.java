package org.firebreak.report.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.sizing.BoundaryLoad;
import org.firebreak.core.sizing.Figure;
import org.firebreak.core.sizing.FlowTraffic;
import org.firebreak.core.sizing.Provenance;
import org.firebreak.core.sizing.SizingParameter;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.sizing.TrafficFigure;
import org.firebreak.core.sizing.Unit;
import org.firebreak.core.sizing.units.ConnectionRate;
import org.firebreak.core.sizing.units.PacketSize;
import org.firebreak.core.sizing.units.Seconds;
import org.firebreak.report.table.Cell;
import org.firebreak.report.table.Column;
import org.firebreak.report.table.Table;
import org.firebreak.report.table.Tone;

/** Tables about flows, boundaries and parameters. */
final class FlowRows {
  private FlowRows() {}

  static Table figures(String id, String caption, List<Figure> figures) {
    return Table.of(
        id,
        caption,
        List.of(
            Column.text("figure", "Figure"),
            Column.mixed("value", "Value"),
            Column.wide("explanation", "How it is calculated")),
        figures.stream()
            .map(
                each ->
                    List.of(
                        Cell.text(each.label()),
                        Cell.of(each.value(), each.unit()),
                        Cell.text(each.explanation(), Tone.MUTED)))
            .toList());
  }

  static Table traffic(List<FlowTraffic> flows) {
    List<List<Cell>> rows = new ArrayList<>();
    for (FlowTraffic flow : flows) {
      var traffic = flow.traffic();
      rows.add(
          List.of(
              Cell.text(traffic.name()),
              Cell.text(flow.enforcedAt()),
              Cell.of(traffic.rate().peak().bitsPerSecond(), Unit.BITS_PER_SECOND),
              figure(
                  traffic.connections().map(ConnectionRate::perSecond),
                  Unit.CONNECTIONS_PER_SECOND),
              figure(traffic.duration().map(Seconds::seconds), Unit.SECONDS),
              figure(traffic.packetSize().map(PacketSize::bytes), Unit.BYTES),
              Cell.text(traffic.inspection().label()),
              source(traffic.provenance().of(TrafficFigure.PEAK))));
    }
    return Table.of(
        "flow-traffic",
        "Every flow in force with its traffic",
        List.of(
            Column.text("flow", "Flow"),
            Column.text("enforcedAt", "Enforced at"),
            Column.figure("peakBps", "Peak", Unit.BITS_PER_SECOND),
            Column.figure("connections", "New connections", Unit.CONNECTIONS_PER_SECOND),
            Column.figure("durationSeconds", "Duration", Unit.SECONDS),
            Column.figure("packetBytes", "Packet", Unit.BYTES),
            Column.text("inspection", "Inspection"),
            Column.text("source", "Source of the peak")),
        rows);
  }

  private static Cell source(Provenance.Origin origin) {
    String confidence = origin.confidence().getLiteral();
    return Cell.text(
        origin.source().isBlank() ? confidence : origin.source() + " (" + confidence + ")",
        origin.isGuess() ? Tone.WARNING : Tone.PLAIN);
  }

  private static Cell figure(Optional<Double> value, Unit unit) {
    return Cell.of(value.orElse(Double.NaN), unit);
  }

  static Table boundaries(SizingStudy study) {
    List<List<Cell>> rows = new ArrayList<>();
    for (BoundaryLoad each : study.boundaries()) {
      rows.add(
          List.of(
              Cell.text(each.from().name()),
              Cell.text(each.to().name()),
              Cell.of(each.coincidentPeak().bitsPerSecond(), Unit.BITS_PER_SECOND),
              Cell.of(each.coincidence().value(), Unit.FACTOR),
              Cell.of(each.need(study.parameters()).bitsPerSecond(), Unit.BITS_PER_SECOND),
              Cell.of(each.centralShare(), Unit.SHARE),
              Cell.of(each.hostShare(), Unit.SHARE)));
    }
    return Table.of(
        "boundaries",
        "Traffic across each zone boundary",
        List.of(
            Column.text("from", "From"),
            Column.text("to", "To"),
            Column.figure("peakBps", "Coincident peak today", Unit.BITS_PER_SECOND),
            Column.figure("coincidence", "Coincidence κ", Unit.FACTOR),
            Column.figure("needBps", "Need at the horizon", Unit.BITS_PER_SECOND),
            Column.figure("centralShare", "Central", Unit.SHARE),
            Column.figure("hostShare", "Hosts", Unit.SHARE)),
        rows);
  }

  static Table missing(SizingStudy study) {
    return Table.of(
        "missing-estimates",
        "Missing estimates",
        List.of(Column.text("flow", "Flow"), Column.wide("missing", "What is missing")),
        study.missing().stream()
            .map(
                each ->
                    List.of(Cell.text(each.name()), Cell.text(String.join(", ", each.figures()))))
            .toList());
  }

  static Table parameters(SizingParameters parameters) {
    return Table.of(
        "sizing-parameters",
        "Every parameter with its value and its source",
        List.of(
            Column.text("parameter", "Parameter"),
            Column.text("key", "Key"),
            Column.mixed("value", "Value"),
            Column.text("origin", "Origin"),
            Column.wide("meaning", "Meaning and source")),
        parameters.settings().stream().map(FlowRows::setting).toList());
  }

  private static List<Cell> setting(SizingParameters.Setting setting) {
    SizingParameter parameter = setting.parameter();
    String origin =
        setting.isDefault()
            ? "default"
            : setting.source() == null || setting.source().isBlank()
                ? "set for this report"
                : setting.source();
    return List.of(
        Cell.text(parameter.label()),
        Cell.text(parameter.key(), Tone.CODE),
        Cell.of(setting.value(), parameter.unit()),
        Cell.text(origin, setting.isDefault() ? Tone.MUTED : Tone.PLAIN),
        Cell.text(parameter.description(), Tone.MUTED));
  }
}
