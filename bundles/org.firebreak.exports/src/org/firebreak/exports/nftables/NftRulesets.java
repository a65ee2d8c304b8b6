package org.firebreak.exports.nftables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.linux.RulesetForm;

/**
 * Rulesets of nftables: a file each, with sets and maps whose elements stand on lines of their own.
 */
final class NftRulesets implements RulesetForm {
  private static final String REMOVAL = "remove.nft";

  @Override
  public Texts texts() {
    return Texts.ofScript("nft -f");
  }

  @Override
  public List<String> files(String ruleset) {
    return List.of(ruleset);
  }

  @Override
  public Optional<String> ruleset(String path) {
    return path.endsWith(".nft") ? Optional.of(path) : Optional.empty();
  }

  @Override
  public Optional<String> members(List<String> from, List<String> to) {
    Parts older = Parts.of(from);
    Parts newer = Parts.of(to);
    if (!older.rest.equals(newer.rest)
        || !older.elements.keySet().equals(newer.elements.keySet())) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    text.append(
        "#!/usr/sbin/nft -f\n# Changes members of sets of the table inet firebreak, in one");
    text.append(" transaction.\n# Afterwards it is as if the new ruleset had been loaded.\n");
    newer.elements.forEach(
        (set, elements) -> command(text, "delete", set, older.elements.get(set), elements));
    newer.elements.forEach(
        (set, elements) -> command(text, "add", set, elements, older.elements.get(set)));
    return Optional.of(text.toString());
  }

  private static void command(
      StringBuilder text, String verb, String set, Set<String> elements, Set<String> others) {
    Set<String> concerned = new LinkedHashSet<>(elements);
    concerned.removeAll(others);
    if (!concerned.isEmpty()) {
      text.append(verb).append(" element inet firebreak ").append(set).append(" {\n  ");
      text.append(String.join(",\n  ", concerned)).append("\n}\n");
    }
  }

  @Override
  public String writeRemoval(ExportSink sink) throws IOException {
    try (ExportFile file = sink.open(REMOVAL, "Ruleset without rules: takes everything away")) {
      file.write("#!/usr/sbin/nft -f\nadd table inet firebreak\ndelete table inet firebreak\n");
    }
    return REMOVAL;
  }

  /** A ruleset taken apart. */
  private record Parts(List<String> rest, Map<String, Set<String>> elements) {
    static Parts of(List<String> lines) {
      List<String> rest = new ArrayList<>();
      Map<String, Set<String>> elements = new LinkedHashMap<>();
      String set = null;
      Set<String> open = null;
      for (String line : lines) {
        String text = line.strip();
        if (open != null && !text.equals("}")) {
          open.add(text.endsWith(",") ? text.substring(0, text.length() - 1) : text);
          continue;
        }
        open = null;
        rest.add(line);
        if (text.matches("(set|map) \\S+ \\{")) {
          set = text.split(" ")[1];
        } else if (text.equals("elements = {") && set != null) {
          open = elements.computeIfAbsent(set, name -> new LinkedHashSet<>());
        }
      }
      return new Parts(rest, elements);
    }
  }
}
