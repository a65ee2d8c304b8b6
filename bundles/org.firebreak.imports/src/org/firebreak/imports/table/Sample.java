package org.firebreak.imports.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.firebreak.imports.input.FileKind;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputFile;

/**
 * What the beginning of a file looks like, by which formats recognise their own.
 *
 * @param file the file
 * @param heads the first rows with text, by sheet; one nameless sheet for a text file; empty for
 *     JSON
 */
public record Sample(InputFile file, Map<String, List<List<String>>> heads) {

  /**
   * Looks at a file.
   *
   * @param knownHeader headers of all formats, by which the delimiter of a text file is found
   * @throws ImportException if the file is damaged or exceeds a limit
   */
  public static Sample of(InputFile file, Predicate<String> knownHeader) throws ImportException {
    if (file.kind() == FileKind.JSON) {
      return new Sample(file, Map.of());
    }
    Map<String, List<List<String>>> heads = new LinkedHashMap<>();
    try (Sheets sheets = Sheets.open(file, knownHeader)) {
      for (String name : sheets.names()) {
        try (RowStream rows = sheets.rows(name)) {
          List<List<String>> head = new ArrayList<>();
          Table.head(rows, head);
          heads.put(name, head);
        }
      }
    } catch (ImportException e) {
      throw e;
    } catch (IOException e) {
      throw InputFile.unreadable(file.place(), e);
    }
    return new Sample(file, heads);
  }

  /** Whether some row of some sheet has all the columns that the vocabulary requires. */
  public boolean hasHeaderOf(Vocabulary vocabulary) {
    return heads.values().stream()
        .flatMap(List::stream)
        .anyMatch(row -> vocabulary.match(row).isComplete());
  }
}
