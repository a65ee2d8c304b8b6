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
    for (Table.Repeated repeated : table.repeatedHeaders()) {
      sink.note(
          Severity.INFO,
          table.place(),
          "the "
              + ordinal(repeated.number())
              + " column "
              + CleanText.quote(repeated.header())
              + " is not used");
    }
    if (!table.unusedHeaders().isEmpty()) {
      sink.note(
          Severity.INFO,
          table.place(),
          table.unusedHeaders().stream()
              .map(CleanText::quote)
              .collect(Collectors.joining(", ", "columns that are not used: ", "")));
    }
  }

  private static String ordinal(int number) {
    return switch (number) {
      case 2 -> "second";
      case 3 -> "third";
      default -> number + "th";
    };
  }
}
