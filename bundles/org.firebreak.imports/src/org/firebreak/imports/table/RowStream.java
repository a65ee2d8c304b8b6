package org.firebreak.imports.table;

import java.io.Closeable;
import org.firebreak.imports.input.ImportException;

/** The rows of one sheet, one after the other. */
interface RowStream extends Closeable {
  /**
   * The next row.
   *
   * @return null after the last row
   * @throws ImportException if the file is damaged or exceeds a limit
   */
  RawRow next() throws ImportException;
}
