package org.firebreak.ui.importing;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Text;
import org.firebreak.rulebase.RuleBaseReader;
import org.firebreak.rulebase.readers.RuleBaseReaders;

/** The files of an existing rule base and its platform: two rows of three columns. */
final class PolicyField {
  private static final String LABEL = "Rule base";
  private static final String SEPARATOR = "; ";

  private final List<RuleBaseReader> readers = RuleBaseReaders.all();
  private final Text text;
  private final FileRow row;

  PolicyField(Composite area, Runnable changed) {
    row =
        new FileRow(
            area,
            LABEL,
            "Recognise the platform",
            readers.stream().map(each -> each.title()).toList(),
            this::browse,
            changed);
    text = row.text();
    text.setToolTipText(
        "What a firewall enforces today. Several files of it are separated by semicolons.");
  }

  /** Writes files into the field; none leaves it as it is. */
  void name(List<Path> files) {
    if (!files.isEmpty()) {
      text.setText(files.stream().map(Path::toString).collect(Collectors.joining(SEPARATOR)));
    }
  }

  boolean isEmpty() {
    return names().isEmpty();
  }

  /** The files; none if one of the names cannot be that of a file. */
  List<Path> files() {
    List<Path> files = new ArrayList<>();
    try {
      names().forEach(name -> files.add(Path.of(name)));
    } catch (InvalidPathException e) {
      // Reported as a file that is not there.
      return List.of();
    }
    return files;
  }

  /** Identifier of the chosen platform; {@code null} to recognise it. */
  String format() {
    return row.format() < 0 ? null : readers.get(row.format()).id();
  }

  /** What is wrong with the names; {@code null} if nothing is. */
  String problem() {
    List<Path> files = files();
    if (files.isEmpty() && !isEmpty()) {
      return LABEL + ": there is no file " + text.getText().strip();
    }
    for (Path file : files) {
      if (!Files.exists(file)) {
        return LABEL + ": there is no file " + file;
      }
      if (!Files.isReadable(file)) {
        return LABEL + ": " + file + " cannot be read";
      }
    }
    return null;
  }

  private List<String> names() {
    return Stream.of(text.getText().split(";"))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private void browse() {
    FileDialog dialog = new FileDialog(text.getShell(), SWT.OPEN | SWT.MULTI);
    dialog.setText(LABEL);
    if (dialog.open() != null) {
      Path folder = Path.of(dialog.getFilterPath());
      name(Stream.of(dialog.getFileNames()).map(folder::resolve).toList());
    }
  }
}
