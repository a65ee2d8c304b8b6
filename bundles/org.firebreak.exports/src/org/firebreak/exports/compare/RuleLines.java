package org.firebreak.exports.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.exports.stored.BundleManifest.FileEntry;
import org.firebreak.exports.stored.BundleManifest.RuleEntry;

/** Which rule each line of a file writes. */
public final class RuleLines {
  private static final String NESTED = ".*\\.(json|ya?ml|xml|tf|bicep)";

  private final RuleEntry[] rules;

  private RuleLines(RuleEntry[] rules) {
    this.rules = rules;
  }

  /**
   * Looks for the rules in lines.
   *
   * @param file what the manifest says of the file
   * @param lines the file, or the lines with which it begins
   */
  public static RuleLines of(FileEntry file, List<String> lines) {
    Map<String, RuleEntry> byName = new HashMap<>();
    file.rules().forEach(rule -> byName.put(rule.name(), rule));
    String[] owners =
        new RuleOwners(file.rules())
            .of(lines, new Blocks(lines), Remarks.of(file.path()), isNested(file.path()));
    RuleEntry[] rules = new RuleEntry[owners.length];
    for (int i = 0; i < rules.length; i++) {
      rules[i] = byName.get(owners[i]);
    }
    return new RuleLines(rules);
  }

  /** Whether a file is of a format of nested blocks. */
  static boolean isNested(String path) {
    return path.matches(NESTED);
  }

  /**
   * The rule that a line writes; {@code null} if it belongs to none.
   *
   * @param line number of the line, from 0; beyond the end there is no rule
   */
  public RuleEntry at(int line) {
    return line < 0 || line >= rules.length ? null : rules[line];
  }
}
