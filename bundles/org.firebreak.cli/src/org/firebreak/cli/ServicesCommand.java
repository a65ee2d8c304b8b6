package org.firebreak.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.io.Json;
import org.firebreak.cli.io.TextTable;
import org.firebreak.cli.io.Texts;
import org.firebreak.model.library.ServiceLibrary;
import org.firebreak.model.library.WellKnownService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firebreak services}. */
@Command(
    name = "services",
    description = {
      "Lists the library of well-known services.",
      "",
      "A port matrix may call them by name or alias."
    },
    footer = {
      "Examples:",
      "  firebreak services postgres",
      "  firebreak services --port 8443",
      "  firebreak services --category database --json"
    })
final class ServicesCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "WORD",
      description = "Only services with this word in name, alias or description.")
  private String word;

  @Option(
      names = "--category",
      paramLabel = "CATEGORY",
      description = "Only services of a category, for instance administration or database.")
  private String category;

  @Option(names = "--port", paramLabel = "PORT", description = "Only services that use a port.")
  private Integer port;

  ServicesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    ServiceLibrary library = ServiceLibrary.wellKnown();
    if (category != null && !library.categories().contains(category.toLowerCase(Locale.ROOT))) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no category '"
              + category
              + "'; there are "
              + String.join(", ", library.categories()));
    }
    List<WellKnownService> found = library.all().stream().filter(s -> matches(s, library)).toList();
    if (console.isJson()) {
      Json.object(console.out(), "services", json -> write(json, found));
    } else {
      table(found).lines().forEach(console::result);
      console.say(Texts.count(found.size(), "service"));
    }
    return ExitCode.DONE;
  }

  private boolean matches(WellKnownService service, ServiceLibrary library) {
    return (category == null || service.category().equalsIgnoreCase(category))
        && (port == null || library.byPort(service.protocol(), port).contains(service))
        && (word == null || hasWord(service, word.toLowerCase(Locale.ROOT)));
  }

  private static boolean hasWord(WellKnownService service, String lower) {
    return service.name().contains(lower)
        || service.aliases().stream().anyMatch(alias -> alias.contains(lower))
        || service.description().toLowerCase(Locale.ROOT).contains(lower);
  }

  private static TextTable table(List<WellKnownService> services) {
    TextTable table = new TextTable();
    table.row("NAME", "PROTOCOL", "PORTS", "ENCRYPTION", "CATEGORY", "APPLICATION", "DESCRIPTION");
    for (WellKnownService service : services) {
      table.row(
          service.name(),
          service.protocol().getLiteral(),
          service.icmpType() == null ? service.ports() : "type " + service.icmpType(),
          service.encryption().getLiteral(),
          service.category(),
          service.application() == null ? "-" : service.application(),
          service.description());
    }
    return table;
  }

  private static void write(JsonGenerator json, List<WellKnownService> services)
      throws IOException {
    json.writeArrayFieldStart("services");
    for (WellKnownService service : services) {
      json.writeStartObject();
      json.writeStringField("name", service.name());
      Json.texts(json, "aliases", service.aliases());
      json.writeStringField("protocol", service.protocol().getLiteral());
      json.writeStringField("ports", service.ports());
      number(json, "icmpType", service.icmpType());
      number(json, "icmpCode", service.icmpCode());
      json.writeStringField("encryption", service.encryption().getLiteral());
      json.writeStringField("application", service.application());
      json.writeStringField("category", service.category());
      json.writeStringField("description", service.description());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void number(JsonGenerator json, String field, Integer value) throws IOException {
    if (value == null) {
      json.writeNullField(field);
    } else {
      json.writeNumberField(field, value);
    }
  }
}
