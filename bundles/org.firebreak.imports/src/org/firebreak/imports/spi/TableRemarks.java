package org.firebreak.imports.spi;

import java.util.stream.Collectors;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.imports.table.Table;

/** Remarks that all formats make about their tables. */
public final class TableRemarks {
  private TableRemarks() {}

  /** Notes the columns that mean nothing to the format. */
  public static void unusedHeaders(Table table, FactSink sink) {
    if (!table.unusedHeaders().isEmpty()) {
      sink.note(
          Severity.INFO,
          table.place(),
          table.unusedHeaders().stream()
              .map(CleanText::quote)
              .collect(Collectors.joining(", ", "columns that are not used: ", "")));
    }
  }
}
