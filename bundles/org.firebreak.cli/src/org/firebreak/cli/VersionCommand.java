package org.firebreak.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.io.Json;
import picocli.CommandLine.Command;

/** {@code firebreak version}. */
@Command(name = "version", description = "Prints the version of Firebreak and of Java.")
final class VersionCommand implements Callable<Integer> {
  private final Console console;

  VersionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (console.isJson()) {
      Json.object(
          console.out(),
          "version",
          json -> {
            json.writeStringField("version", Version.current());
            json.writeStringField("java", System.getProperty("java.version"));
          });
    } else {
      for (String line : new Version().getVersion()) {
        console.result(line);
      }
    }
    return ExitCode.DONE;
  }
}
