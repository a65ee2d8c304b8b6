package org.firebreak.ui.sizing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.firebreak.core.sizing.Appliance;
import org.firebreak.core.sizing.ApplianceCatalogue;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.imports.appliances.ApplianceFiles;
import org.firebreak.model.io.AtomicFile;

/** The table of own appliances beside the design: brought there from a file, and written to one. */
final class OwnAppliances {
  private final DesignDocument document;
  private final Runnable changed;

  /**
   * @param changed runs when the table beside the design is another one
   */
  OwnAppliances(DesignDocument document, Runnable changed) {
    this.document = document;
    this.changed = changed;
  }

  /** A button with a menu. */
  void button(Composite strip, Supplier<List<Appliance>> shown) {
    Button button = new Button(strip, SWT.PUSH);
    button.setText("CSV…");
    button.setToolTipText("Own entries from a file, and what is listed to a file");
    Menu menu = new Menu(button);
    item(menu, "Import Own Entries…", () -> bring(button.getShell()));
    item(menu, "Export Listed Entries…", () -> write(button.getShell(), shown.get()));
    button.addListener(
        SWT.Selection,
        event -> {
          menu.setLocation(button.toDisplay(0, button.getSize().y));
          menu.setVisible(true);
        });
  }

  private static void item(Menu menu, String text, Runnable action) {
    MenuItem item = new MenuItem(menu, SWT.PUSH);
    item.setText(text);
    item.addListener(SWT.Selection, event -> action.run());
  }

  private void bring(Shell shell) {
    if (document.file() == null) {
      MessageDialog.openInformation(
          shell,
          "Own Entries",
          "Save the design first: own entries lie in the file "
              + ApplianceFiles.FILE_NAME
              + " in its folder.");
      return;
    }
    FileDialog dialog = new FileDialog(shell, SWT.OPEN);
    dialog.setText("Import Own Entries");
    dialog.setFilterExtensions(new String[] {"*.csv"});
    String chosen = dialog.open();
    if (chosen == null) {
      return;
    }
    Path target = document.file().toAbsolutePath().resolveSibling(ApplianceFiles.FILE_NAME);
    boolean replaces = Files.exists(target);
    if (replaces
        && !MessageDialog.openQuestion(
            shell, "Own Entries", "Replace the own entries in " + target + "?")) {
      return;
    }
    try {
      ApplianceFiles.read(Path.of(chosen));
      AtomicFile.write(target, Files.readAllBytes(Path.of(chosen)));
      changed.run();
    } catch (IOException e) {
      MessageDialog.openError(shell, "Own Entries", e.getMessage());
    }
  }

  private void write(Shell shell, List<Appliance> entries) {
    FileDialog dialog = new FileDialog(shell, SWT.SAVE);
    dialog.setText("Export Listed Entries");
    dialog.setFilterExtensions(new String[] {"*.csv"});
    dialog.setFileName("appliances.csv");
    dialog.setOverwrite(true);
    String chosen = dialog.open();
    if (chosen == null) {
      return;
    }
    try {
      AtomicFile.write(
          Path.of(chosen), ApplianceCatalogue.csv(entries).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      MessageDialog.openError(shell, "Export Listed Entries", e.getMessage());
    }
  }
}
