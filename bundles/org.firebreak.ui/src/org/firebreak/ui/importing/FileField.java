package org.firebreak.ui.importing;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Text;
import org.firebreak.imports.Importers;
import org.firebreak.imports.spi.ImportFormat;
import org.firebreak.imports.spi.ImportFormat.Content;

/** A file to import and its format: two rows of three columns. */
final class FileField {
  private final String label;
  private final List<ImportFormat> formats;
  private final Text text;
  private final FileRow row;

  FileField(Composite area, String label, Content content, Runnable changed) {
    this.label = label;
    this.formats = Importers.all(content);
    row =
        new FileRow(
            area,
            label,
            "Recognise the format",
            formats.stream().map(each -> each.title()).toList(),
            this::browse,
            changed);
    text = row.text();
  }

  /** Writes a file into the field; {@code null} leaves it as it is. */
  void name(Path file) {
    if (file != null) {
      text.setText(file.toString());
    }
  }

  String label() {
    return label;
  }

  String text() {
    return text.getText().strip();
  }

  boolean isEmpty() {
    return text().isEmpty();
  }

  /** Identifier of the chosen format; {@code null} to recognise it. */
  String format() {
    return row.format() < 0 ? null : formats.get(row.format()).id();
  }

  private void browse() {
    FileDialog dialog = new FileDialog(text.getShell(), SWT.OPEN);
    dialog.setText(label);
    String endings =
        formats.stream()
            .flatMap(each -> each.extensions().stream())
            .distinct()
            .flatMap(ending -> Stream.of("*." + ending, "*." + ending.toUpperCase(Locale.ROOT)))
            .collect(Collectors.joining(";"));
    dialog.setFilterNames(new String[] {label, "All files"});
    dialog.setFilterExtensions(new String[] {endings, "*"});
    String chosen = dialog.open();
    if (chosen != null) {
      text.setText(chosen);
    }
  }
}
