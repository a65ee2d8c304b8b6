package org.firebreak.imports.estimate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.sizing.Provenance;
import org.firebreak.core.sizing.estimate.EstimatedFigure;
import org.firebreak.core.sizing.estimate.FlowEstimates;
import org.firebreak.core.sizing.estimate.FlowNames;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputFile;
import org.firebreak.imports.input.InputLimits;
import org.firebreak.imports.table.RowProblem;
import org.firebreak.imports.table.Table;
import org.firebreak.imports.table.TableRow;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;

/** Brings a table of estimates, CSV or XLSX, into the flows of a design as one undoable step. */
public final class EstimateImport {
  private final FlowNames names;
  private final Map<Flow, EstimateRow> wanted = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private int rows;

  private EstimateImport(Design design) {
    names = new FlowNames(design);
  }

  /**
   * Reads a table and sets the figures that it states; the others stay. Rows that cannot be taken
   * are reported, the rest counts.
   *
   * @param edit edit of the design
   * @param file table with a column flow
   * @param progress told of rows, and asked whether to stop
   * @return what became of it
   * @throws ImportException if the file cannot be read; the design is unchanged
   * @throws org.firebreak.core.progress.CancelledException if the user asked to stop; the design is
   *     unchanged
   */
  public static EstimateReport run(ModelEdit edit, Path file, Progress progress)
      throws ImportException {
    EstimateImport reading = new EstimateImport(edit.design());
    InputFile input = InputFile.of(file, InputLimits.DEFAULT);
    progress.begin("Reading " + input.name(), 0);
    reading.read(input, progress);
    return reading.apply(edit, input.name());
  }

  private void read(InputFile file, Progress progress) throws ImportException {
    try (Table table = Table.open(file, EstimateColumns.VOCABULARY, null)) {
      if (!table.unusedHeaders().isEmpty()) {
        remarks.add(
            table.place()
                + ": "
                + table.unusedHeaders().stream()
                    .map(CleanText::quote)
                    .collect(Collectors.joining(", ", "columns that are not used: ", "")));
      }
      for (TableRow row = table.next(); row != null; row = table.next()) {
        rows++;
        progress.worked(1);
        try {
          EstimateRow estimate = EstimateRow.of(row, file.name());
          if (wanted.put(flow(row, estimate.flow()), estimate) != null) {
            throw new RowProblem(
                row.place(),
                CleanText.quote(estimate.flow())
                    + " is there twice; the last row counts, remove one");
          }
        } catch (RowProblem problem) {
          problems.add(problem.place() + ": " + problem.getMessage());
        }
      }
    }
  }

  private Flow flow(TableRow row, String name) throws RowProblem {
    List<Flow> found = names.find(name);
    if (found.size() == 1) {
      return found.get(0);
    }
    throw row.cell(EstimateColumns.FLOW)
        .problem(
            found.isEmpty()
                ? "the design has no flow "
                    + CleanText.quote(name)
                    + "; write its name, source → destination, or its id"
                : found.size()
                    + " flows are called "
                    + CleanText.quote(name)
                    + "; write the id of one");
  }

  private EstimateReport apply(ModelEdit edit, String file) {
    Map<Flow, EstimateRow> changes = new LinkedHashMap<>();
    wanted.forEach(
        (flow, row) -> {
          if (differs(flow, row)) {
            changes.put(flow, row);
          }
        });
    if (!changes.isEmpty()) {
      edit.run(
          "Import estimates of " + file,
          () ->
              changes.forEach(
                  (flow, row) -> {
                    FlowEstimates.set(flow, row.figures());
                    if (row.inspection() != null) {
                      flow.setInspection(row.inspection());
                    }
                  }));
    }
    return new EstimateReport(
        rows, changes.size(), wanted.size() - changes.size(), problems, remarks);
  }

  private static boolean differs(Flow flow, EstimateRow row) {
    Provenance provenance = Provenance.of(flow);
    for (EstimatedFigure each : row.figures()) {
      Object now =
          flow.eIsSet(each.figure().attribute()) ? flow.eGet(each.figure().attribute()) : null;
      boolean same =
          each.value() == null
              ? now == null
              : Objects.equals(now, each.value())
                  && provenance
                      .of(each.figure())
                      .equals(new Provenance.Origin(each.source(), each.confidence()));
      if (!same) {
        return true;
      }
    }
    return row.inspection() != null && row.inspection() != flow.getInspection();
  }
}
