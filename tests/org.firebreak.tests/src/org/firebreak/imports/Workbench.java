package org.firebreak.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.progress.Progress;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.spi.ImportNote;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Service;
import org.firebreak.model.io.DesignFile;
import org.firebreak.model.io.NewElements;

/** A design and a folder in which tests write the files that they import into it. */
final class Workbench {
  final Design design = NewElements.design("test");
  final ModelEdit edit = new ModelEdit(design);
  private final Path folder;

  Workbench(Path folder) {
    this.folder = folder;
  }

  Path file(String name, String... lines) {
    return bytes(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  Path bytes(String name, byte[] content) {
    try {
      return Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A workbook that the caller fills. */
  Path workbook(String name, Consumer<Workbook> fill) {
    Path path = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(path);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      fill.accept(workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return path;
  }

  /** A file beside the tests. */
  Path resource(String name) {
    try (InputStream in = Workbench.class.getResourceAsStream(name)) {
      return Files.write(folder.resolve(name), in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ImportReport run(ImportRequest request) {
    try {
      return Importer.run(edit, request, Progress.NONE);
    } catch (ImportException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  ImportReport inventory(String... lines) {
    return run(ImportRequest.of(file("hosts.csv", lines), null));
  }

  ImportReport flows(String... lines) {
    return run(ImportRequest.of(null, file("flows.csv", lines)));
  }

  /** Imports again and makes sure that not a byte of the design changes. */
  ImportReport againUnchanged(ImportRequest request) {
    byte[] before = DesignFile.toBytes(design);
    String step = edit.undoLabel();
    ImportReport report = run(request);
    assertThat(report.hasChanges()).isFalse();
    assertThat(DesignFile.toBytes(design)).isEqualTo(before);
    assertThat(edit.undoLabel()).isEqualTo(step);
    return report;
  }

  /** Imports, makes sure that it fails and that not a byte of the design changes. */
  ImportException refused(ImportRequest request) {
    byte[] before = DesignFile.toBytes(design);
    boolean dirty = edit.isDirty();
    try {
      ImportReport report = Importer.run(edit, request, Progress.NONE);
      throw new AssertionError("not refused: " + report);
    } catch (ImportException e) {
      assertThat(DesignFile.toBytes(design)).isEqualTo(before);
      assertThat(edit.isDirty()).isEqualTo(dirty);
      return e;
    }
  }

  <T extends NamedElement> T find(Class<T> type, String name) {
    List<T> found = all(type).stream().filter(e -> name.equals(e.getName())).toList();
    assertThat(found).as(type.getSimpleName() + " " + name).hasSize(1);
    return found.get(0);
  }

  <T> List<T> all(Class<T> type) {
    List<T> found = new ArrayList<>();
    for (var each = design.eAllContents(); each.hasNext(); ) {
      EObject next = each.next();
      if (type.isInstance(next)) {
        found.add(type.cast(next));
      }
    }
    return found;
  }

  /** Flows as {@code web → db: mysql, tcp-9000}. */
  List<String> flowTexts() {
    return design.getFlows().stream().map(Workbench::text).toList();
  }

  static String text(Flow flow) {
    return flow.getSource().getName()
        + " → "
        + flow.getDestination().getName()
        + ": "
        + String.join(", ", flow.getServices().stream().map(Service::getName).toList());
  }

  static List<String> texts(ImportReport report, ImportNote.Severity severity) {
    return report.notes(severity).stream().map(ImportNote::toString).toList();
  }
}
