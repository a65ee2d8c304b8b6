package org.firebreak.ui.importing;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/**
 * A field for names of files, a button that browses and a choice of formats: two rows of three
 * columns.
 */
final class FileRow {
  private final Text text;
  private final Combo format;

  /**
   * Adds the rows.
   *
   * @param recognise first entry of the formats: the program finds out
   * @param formats the others
   * @param changed told of every change of the names
   */
  FileRow(
      Composite area,
      String label,
      String recognise,
      List<String> formats,
      Runnable browse,
      Runnable changed) {
    new Label(area, SWT.NONE).setText(label);
    text = new Text(area, SWT.BORDER | SWT.SINGLE);
    text.setMessage("none");
    GridDataFactory.fillDefaults()
        .align(SWT.FILL, SWT.CENTER)
        .grab(true, false)
        .hint(360, SWT.DEFAULT)
        .applyTo(text);
    text.addListener(SWT.Modify, event -> changed.run());
    Button button = new Button(area, SWT.PUSH);
    button.setText("Browse…");
    button.addListener(SWT.Selection, event -> browse.run());
    new Label(area, SWT.NONE);
    format = new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY);
    format.add(recognise);
    formats.forEach(format::add);
    format.select(0);
    GridDataFactory.fillDefaults().span(2, 1).align(SWT.BEGINNING, SWT.CENTER).applyTo(format);
  }

  Text text() {
    return text;
  }

  /** Index of the chosen format; -1 to recognise it. */
  int format() {
    return format.getSelectionIndex() <= 0 ? -1 : format.getSelectionIndex() - 1;
  }
}
