package org.firebreak.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.io.OutputFile;
import org.firebreak.cli.sizing.CatalogueJson;
import org.firebreak.cli.sizing.CatalogueText;
import org.firebreak.core.sizing.Appliance;
import org.firebreak.core.sizing.ApplianceCatalogue;
import org.firebreak.core.sizing.ApplianceQuery;
import org.firebreak.imports.appliances.ApplianceFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firebreak catalogue}. */
@Command(
    name = "catalogue",
    description = {
      "Lists appliances that sizing chooses from, with the sources of their figures.",
      "",
      "An empty figure is unknown, not zero. Figures compare within one vendor's method only.",
      "A table firebreak-appliances.csv beside a design adds entries of its project; --format csv",
      "prints one to start from."
    },
    footer = {
      "Examples:",
      "  firebreak catalogue 3410",
      "  firebreak catalogue --vendor Fortinet --form physical",
      "  firebreak catalogue --design shop.firebreak --json",
      "  firebreak catalogue PA-5440 --format csv -o firebreak-appliances.csv"
    })
final class CatalogueCommand implements Callable<Integer> {
  /** How entries are written. */
  enum Format {
    TEXT,
    CSV,
    JSON
  }

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "QUERY",
      description = "Words that must occur in vendor, model, remark, source or ports.")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--vendor",
      paramLabel = "VENDOR",
      description = "Only appliances of this vendor; may be repeated.")
  private List<String> vendors = new ArrayList<>();

  @Option(
      names = "--form",
      paramLabel = "FORM",
      description =
          "Only this form: physical, chassis, virtual, host-based, smart-nic; may be repeated.")
  private List<String> forms = new ArrayList<>();

  @Option(names = "--current", description = "Leave out what is not sold any more.")
  private boolean current;

  @Option(
      names = "--design",
      paramLabel = "DESIGN",
      description = "With the entries of the project of this design.")
  private Path design;

  @Option(
      names = "--own",
      paramLabel = "FILE",
      description = "With the entries of this table; it is checked.")
  private Path own;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default), csv or json.")
  private Format format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where a CSV table goes (default: standard output).")
  private Path output;

  CatalogueCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Format chosen = format();
    ApplianceQuery query =
        new ApplianceQuery(
            String.join(" ", words), new LinkedHashSet<>(vendors), forms(), Set.of(), current);
    ApplianceCatalogue catalogue = catalogue();
    for (String vendor : vendors) {
      if (catalogue.vendors().stream().noneMatch(vendor::equalsIgnoreCase)) {
        throw usage(
            "no vendor '" + vendor + "'; there are " + String.join(", ", catalogue.vendors()));
      }
    }
    List<Appliance> found = catalogue.search(query);
    switch (chosen) {
      case TEXT -> CatalogueText.lines(found).forEach(console::result);
      case JSON -> CatalogueJson.write(console.out(), found);
      case CSV -> csv(found);
    }
    if (chosen == Format.TEXT && found.isEmpty()) {
      console.say("no appliance matches");
    }
    return ExitCode.DONE;
  }

  private void csv(List<Appliance> found) throws IOException {
    String text = ApplianceCatalogue.csv(found);
    if (output == null) {
      console.out().print(text);
    } else {
      OutputFile.write(output, text.getBytes(StandardCharsets.UTF_8));
      console.say("wrote " + output);
    }
  }

  private Format format() {
    if (console.isJson() && format != null && format != Format.JSON) {
      throw usage("--json and --format exclude each other");
    }
    Format chosen = console.isJson() ? Format.JSON : format == null ? Format.TEXT : format;
    if (output != null && chosen != Format.CSV) {
      throw usage("-o writes CSV; add --format csv");
    }
    return chosen;
  }

  private Set<Appliance.Form> forms() {
    Set<Appliance.Form> chosen = EnumSet.noneOf(Appliance.Form.class);
    for (String form : forms) {
      chosen.add(
          CatalogueText.form(form)
              .orElseThrow(
                  () ->
                      usage(
                          "no form '"
                              + form
                              + "'; there are physical, chassis, virtual, host-based, smart-nic")));
    }
    return chosen;
  }

  private ApplianceCatalogue catalogue() throws IOException {
    if (own != null && design != null) {
      throw usage("--own and --design exclude each other");
    }
    if (own != null) {
      return ApplianceFiles.read(own);
    }
    if (design != null && !Files.exists(design)) {
      throw new NoSuchFileException(design.toString());
    }
    return ApplianceFiles.of(design);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
