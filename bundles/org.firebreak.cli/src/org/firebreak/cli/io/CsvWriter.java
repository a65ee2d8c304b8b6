package org.firebreak.cli.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes rows of separated values (RFC 4180, UTF-8, lines ended by LF). A cell that a spreadsheet
 * program would take for a formula gets an apostrophe in front.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
public final class CsvWriter {
  private final Writer writer;

  public CsvWriter(OutputStream out) {
    writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
  }

  /** Writes a row. */
  public void row(String... cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        writer.write(',');
      }
      cell(cells[i]);
    }
    writer.write('\n');
  }

  /** Hands everything on to the stream. */
  public void flush() throws IOException {
    writer.flush();
  }

  private void cell(String text) throws IOException {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    boolean quoted = false;
    for (int i = 0; i < text.length() && !quoted; i++) {
      char c = text.charAt(i);
      quoted = c == ',' || c == '"' || c == '\n' || c == '\r';
    }
    if (!quoted) {
      if (formula) {
        writer.write('\'');
      }
      writer.write(text);
      return;
    }
    writer.write('"');
    if (formula) {
      writer.write('\'');
    }
    writer.write(text.replace("\"", "\"\""));
    writer.write('"');
  }
}
