package org.firebreak.exports.panos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.firebreak.rulebase.RuleFiles;

/**
 * The default rules that permit, by folder, as a roll-out has them before it enforces. What they
 * permit to an address without tags is more than its class may permit, so they must not while
 * addresses are between two classes.
 */
final class UntaggedAddresses {
  private static final String DEFAULTS = " default-security-rules rules ";
  private static final String ALLOW = " action allow";

  private final Map<String, Set<String>> commands = new TreeMap<>();

  private UntaggedAddresses() {}

  static UntaggedAddresses read(RuleFiles files) throws IOException {
    UntaggedAddresses all = new UntaggedAddresses();
    for (String path : files.paths()) {
      if (path.endsWith(".set") && path.contains("/")) {
        String folder = path.substring(0, path.lastIndexOf('/'));
        try (BufferedReader lines =
            new BufferedReader(new InputStreamReader(files.open(path), StandardCharsets.UTF_8))) {
          lines
              .lines()
              .filter(line -> line.contains(DEFAULTS) && line.contains(ALLOW))
              .map(line -> line.substring(0, line.indexOf(ALLOW) + ALLOW.length()))
              .forEach(
                  line ->
                      all.commands.computeIfAbsent(folder, f -> new LinkedHashSet<>()).add(line));
        } catch (UncheckedIOException e) {
          throw e.getCause();
        }
      }
    }
    return all;
  }

  /** The folders in which some default rule permits. */
  Set<String> folders() {
    return commands.keySet();
  }

  /** Commands by which the default rules of a folder permit; none if they do not. */
  List<String> open(String folder) {
    return new ArrayList<>(commands.getOrDefault(folder, Set.of()));
  }

  /** Commands by which they deny instead. */
  List<String> closed(String folder) {
    return open(folder).stream().map(line -> line.replace(ALLOW, " action deny")).toList();
  }
}
