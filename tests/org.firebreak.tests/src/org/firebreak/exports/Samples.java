package org.firebreak.exports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.progress.Progress;
import org.firebreak.imports.ImportRequest;
import org.firebreak.imports.Importer;
import org.firebreak.model.Design;
import org.firebreak.model.Element;
import org.firebreak.model.Service;
import org.firebreak.model.Severity;
import org.firebreak.model.Tripwire;
import org.firebreak.model.io.NewElements;
import org.firebreak.model.library.ServiceLibrary;

/** The shipped samples as designs, imported from their inventories and port matrices. */
public final class Samples {
  private Samples() {}

  /** Root folder of the project. */
  public static Path root() {
    return Path.of(System.getProperty("firebreak.root", ".")).toAbsolutePath().normalize();
  }

  /** Names of the samples. */
  public static List<String> names() throws IOException {
    try (Stream<Path> folders = Files.list(root().resolve("samples"))) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("flows.csv")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /** A sample with a tripwire on SSH, RDP and Telnet; its ids are the same each time. */
  public static Design load(String name) throws IOException {
    Path folder = root().resolve("samples").resolve(name);
    ModelEdit edit = new ModelEdit(NewElements.design(name));
    Importer.run(
        edit,
        ImportRequest.of(folder.resolve("inventory.csv"), folder.resolve("flows.csv")),
        Progress.NONE);
    edit.run("Add tripwire", () -> addTripwire(edit.design()));
    edit.run("Number elements", () -> number(edit.design()));
    return edit.design();
  }

  private static void addTripwire(Design design) {
    Tripwire tripwire = NewElements.tripwire("Administration");
    tripwire.setSeverity(Severity.HIGH);
    tripwire.setNotify(List.of("security@example.com"));
    for (String name : List.of("ssh", "rdp", "telnet")) {
      Service service =
          design.getServices().stream()
              .filter(known -> name.equalsIgnoreCase(known.getName()))
              .findFirst()
              .orElseGet(
                  () -> {
                    Service added =
                        ServiceLibrary.wellKnown().byName(name).orElseThrow().toService();
                    design.getServices().add(added);
                    return added;
                  });
      tripwire.getServices().add(service);
    }
    design.getTripwires().add(tripwire);
  }

  private static void number(Design design) {
    int number = 1;
    design.setId(id(number));
    for (TreeIterator<EObject> all = design.eAllContents(); all.hasNext(); ) {
      if (all.next() instanceof Element element) {
        element.setId(id(++number));
      }
    }
  }

  private static String id(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }
}
