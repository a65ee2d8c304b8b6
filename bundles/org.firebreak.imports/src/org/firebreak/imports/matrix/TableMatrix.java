package org.firebreak.imports.matrix;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EAttribute;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputFile;
import org.firebreak.imports.spi.CellValues;
import org.firebreak.imports.spi.FactSink;
import org.firebreak.imports.spi.FlowFact;
import org.firebreak.imports.spi.Given;
import org.firebreak.imports.spi.ImportFormat;
import org.firebreak.imports.spi.ImportOption;
import org.firebreak.imports.spi.ImportSettings;
import org.firebreak.imports.spi.ServiceFact;
import org.firebreak.imports.spi.TableRemarks;
import org.firebreak.imports.spi.Values;
import org.firebreak.imports.table.Cell;
import org.firebreak.imports.table.Column;
import org.firebreak.imports.table.RowProblem;
import org.firebreak.imports.table.Sample;
import org.firebreak.imports.table.Table;
import org.firebreak.imports.table.TableRow;
import org.firebreak.imports.table.Vocabulary;
import org.firebreak.model.FirebreakPackage.Literals;
import org.firebreak.model.Protocol;

/** A port matrix, CSV or XLSX: a row for each source, destination and list of ports. */
public final class TableMatrix implements ImportFormat {
  private static final ImportOption SHEET =
      ImportOption.text("flows-sheet", "Sheet of the workbook that holds the port matrix");

  @Override
  public String id() {
    return "port-matrix";
  }

  @Override
  public String title() {
    return "Port matrix (CSV, XLSX)";
  }

  @Override
  public Content content() {
    return Content.FLOWS;
  }

  @Override
  public List<String> extensions() {
    return List.of("csv", "xlsx", "tsv", "txt");
  }

  @Override
  public List<ImportOption> options() {
    return List.of(SHEET);
  }

  @Override
  public boolean knowsHeader(String header) {
    return FlowColumns.VOCABULARY.knows(header);
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.hasHeaderOf(FlowColumns.VOCABULARY);
  }

  @Override
  public void read(InputFile file, ImportSettings settings, FactSink sink) throws ImportException {
    String sheet = settings.get(SHEET.key());
    try (Table table = Table.open(file, FlowColumns.VOCABULARY, sheet.isEmpty() ? null : sheet)) {
      if (!table.has(FlowColumns.PORT) && !table.has(FlowColumns.SERVICE)) {
        throw new ImportException(
            table.place(), "no header row has the column port", "add a column port or service");
      }
      TableRemarks.unusedHeaders(table, sink);
      for (TableRow row = table.next(); row != null; row = table.next()) {
        try {
          row.checkWidth();
          checkAction(row.cell(FlowColumns.ACTION));
          sink.flow(flow(row));
        } catch (RowProblem problem) {
          sink.reject(problem.place(), problem.getMessage());
        }
        sink.rowDone();
      }
    }
  }

  /** A row that denies must not become a flow, which permits. */
  private static void checkAction(Cell cell) throws RowProblem {
    if (!cell.isBlank()
        && !cell.isNone()
        && !FlowWords.PERMISSIONS.contains(Vocabulary.normalise(cell.text()))) {
      throw cell.problem(
          CleanText.quote(cell.text())
              + " does not permit; flows only permit, and what no flow permits is denied");
    }
  }

  private static FlowFact flow(TableRow row) throws RowProblem {
    Cell service = row.cell(FlowColumns.SERVICE);
    Cell port = row.cell(FlowColumns.PORT);
    Cell ports = port.isBlank() || port.isNone() ? service : port;
    String serviceName = ports == port && !service.isNone() ? service.name() : "";
    return new FlowFact(
        row.place(),
        end(row.cell(FlowColumns.SOURCE), "source"),
        end(row.cell(FlowColumns.DESTINATION), "destination"),
        CellValues.name(row.cell(FlowColumns.TENANT)).value(),
        services(row.cell(FlowColumns.PROTOCOL), ports),
        serviceName.isEmpty() ? null : serviceName,
        values(row));
  }

  private static String end(Cell cell, String what) throws RowProblem {
    if (cell.isBlank() || cell.isNone()) {
      throw cell.problem("the row has no " + what);
    }
    return cell.name();
  }

