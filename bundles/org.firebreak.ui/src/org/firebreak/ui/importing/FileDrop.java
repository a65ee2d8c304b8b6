package org.firebreak.ui.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.imports.Importers;
import org.firebreak.imports.input.ImportException;
import org.firebreak.imports.input.InputFile;
import org.firebreak.imports.input.InputLimits;
import org.firebreak.imports.policy.PolicyBase;
import org.firebreak.imports.spi.ImportFormat;
import org.firebreak.imports.spi.ImportFormat.Content;
import org.firebreak.imports.table.Sample;
import org.firebreak.ui.files.DesignFiles;
import org.firebreak.ui.jobs.BackgroundTask;

/** Files dropped on the window: designs are opened, tables start the import wizard. */
public final class FileDrop extends DropTargetAdapter {
  private record Tables(Path inventory, Path flows, List<Path> policy) {}

  private final IWorkbenchWindow window;

  private FileDrop(IWorkbenchWindow window) {
    this.window = window;
  }

  /** The control, and what is in it and takes no drops itself, takes files. */
  public static void on(Control control, IWorkbenchWindow window) {
    DropTarget target =
        new DropTarget(control, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT);
    target.setTransfer(FileTransfer.getInstance());
    target.addDropListener(new FileDrop(window));
  }

  @Override
  public void dragEnter(DropTargetEvent event) {
    // Never a move: the file stays where it is.
    event.detail = (event.operations & DND.DROP_COPY) != 0 ? DND.DROP_COPY : DND.DROP_LINK;
  }

  @Override
  public void dragOperationChanged(DropTargetEvent event) {
    dragEnter(event);
  }

  @Override
  public void drop(DropTargetEvent event) {
    if (event.data instanceof String[] names) {
      List<Path> files = Stream.of(names).map(Path::of).toList();
      // The other program waits until this returns, and a dialog may open.
      window.getShell().getDisplay().asyncExec(() -> take(files));
    }
  }

  private void take(List<Path> files) {
    List<Path> tables = new ArrayList<>();
    for (Path file : files) {
      if (file.toString().endsWith(DesignFiles.ENDING)) {
        DesignFiles.open(window, file);
      } else if (Files.isRegularFile(file)) {
        tables.add(file);
      }
    }
    if (!tables.isEmpty()) {
      BackgroundTask.start(
          window,
          "Looking at " + tables.get(0).getFileName(),
          progress -> recognise(tables),
          found -> ImportWizard.open(window, found.inventory(), found.flows(), found.policy()));
    }
  }

  /**
   * Of several tables, one inventory, one port matrix and one rule base can be imported at once.
   */
  private static Tables recognise(List<Path> files) throws IOException {
    Path inventory = null;
    Path flows = null;
    List<Path> policy = new ArrayList<>();
    for (Path file : files) {
      if (PolicyBase.recognises(file, InputLimits.DEFAULT)) {
        policy.add(file);
      } else if (content(file) == Content.FLOWS) {
        flows = flows == null ? file : flows;
      } else {
        inventory = inventory == null ? file : inventory;
      }
    }
    return new Tables(inventory, flows, policy);
  }

  /** What a table tells, by its headers; its name decides if they say nothing. */
  private static Content content(Path file) throws ImportException {
    InputFile input = InputFile.of(file, InputLimits.DEFAULT);
    Predicate<String> known =
        header -> Importers.all().stream().anyMatch(format -> format.knowsHeader(header));
    Sample sample = Sample.of(input, known);
    for (Content content : List.of(Content.FLOWS, Content.INVENTORY)) {
      for (ImportFormat format : Importers.all(content)) {
        if (format.recognises(sample)) {
          return content;
        }
      }
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.contains("flow") || name.contains("port") || name.contains("matrix")
        ? Content.FLOWS
        : Content.INVENTORY;
  }
}
