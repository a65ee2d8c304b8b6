package org.firebreak.exports.iptables;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.linux.RulesetForm;

/**
 * Rulesets of iptables: a folder of three files each. A set is called after what it holds, so that
 * other members are another set and the rules differ too.
 */
final class IptRulesets implements RulesetForm {
  private static final String REMOVAL = "remove";

  @Override
  public Texts texts() {
    return Texts.ofScript("ipset restore");
  }

  @Override
  public List<String> files(String ruleset) {
    return List.of(ruleset + "/rules.v4", ruleset + "/rules.v6", ruleset + "/sets.ipset");
  }

  @Override
  public Optional<String> ruleset(String path) {
    return path.matches("(central|hosts)/[^/]+/[^/]+")
        ? Optional.of(path.substring(0, path.lastIndexOf('/')))
        : Optional.empty();
  }

  @Override
  public Optional<String> members(List<String> from, List<String> to) {
    return Optional.empty();
  }

  @Override
  public String writeRemoval(ExportSink sink) throws IOException {
    String description = "Ruleset without rules: takes everything away";
    for (Family family : Family.values()) {
      try (ExportFile file = sink.open(REMOVAL + "/rules." + family.suffix, description)) {
        file.write("# No rules.\n*filter\nCOMMIT\n");
      }
    }
    try (ExportFile file = sink.open(REMOVAL + "/sets.ipset", description)) {
      file.write("# No sets.\n");
    }
    return REMOVAL;
  }
}
