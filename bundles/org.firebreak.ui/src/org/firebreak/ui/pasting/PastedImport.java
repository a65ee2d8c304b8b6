package org.firebreak.ui.pasting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.progress.Progress;
import org.firebreak.diagram.commands.ContainmentEdits;
import org.firebreak.imports.ImportReport;
import org.firebreak.imports.ImportRequest;
import org.firebreak.imports.Importer;
import org.firebreak.imports.input.InputLimits;
import org.firebreak.model.Design;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Server;

/** Brings pasted rows into a design through the importers, which read files. */
final class PastedImport {
  private static final String FILE = "rows.tsv";

  private final Set<NamedElement> made = new LinkedHashSet<>();
  private ImportReport report;

  /**
   * Imports the rows. To be called inside an edit, which is taken back if it fails.
   *
   * @param container zone or group that receives servers of which the rows do not say where they
   *     belong; else the design
   * @throws UncheckedIOException if the rows cannot be read as a table; the message says why
   */
  void run(ModelEdit edit, PastedRows rows, Element container) {
    Design design = edit.design();
    Set<EObject> before = new HashSet<>();
    design.eAllContents().forEachRemaining(before::add);
    try {
      report = imported(edit, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (TreeIterator<EObject> all = design.eAllContents(); all.hasNext(); ) {
      if (all.next() instanceof NamedElement element && !before.contains(element)) {
        made.add(element);
        // They were pasted by hand: no later import is to miss them.
        element.setOrigin(null);
      }
    }
    for (NamedElement element : made) {
      boolean homeless = element instanceof Server && element.eContainer() == design;
      if (homeless && ContainmentEdits.holds(container, (Server) element)) {
        ContainmentEdits.put((Server) element, container);
      }
    }
  }

  private static ImportReport imported(ModelEdit edit, PastedRows rows) throws IOException {
    Path folder = Files.createTempDirectory("firebreak");
    Path file = folder.resolve(FILE);
    boolean servers = rows.kind() == PastedRows.Kind.SERVERS;
    try {
      Files.writeString(file, rows.text());
      return Importer.run(
          edit,
          new ImportRequest(
              servers ? file : null,
              servers ? null : file,
              servers ? "inventory-table" : null,
              servers ? null : "port-matrix",
              null,
              false,
              null,
              Map.of(),
              InputLimits.DEFAULT),
          Progress.NONE);
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  ImportReport report() {
    return report;
  }

  /** New zones, groups, servers and flows. */
  List<Element> made() {
    return made.stream()
        .filter(element -> element instanceof Endpoint || element instanceof Flow)
        .map(Element.class::cast)
        .toList();
  }
}
