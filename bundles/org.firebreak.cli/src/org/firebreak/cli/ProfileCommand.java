package org.firebreak.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.io.Json;
import org.firebreak.cli.io.OutputFile;
import org.firebreak.cli.io.Texts;
import org.firebreak.core.validation.ShippedProfile;
import org.firebreak.core.validation.ShippedProfiles;
import org.firebreak.imports.profile.ProfileFiles;
import org.firebreak.imports.profile.ProfileWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firebreak profile}. */
@Command(
    name = "profile",
    description = {
      "Lists the profiles by which validate judges, or shows one as a file.",
      "",
      "A file firebreak-profile.json beside a design is the profile of that design."
    },
    footer = {
      "Examples:",
      "  firebreak profile list",
      "  firebreak profile show strict -o firebreak-profile.json",
      "  firebreak profile show design/firebreak-profile.json"
    })
final class ProfileCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "say list or show");
  }

  /** {@code firebreak profile list}. */
  @Command(
      name = "list",
      description = "Lists the profiles that ship with Firebreak.",
      footer = {"Example:", "  firebreak profile list"})
  static final class ListCommand implements Callable<Integer> {
    private static final int WIDTH = 84;

    private final Console console;

    ListCommand(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      if (console.isJson()) {
        Json.object(
            console.out(),
            "profile",
            json -> {
              json.writeArrayFieldStart("profiles");
              for (ShippedProfile shipped : ShippedProfiles.all()) {
                json.writeStartObject();
                json.writeStringField("name", shipped.profile().name());
                json.writeStringField("title", shipped.title());
                json.writeStringField("description", shipped.description());
                json.writeEndObject();
              }
              json.writeEndArray();
            });
        return ExitCode.DONE;
      }
      for (ShippedProfile shipped : ShippedProfiles.all()) {
        console.result(shipped.profile().name());
        Texts.wrapped(shipped.description(), WIDTH).forEach(line -> console.result("  " + line));
      }
      console.say("firebreak profile show NAME prints one.");
      return ExitCode.DONE;
    }
  }

  /** {@code firebreak profile show}. */
  @Command(
      name = "show",
      description = "Prints the whole of a profile, with what it extends, as a profile file.",
      footer = {"Example:", "  firebreak profile show strict -o firebreak-profile.json"})
  static final class ShowCommand implements Callable<Integer> {
    private final Console console;

    @Spec private CommandSpec spec;

    @Parameters(
        index = "0",
        paramLabel = "PROFILE",
        description = "baseline, strict, pci-dss, or a file.")
    private String name;

    @Option(
        names = {"-o", "--output"},
        paramLabel = "FILE",
        description = "Where the file goes (default: standard output).")
    private Path output;

    ShowCommand(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      String text = text();
      if (output == null) {
        console.out().print(text);
      } else {
        OutputFile.write(output, text.getBytes(StandardCharsets.UTF_8));
        console.say("wrote " + output);
      }
      return ExitCode.DONE;
    }

    private String text() throws IOException {
      Optional<ShippedProfile> shipped = ShippedProfiles.find(name);
      if (shipped.isPresent()) {
        return ProfileWriter.text(shipped.get());
      }
      if (!ProfileFiles.exists(name)) {
        throw ProfileOptions.unknown(name, spec);
      }
      return ProfileWriter.text(ProfileFiles.named(name));
    }
  }
}
