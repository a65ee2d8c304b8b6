package org.firebreak.imports.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.Address;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputFile;
import org.firebreak.imports.spi.CellValues;
import org.firebreak.imports.spi.FactSink;
import org.firebreak.imports.spi.Given;
import org.firebreak.imports.spi.ImportFormat;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.imports.spi.ImportOption;
import org.firebreak.imports.spi.ImportSettings;
import org.firebreak.imports.spi.ServerFact;
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
import org.firebreak.model.ServerKind;

/** Any table of servers, CSV or XLSX, whose first row names its columns. */
public final class TableInventory implements ImportFormat {
  private static final ImportOption SHEET =
      ImportOption.text("inventory-sheet", "Sheet of the workbook that holds the inventory");
  private static final ImportOption LABEL_COLUMNS =
      ImportOption.text(
          "label-columns", "Headers, separated by commas, of columns to keep as labels");

  @Override
  public String id() {
    return "inventory-table";
  }

  @Override
  public String title() {
    return "Inventory table (CSV, XLSX)";
  }

  @Override
  public Content content() {
    return Content.INVENTORY;
  }

  @Override
  public List<String> extensions() {
    return List.of("csv", "xlsx", "tsv", "txt");
  }

  @Override
  public List<ImportOption> options() {
    return List.of(SHEET, LABEL_COLUMNS);
  }

  @Override
  public boolean knowsHeader(String header) {
    return ServerColumns.VOCABULARY.knows(header);
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.hasHeaderOf(ServerColumns.VOCABULARY);
  }

  @Override
  public void read(InputFile file, ImportSettings settings, FactSink sink) throws ImportException {
    List<Column> labelColumns = labelColumns(settings.get(LABEL_COLUMNS.key()));
    Vocabulary vocabulary = ServerColumns.with(labelColumns);
    String sheet = settings.get(SHEET.key());
    try (Table table = Table.open(file, vocabulary, sheet.isEmpty() ? null : sheet)) {
      TableRemarks.unusedHeaders(table, sink);
      for (TableRow row = table.next(); row != null; row = table.next()) {
        try {
          row.checkWidth();
          sink.server(server(row, labelColumns, sink));
        } catch (RowProblem problem) {
          sink.reject(problem.place(), problem.getMessage());
        }
        sink.rowDone();
      }
    }
  }

  private static List<Column> labelColumns(String headers) {
    List<Column> columns = new ArrayList<>();
    for (String header : headers.split(",")) {
      if (!header.isBlank() && !ServerColumns.VOCABULARY.knows(header)) {
        columns.add(Column.optional(header.strip()));
      }
    }
    return columns;
  }

  private static ServerFact server(TableRow row, List<Column> labelColumns, FactSink sink)
      throws RowProblem {
    Cell name = row.cell(ServerColumns.NAME);
    if (name.isBlank() || name.isNone()) {
      throw name.problem("the row has no name");
    }
    return new ServerFact(
        row.place(),
        name.name(),
        CellValues.name(row.cell(ServerColumns.TENANT)),
        CellValues.name(row.cell(ServerColumns.ZONE)),
        CellValues.name(row.cell(ServerColumns.GROUP)),
        null,
        addresses(row, sink),
        labels(row, labelColumns),
        values(row, sink));
  }

  private static Given<List<Address>> addresses(TableRow row, FactSink sink) throws RowProblem {
    LinkedHashSet<Address> addresses = new LinkedHashSet<>();
    boolean none = false;
    for (Cell cell : row.cells(ServerColumns.ADDRESSES)) {
      if (cell.isNone()) {
        none = true;
      } else {
        addAddresses(cell, addresses);
      }
    }
    AddressTexts.noteOddities(addresses, row.place(), sink);
    if (addresses.isEmpty()) {
      return none ? Given.none() : Given.nothing();
    }
    return Given.of(List.copyOf(addresses));
  }

  private static void addAddresses(Cell cell, LinkedHashSet<Address> addresses) throws RowProblem {
    try {
      AddressTexts.addAll(cell.text(), addresses);
    } catch (IllegalArgumentException e) {
      throw cell.problem(e.getMessage());
    }
  }

  private static Map<String, String> labels(TableRow row, List<Column> labelColumns)
      throws RowProblem {
    Map<String, String> labels = new LinkedHashMap<>();
    for (Cell cell : row.cells(ServerColumns.LABELS)) {
      if (!cell.isNone()) {
        try {
          labels.putAll(LabelTexts.parse(CleanText.unixLines(cell.text())));
        } catch (IllegalArgumentException e) {
          throw cell.problem(e.getMessage());
        }
      }
    }
    Map<String, Cell> single = new LinkedHashMap<>(row.named());
    for (Column column : labelColumns) {
      Cell cell = row.cell(column);
      if (!cell.isBlank()) {
        single.put(column.key(), cell);
      }
    }
    for (Map.Entry<String, Cell> entry : single.entrySet()) {
      if (!entry.getValue().isNone()) {
        labels.put(
            new Cell(entry.getKey(), entry.getValue().place()).name(), entry.getValue().prose());
      }
    }
    return labels;
  }

  private static Values values(TableRow row, FactSink sink) throws RowProblem {
    Values values = new Values();
    values.put(Literals.SERVER__KIND, kind(row.cell(ServerColumns.KIND), sink));
    values.put(Literals.SERVER__OPERATING_SYSTEM, CellValues.prose(row.cell(ServerColumns.SYSTEM)));
    values.put(Literals.SERVER__HYPERVISOR_HOST, CellValues.name(row.cell(ServerColumns.HOST)));
    values.put(
        Literals.SERVER__RISK,
        CellValues.choice(
            row.cell(ServerColumns.RISK), ServerWords.RISKS, "low, medium, high or critical"));
    values.put(
        Literals.SERVER__INTERNET_FACING, CellValues.flag(row.cell(ServerColumns.INTERNET_FACING)));
    values.put(
        Literals.SERVER__SEGMENTATION,
        CellValues.choice(
            row.cell(ServerColumns.SEGMENTATION),
            ServerWords.SEGMENTATIONS,
            "inherit, group or micro"));
    values.put(
        Literals.NAMED_ELEMENT__DESCRIPTION, CellValues.prose(row.cell(ServerColumns.DESCRIPTION)));
    return values;
  }

  /** The kind only decides an icon, and columns called "type" hold anything: no row fails by it. */
  private static Given<ServerKind> kind(Cell cell, FactSink sink) {
    ServerKind kind = ServerWords.KINDS.get(Vocabulary.normalise(cell.text()));
    if (kind != null) {
      return Given.of(kind);
    }
    if (!cell.isBlank() && !cell.isNone()) {
      sink.note(
          Severity.WARNING,
          cell.place(),
          CleanText.quote(cell.text())
              + " is no kind of server and is left out; write virtual-machine, bare-metal or "
              + "container-host");
    }
    return Given.nothing();
  }
}