  private static List<ServiceFact> services(Cell protocol, Cell port) throws RowProblem {
    Set<Protocol> protocols;
    try {
      protocols = ServiceTexts.protocols(protocol.isNone() ? "" : protocol.text());
    } catch (IllegalArgumentException e) {
      throw protocol.problem(e.getMessage());
    }
    try {
      return ServiceTexts.parse(protocols, port.isNone() ? "" : CleanText.unixLines(port.text()));
    } catch (IllegalArgumentException e) {
      throw port.problem(e.getMessage());
    }
  }

  private static Values values(TableRow row) throws RowProblem {
    Values values = new Values();
    values.put(Literals.NAMED_ELEMENT__NAME, CellValues.name(row.cell(FlowColumns.NAME)));
    prose(values, Literals.NAMED_ELEMENT__DESCRIPTION, row.cell(FlowColumns.DESCRIPTION));
    prose(values, Literals.FLOW__OWNER, row.cell(FlowColumns.OWNER));
    prose(values, Literals.FLOW__JUSTIFICATION, row.cell(FlowColumns.JUSTIFICATION));
    prose(values, Literals.FLOW__TICKET, row.cell(FlowColumns.TICKET));
    rate(values, Literals.FLOW__AVERAGE_BITS_PER_SECOND, row, FlowColumns.AVERAGE);
    rate(values, Literals.FLOW__PEAK_BITS_PER_SECOND, row, FlowColumns.PEAK);
    rate(values, Literals.FLOW__PERCENTILE95_BITS_PER_SECOND, row, FlowColumns.PERCENTILE);
    rate(values, Literals.FLOW__LARGEST_CONNECTION_BITS_PER_SECOND, row, FlowColumns.LARGEST);
    values.put(
        Literals.FLOW__BUSY_HOUR,
        CellValues.given(row.cell(FlowColumns.BUSY_HOUR), Quantities::hour));
    values.put(
        Literals.FLOW__CONNECTIONS_PER_SECOND,
        CellValues.given(row.cell(FlowColumns.CONNECTIONS), Quantities::plain));
    values.put(
        Literals.FLOW__MEAN_DURATION_SECONDS,
        CellValues.given(row.cell(FlowColumns.DURATION), Quantities::seconds));
    values.put(
        Literals.FLOW__MEAN_PACKET_BYTES,
        CellValues.given(row.cell(FlowColumns.PACKET), Quantities::packetBytes));
    values.put(
        Literals.FLOW__DECRYPTED_SHARE,
        CellValues.given(row.cell(FlowColumns.DECRYPTED), Quantities::share));
    values.put(
        Literals.FLOW__EXPIRES_ON,
        CellValues.given(row.cell(FlowColumns.EXPIRES), Quantities::day));
    values.put(
        Literals.FLOW__REVIEW_ON, CellValues.given(row.cell(FlowColumns.REVIEW), Quantities::day));
    values.put(Literals.FLOW__LOG, CellValues.flag(row.cell(FlowColumns.LOG)));
    values.put(
        Literals.FLOW__INSPECTION,
        CellValues.choice(
            row.cell(FlowColumns.INSPECTION),
            FlowWords.INSPECTIONS,
            "layer-4, application, threat-prevention, threat-prevention-tls or exempt"));
    values.put(
        Literals.FLOW__STATE,
        CellValues.choice(
            row.cell(FlowColumns.STATE), FlowWords.STATES, "proposed, approved or retired"));
    return values;
  }

  private static void prose(Values values, EAttribute attribute, Cell cell) throws RowProblem {
    values.put(attribute, CellValues.prose(cell));
  }

  private static void rate(
      Values values, EAttribute attribute, TableRow row, Map<Column, Double> columns)
      throws RowProblem {
    Given<Double> given = Given.nothing();
    for (Map.Entry<Column, Double> column : columns.entrySet()) {
      Cell cell = row.cell(column.getKey());
      double perUnit = column.getValue();
      if (cell.isBlank()) {
        continue;
      }
      if (given.isSpoken()) {
        throw cell.problem("the same rate is given in two units; keep one");
      }
      given = CellValues.given(cell, c -> Quantities.bitsPerSecond(c, perUnit));
    }
    values.put(attribute, given);
  }
}
