package org.firebreak.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.io.Json;
import org.firebreak.exports.Capability;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.imports.Importers;
import org.firebreak.imports.spi.ImportFormat;
import org.firebreak.imports.spi.ImportOption;
import picocli.CommandLine.Command;

/** {@code firebreak platforms}. */
@Command(
    name = "platforms",
    description = "Lists the platforms of export and the formats of import.",
    footer = {"Examples:", "  firebreak platforms", "  firebreak platforms --json"})
final class PlatformsCommand implements Callable<Integer> {
  private final Console console;

  PlatformsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (console.isJson()) {
      Json.object(console.out(), "platforms", PlatformsCommand::write);
      return ExitCode.DONE;
    }
    console.result("Platforms (export --platform)");
    Exporters.all().forEach(this::print);
    console.result("");
    console.result("Formats (import --inventory-format, --flows-format)");
    Importers.all().forEach(this::print);
    return ExitCode.DONE;
  }

  private void print(Exporter exporter) {
    console.result("");
    console.result("  " + exporter.id() + "  " + exporter.title());
    console.result("    " + exporter.description());
    console.result("    Can express: " + capabilities(exporter));
    for (ExportOption option : exporter.options()) {
      console.result(
          "    --set "
              + exporter.id()
              + "."
              + option.key()
              + "="
              + option.defaultValue()
              + "  ("
              + option.range()
              + ")");
      console.result("        " + option.help());
    }
  }

  private static String capabilities(Exporter exporter) {
    return exporter.capabilities().stream()
        .sorted()
        .map(Capability::title)
        .collect(Collectors.joining(", "));
  }

  private void print(ImportFormat format) {
    console.result("");
    console.result("  " + format.id() + "  " + format.title());
    for (ImportOption option : format.options()) {
      console.result(
          "    --set "
              + option.key()
              + "="
              + option.defaultValue()
              + (option.choices().isEmpty()
                  ? ""
                  : "  (" + String.join(", ", option.choices()) + ")"));
      console.result("        " + option.label());
    }
  }

  private static void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("platforms");
    for (Exporter exporter : Exporters.all()) {
      json.writeStartObject();
      json.writeStringField("id", exporter.id());
      json.writeStringField("title", exporter.title());
      json.writeStringField("description", exporter.description());
      Json.texts(
          json,
          "capabilities",
          exporter.capabilities().stream().sorted().map(Capability::title).toList());
      json.writeArrayFieldStart("options");
      for (ExportOption option : exporter.options()) {
        json.writeStartObject();
        json.writeStringField("key", option.key());
        json.writeStringField("label", option.label());
        json.writeStringField("default", option.defaultValue());
        json.writeStringField("range", option.range());
        json.writeStringField("help", option.help());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("formats");
    for (ImportFormat format : Importers.all()) {
      json.writeStartObject();
      json.writeStringField("id", format.id());
      json.writeStringField("title", format.title());
      Json.texts(json, "options", format.options().stream().map(ImportOption::key).toList());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
