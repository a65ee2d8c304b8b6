package org.firebreak.imports.spi;

import java.util.List;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputFile;
import org.firebreak.imports.table.Sample;

/**
 * A format that can be imported. A new one is a class that implements this and a line in {@code
 * Importers}. Formats have no state.
 */
public interface ImportFormat {
  /** What a file of the format tells. */
  enum Content {
    INVENTORY,
    FLOWS
  }

  /** Stable identifier for command lines and scripts: lower case, words joined by dashes. */
  String id();

  /** Name for people. */
  String title();

  /** What its files tell. */
  Content content();

  /** Usual file name extensions, without dot, lower case; the content decides, not the name. */
  List<String> extensions();

  /** What the user can set. */
  default List<ImportOption> options() {
    return List.of();
  }

  /** Whether a header of a table means something to the format. */
  default boolean knowsHeader(String header) {
    return false;
  }

  /**
   * Whether the file, by its beginning, is of this format. The first format to say yes reads it.
   */
  boolean recognises(Sample sample);

  /**
   * Reads the file from beginning to end and hands over what it states. What cannot be understood
   * is rejected row by row through the sink.
   *
   * @throws ImportException if the file cannot be read as a whole
   */
  void read(InputFile file, ImportSettings settings, FactSink sink) throws ImportException;
}
