package org.firebreak.ui.preview;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.firebreak.exports.compare.RuleLines;
import org.firebreak.exports.stored.BundleManifest.FileEntry;
import org.firebreak.exports.stored.BundleManifest.RuleEntry;

/**
 * What is shown of a file.
 *
 * @param text the file, or the lines with which it begins
 * @param cut whether there is more of it
 */
record ShownFile(FileEntry entry, String text, boolean cut, RuleLines rules) {
  /** Longer files are cut: nobody reads them here. */
  static final int MOST = 2_000_000;

  static ShownFile read(Path file, FileEntry entry) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST + 1);
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    boolean cut = bytes.length > MOST;
    int lines = text.lastIndexOf('\n') + 1;
    if (cut && lines > 0) {
      text = text.substring(0, lines);
    }
    return new ShownFile(entry, text, cut, RuleLines.of(entry, List.of(text.split("\n", -1))));
  }

  /** The rule that a line writes; {@code null} for none. */
  RuleEntry rule(int line) {
    return rules.at(line);
  }
}
