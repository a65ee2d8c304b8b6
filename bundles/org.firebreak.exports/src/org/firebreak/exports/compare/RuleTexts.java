package org.firebreak.exports.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.firebreak.exports.stored.BundleManifest.FileEntry;
import org.firebreak.exports.stored.BundleManifest.RuleEntry;
import org.firebreak.exports.stored.StoredBundle;

/** The lines of a file by the rule that they write, and those that belong to no rule. */
final class RuleTexts {
  static final RuleTexts NONE = new RuleTexts();

  /** A line that only ends what others began. */
  private static final Pattern CLOSING = Pattern.compile("[\\s})\\],;]*");

  private final Map<String, StringBuilder> texts = new HashMap<>();
  private final OtherLines others = new OtherLines();

  private RuleTexts() {}

  static BufferedReader reader(StoredBundle bundle, FileEntry file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(bundle.open(file.path()), StandardCharsets.UTF_8));
  }

  static RuleTexts read(StoredBundle bundle, FileEntry file) throws IOException {
    List<String> lines;
    try (BufferedReader reader = reader(bundle, file)) {
      lines = reader.lines().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    boolean nested = RuleLines.isNested(file.path());
    Remarks remarks = Remarks.of(file.path());
    Blocks blocks = new Blocks(lines);
    String[] owners = new RuleOwners(file.rules()).of(lines, blocks, remarks, nested);
    RuleTexts texts = new RuleTexts();
    for (int i = 0; i < owners.length; i++) {
      String line = lines.get(i);
      if (line.isBlank() || remarks.isRemark(line)) {
        continue;
      }
      if (owners[i] == null && !CLOSING.matcher(line).matches()) {
        texts.others.add(blocks.context(i), withoutComma(line.strip()));
      } else if (owners[i] != null) {
        texts.add(owners[i], nested ? line.stripTrailing() : line.strip());
      }
    }
    return texts;
  }

  /** A separator says only whether more follows. */
  private static String withoutComma(String line) {
    return line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
  }

  private void add(String rule, String line) {
    StringBuilder text = texts.computeIfAbsent(rule, key -> new StringBuilder());
    text.append(text.isEmpty() ? "" : "\n").append(line);
  }

  /** The lines of a rule without common indentation and last separator; may be empty. */
  String of(RuleEntry rule) {
    StringBuilder text = texts.get(rule.name());
    return text == null ? "" : withoutComma(text.toString().stripIndent());
  }

  OtherLines others() {
    return others;
  }
}
