package org.firebreak.ui.exporting;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Text;

/** A field for something that exists, a folder or a file, such as a bundle; it may stay empty. */
public final class BundleField {
  private final String message;
  private final String filter;
  private Text text;

  /**
   * @param message what the empty field says
   * @param filter which files are offered, for instance {@code *.zip}
   */
  public BundleField(String message, String filter) {
    this.message = message;
    this.filter = filter;
  }

  /** Makes the field and its buttons, two cells of a grid. */
  public void create(Composite area, Runnable changed) {
    text = new Text(area, SWT.BORDER | SWT.SINGLE);
    text.setMessage(message);
    text.addListener(SWT.Modify, event -> changed.run());
    GridDataFactory.fillDefaults()
        .align(SWT.FILL, SWT.CENTER)
        .grab(true, false)
        .hint(320, SWT.DEFAULT)
        .applyTo(text);
    Composite buttons = new Composite(area, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).applyTo(buttons);
    button(buttons, "Folder…", this::chooseFolder);
    button(buttons, "File…", this::chooseFile);
  }

  private static void button(Composite buttons, String title, Runnable chosen) {
    Button button = new Button(buttons, SWT.PUSH);
    button.setText(title);
    button.addListener(SWT.Selection, event -> chosen.run());
  }

  /** The bundle; {@code null} if the field is empty. */
  public Path path() {
    return text.getText().isBlank() ? null : Path.of(text.getText().strip());
  }

  /** What is wrong with it; {@code null} if nothing is. */
  public String problem() {
    try {
      return path() == null || Files.exists(path())
          ? null
          : "There is no such file or folder: " + path();
    } catch (InvalidPathException e) {
      return "Not a path: " + e.getMessage();
    }
  }

  private void chooseFolder() {
    take(new DirectoryDialog(text.getShell(), SWT.OPEN).open());
  }

  private void chooseFile() {
    FileDialog dialog = new FileDialog(text.getShell(), SWT.OPEN);
    dialog.setFilterExtensions(new String[] {filter});
    take(dialog.open());
  }

  private void take(String chosen) {
    if (chosen != null) {
      text.setText(chosen);
    }
  }
}
