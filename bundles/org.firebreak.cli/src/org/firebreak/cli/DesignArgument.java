package org.firebreak.cli;

import java.nio.file.Path;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;
import org.firebreak.model.io.DesignFileException;
import picocli.CommandLine.Parameters;

/** The design that a command reads. */
final class DesignArgument {
  private static final String STANDARD_INPUT = "-";

  @Parameters(
      index = "0",
      paramLabel = "DESIGN",
      description = "Design file (*.firebreak); - reads it from standard input.")
  private String file;

  Design load() throws DesignFileException {
    return file.equals(STANDARD_INPUT)
        ? DesignFile.read(System.in, "standard input")
        : DesignFile.load(Path.of(file));
  }

  /** The file as the user wrote it. */
  String name() {
    return file;
  }
}
