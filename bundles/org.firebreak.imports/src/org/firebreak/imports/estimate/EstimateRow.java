package org.firebreak.imports.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.firebreak.core.sizing.TrafficFigure;
import org.firebreak.core.sizing.estimate.EstimatedFigure;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.matrix.FlowWords;
import org.firebreak.imports.matrix.Quantities;
import org.firebreak.imports.spi.CellValues;
import org.firebreak.imports.spi.CellValues.Parser;
import org.firebreak.imports.spi.Given;
import org.firebreak.imports.table.Cell;
import org.firebreak.imports.table.Column;
import org.firebreak.imports.table.RowProblem;
import org.firebreak.imports.table.TableRow;
import org.firebreak.model.Confidence;
import org.firebreak.model.Inspection;

/**
 * What a row of a table of estimates says.
 *
 * @param flow name or id of the flow
 * @param figures its figures; a dash in a cell takes a figure away
 * @param inspection inspection level; null if the row says nothing of it
 */
record EstimateRow(String flow, List<EstimatedFigure> figures, Inspection inspection) {

  private static final Map<String, Confidence> CONFIDENCES =
      Map.of(
          "guessed", Confidence.GUESSED,
          "guess", Confidence.GUESSED,
          "low", Confidence.GUESSED,
          "estimated", Confidence.ESTIMATED,
          "estimate", Confidence.ESTIMATED,
          "medium", Confidence.ESTIMATED,
          "measured", Confidence.MEASURED,
          "high", Confidence.MEASURED,
          "unknown", Confidence.UNKNOWN);

  static EstimateRow of(TableRow row, String file) throws RowProblem {
    row.checkWidth();
    Cell flow = row.cell(EstimateColumns.FLOW);
    if (flow.isBlank() || flow.isNone()) {
      throw flow.problem("the row names no flow; write its name or id");
    }
    Given<String> said = CellValues.prose(row.cell(EstimateColumns.SOURCE));
    String source = said.value() == null ? file : said.value();
    Given<Confidence> sure =
        CellValues.choice(
            row.cell(EstimateColumns.CONFIDENCE), CONFIDENCES, "guessed, estimated or measured");
    Confidence confidence = sure.value() == null ? Confidence.UNKNOWN : sure.value();
    Given<Inspection> inspection =
        CellValues.choice(
            row.cell(EstimateColumns.INSPECTION),
            FlowWords.INSPECTIONS,
            "layer-4, application, threat-prevention, threat-prevention-tls or exempt");
    return new EstimateRow(
        flow.text(), new Reader(row, source, confidence).figures(), inspection.value());
  }

  /** Reads the figures of a row. */
  private static final class Reader {
    private final TableRow row;
    private final String source;
    private final Confidence confidence;
    private final List<EstimatedFigure> figures = new ArrayList<>();

    Reader(TableRow row, String source, Confidence confidence) {
      this.row = row;
      this.source = source;
      this.confidence = confidence;
    }

    List<EstimatedFigure> figures() throws RowProblem {
      add(TrafficFigure.AVERAGE, EstimateColumns.AVERAGE, Reader::rate);
      add(TrafficFigure.PEAK, EstimateColumns.PEAK, Reader::rate);
      add(TrafficFigure.PERCENTILE_95, EstimateColumns.PERCENTILE, Reader::rate);
      add(TrafficFigure.LARGEST_CONNECTION, EstimateColumns.LARGEST, Reader::rate);
      add(TrafficFigure.BUSY_HOUR, EstimateColumns.BUSY_HOUR, Quantities::hour);
      add(TrafficFigure.PROFILE, EstimateColumns.PROFILE, Reader::profile);
      add(TrafficFigure.CONNECTIONS, EstimateColumns.CONNECTIONS, Quantities::plain);
      add(TrafficFigure.DURATION, EstimateColumns.DURATION, Quantities::seconds);
      add(TrafficFigure.PACKET_SIZE, EstimateColumns.PACKET, Quantities::packetBytes);
      add(TrafficFigure.DECRYPTED, EstimateColumns.DECRYPTED, Quantities::share);
      checkOrder();
      return figures;
    }

    private void add(TrafficFigure figure, Column column, Parser<Object> parser) throws RowProblem {
      Given<Object> given = CellValues.given(row.cell(column), parser);
      if (given.isSpoken()) {
        figures.add(new EstimatedFigure(figure, given.value(), source, confidence));
      }
    }

    /** An average above the peak means that columns or units are mixed up. */
    private void checkOrder() throws RowProblem {
      Double peak = value(TrafficFigure.PEAK);
      for (TrafficFigure lower : List.of(TrafficFigure.AVERAGE, TrafficFigure.PERCENTILE_95)) {
        Double value = value(lower);
        if (peak != null && value != null && value > peak) {
          throw new RowProblem(
              row.place(),
              "the " + lower.label() + " is above the peak; check the columns and their units");
        }
      }
    }

    private Double value(TrafficFigure figure) {
      return figures.stream()
          .filter(each -> each.figure() == figure && each.value() != null)
          .map(each -> (Double) each.value())
          .findFirst()
          .orElse(null);
    }

    private static Object rate(Cell cell) throws RowProblem {
      return Quantities.bitsPerSecond(cell, 1);
    }

    private static Object profile(Cell cell) throws RowProblem {
      List<String> shares =
          Arrays.stream(cell.text().strip().split("[\\s,|;]+")).map(Reader::normal).toList();
      if (shares.size() != 24 && shares.size() != 168) {
        throw cell.problem(
            shares.size() + " values; write 24 or 168 shares of the peak, separated by spaces");
      }
      for (String share : shares) {
        if (!share.matches("0|1|0?\\.[0-9]{1,15}|[01]\\.0*")) {
          throw cell.problem(
              CleanText.quote(share) + " is no share of the peak; write 0 to 1, for instance 0.35");
        }
      }
      return shares;
    }

    private static String normal(String share) {
      return share.startsWith(".") ? "0" + share : share;
    }
  }
}
