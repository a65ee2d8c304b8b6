package org.firebreak.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;
import picocli.CommandLine.Parameters;

/** The design that a command reads. */
final class DesignArgument {
  private static final String STANDARD_INPUT = "-";

  /** One more than a design may have, so that the reader refuses it. */
  private static final int MOST_BYTES = (1 << 29) + 1;

  @Parameters(
      index = "0",
      paramLabel = "DESIGN",
      description = "Design file (*.firebreak); - reads it from standard input.")
  private String file;

  private byte[] input;

  /** For commands that do not always need a design. */
  static DesignArgument of(String file) {
    DesignArgument design = new DesignArgument();
    design.file = file;
    return design;
  }

  Design load() throws IOException {
    Path path = path();
    if (path != null) {
      return DesignFile.load(path);
    }
    input = System.in.readNBytes(MOST_BYTES);
    return DesignFile.read(new ByteArrayInputStream(input), "standard input");
  }

  /** The text of the design that was loaded. */
  InputStream text() throws IOException {
    return input == null ? Files.newInputStream(path()) : new ByteArrayInputStream(input);
  }

  /** The file; {@code null} for standard input. */
  Path path() {
    return file.equals(STANDARD_INPUT) ? null : Path.of(file);
  }

  /** The file as the user wrote it. */
  String name() {
    return file;
  }
}
