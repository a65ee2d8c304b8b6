package org.firebreak.cli.simulate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.firebreak.cli.io.CsvWriter;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.simulate.Answer;
import org.firebreak.core.simulate.Query;
import org.firebreak.core.simulate.QueryException;
import org.firebreak.core.simulate.Simulator;
import org.firebreak.imports.input.InputFile;
import org.firebreak.imports.input.InputLimits;
import org.firebreak.imports.table.Column;
import org.firebreak.imports.table.RowProblem;
import org.firebreak.imports.table.Table;
import org.firebreak.imports.table.TableRow;

/** Answers a table of queries row by row, without holding more than one of them. */
public final class TupleFile {
  /** What a row is called whose query has no answer. */
  public static final String ERROR = "error";

  private static final InputLimits LIMITS =
      new InputLimits(1L << 40, 1L << 32, Integer.MAX_VALUE, 1024, 32_767, 1 << 20);

  private static final List<String> RESULTS =
      List.of("verdict", "flow", "tripwire", "enforced_at", "reason");

  private TupleFile() {}

  /**
   * Answers every row of a table.
   *
   * @param input CSV or XLSX with the columns src, dst, protocol and port, and maybe icmp_type,
   *     icmp_code and tenant
   * @param out takes CSV: the columns of the table, then verdict, flow, tripwire, enforced_at and
   *     reason
   * @param problems is told of each row that has no answer
   * @return how many rows got each verdict
   * @throws IOException if the input is not such a table, or the output cannot be written
   */
  public static Map<String, Long> run(
      Simulator simulator,
      Path input,
      OutputStream out,
      Consumer<String> problems,
      Progress progress)
      throws IOException {
    Map<String, Long> counts = new TreeMap<>();
    CsvWriter csv = new CsvWriter(out);
    progress.begin("Simulating", 0);
    try (Table table = Table.open(InputFile.of(input, LIMITS), TupleColumns.VOCABULARY, null)) {
      List<Column> columns = TupleColumns.in(table);
      csv.row(
          Stream.concat(columns.stream().map(Column::key), RESULTS.stream())
              .toArray(String[]::new));
      for (TableRow row = table.next(); row != null; row = table.next()) {
        String[] cells = new String[columns.size() + RESULTS.size()];
        answer(simulator, row, columns, cells, problems);
        csv.row(cells);
        counts.merge(cells[columns.size()], 1L, Long::sum);
        progress.check();
        progress.worked(1);
      }
    }
    csv.flush();
    return counts;
  }

  private static void answer(
      Simulator simulator,
      TableRow row,
      List<Column> columns,
      String[] cells,
      Consumer<String> problems) {
    int at = columns.size();
    Arrays.fill(cells, "");
    try {
      Query query = TupleColumns.query(row);
      for (int i = 0; i < at; i++) {
        cells[i] = TupleColumns.text(query, columns.get(i));
      }
      Answer answer = simulator.answer(TupleColumns.withIcmpFromPort(query));
      cells[at] = answer.verdictText();
      cells[at + 1] = answer.flowText();
      cells[at + 2] = answer.tripwireText();
      cells[at + 3] = answer.enforcedAtText();
      cells[at + 4] = answer.verdict().reason();
    } catch (QueryException | RowProblem e) {
      cells[at] = ERROR;
      cells[at + 4] = e.getMessage();
      problems.accept(row.place() + ": " + e.getMessage());
    }
  }
}
