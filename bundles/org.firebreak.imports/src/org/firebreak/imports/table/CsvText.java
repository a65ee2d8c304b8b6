package org.firebreak.imports.table;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputFile;

/** Text files as characters: UTF-8, or UTF-16 with a byte order mark; never guessed. */
final class CsvText {

  private CsvText() {}

  /** Opens a file behind its byte order mark. Malformed bytes give an exception while reading. */
  static Reader open(InputFile file) throws ImportException {
    try {
      return reader(new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16));
    } catch (IOException e) {
      throw InputFile.unreadable(file.place(), e);
    }
  }

  private static Reader reader(InputStream in) throws IOException {
    in.mark(3);
    byte[] mark = in.readNBytes(3);
    Charset charset = StandardCharsets.UTF_8;
    int skipped = 0;
    if (is(mark, 0xEF, 0xBB, 0xBF)) {
      skipped = 3;
    } else if (is(mark, 0xFE, 0xFF)) {
      charset = StandardCharsets.UTF_16BE;
      skipped = 2;
    } else if (is(mark, 0xFF, 0xFE)) {
      charset = StandardCharsets.UTF_16LE;
      skipped = 2;
    }
    in.reset();
    in.skipNBytes(skipped);
    return new InputStreamReader(in, strict(charset));
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private static boolean is(byte[] start, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (start.length <= i || (start[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * What the user is told when reading fails.
   *
   * @param line line after which it failed, in case it is not the encoding
   */
  static ImportException failure(InputFile file, long line, IOException cause) {
    if (cause instanceof ImportException told) {
      return told;
    }
    if (cause instanceof CharacterCodingException) {
      return new ImportException(
          file.place().atRow(malformedLine(file)),
          "the text is not UTF-8",
          "save the file as CSV UTF-8, or as Unicode text (UTF-16) with a byte order mark",
          cause);
    }
    return new ImportException(
        file.place().atRow((int) line),
        "the line cannot be read as separated values (" + cause.getMessage() + ")",
        "close every double quote, and write a quote inside a quoted text twice",
        cause);
  }

  /** The decoder does not tell where it failed, so the characters up to there are read again. */
  private static int malformedLine(InputFile file) {
    int line = 1;
    // One byte at a time keeps the reader from buffering beyond the malformed place.
    try (Reader reader =
        reader(new SingleBytes(new BufferedInputStream(Files.newInputStream(file.path()))))) {
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        line += c == '\n' ? 1 : 0;
      }
    } catch (IOException e) {
      return line;
    }
    return line;
  }

  /** Hands out one byte a call. */
  private static final class SingleBytes extends FilterInputStream {
    SingleBytes(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      return in.read(bytes, from, Math.min(1, length));
    }
  }
}
