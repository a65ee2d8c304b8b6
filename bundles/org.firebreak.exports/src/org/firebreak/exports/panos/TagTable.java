package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.progress.Progress;
import org.firebreak.rulebase.RuleFiles;

/** Tags by address, as the messages of one folder of a bundle register them. */
record TagTable(Map<String, Set<String>> tags) {
  static final TagTable EMPTY = new TagTable(Map.of());

  /** The tables of a bundle by folder. */
  static Map<String, TagTable> read(RuleFiles files, Progress progress) throws IOException {
    Map<String, TagTable> tables = new LinkedHashMap<>();
    for (String path : files.paths()) {
      progress.check();
      if (path.matches("(.*/)?register-[0-9]+[.]xml")) {
        String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
        TagTable table = tables.computeIfAbsent(folder, key -> new TagTable(new LinkedHashMap<>()));
        RegisteredTags.read(files, path, table.tags());
      }
    }
    return tables;
  }

  Set<String> of(String address) {
    return tags.getOrDefault(address, Set.of());
  }
}
