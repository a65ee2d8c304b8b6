package org.firebreak.exports.bundle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.OptionValues;

/** Distributes what the user set over the chosen exporters. */
final class Settings {
  private Settings() {}

  /**
   * The option values of each exporter.
   *
   * @param given values by {@code platform.key}, or by {@code key} for every exporter that has it
   * @throws IllegalArgumentException if no chosen exporter has an option, or a value is out of
   *     range
   */
  static Map<Exporter, OptionValues> resolve(List<Exporter> exporters, Map<String, String> given) {
    Map<Exporter, Map<String, String>> own = new LinkedHashMap<>();
    exporters.forEach(exporter -> own.put(exporter, new LinkedHashMap<>()));
    given.forEach(
        (key, value) -> {
          if (!assign(own, key, value)) {
            if (key.equals("phase") || key.endsWith(".phase")) {
              throw new IllegalArgumentException(
                  "the phase of the roll-out is no option of a platform; give --phase PHASE for"
                      + " everything and --phase-of NAME=PHASE for a zone, group or server");
            }
            throw new IllegalArgumentException(
                "no chosen platform has an option '" + key + "'; there are " + known(exporters));
          }
        });
    Map<Exporter, OptionValues> values = new LinkedHashMap<>();
    own.forEach((exporter, set) -> values.put(exporter, OptionValues.of(exporter, set)));
    return values;
  }

  private static boolean assign(Map<Exporter, Map<String, String>> own, String key, String value) {
    boolean used = false;
    for (Map.Entry<Exporter, Map<String, String>> entry : own.entrySet()) {
      String prefix = entry.getKey().id() + ".";
      String local = key.startsWith(prefix) ? key.substring(prefix.length()) : key;
      if (entry.getKey().options().stream().anyMatch(option -> option.key().equals(local))) {
        entry.getValue().put(local, value);
        used = true;
      }
    }
    return used;
  }

  private static String known(List<Exporter> exporters) {
    return exporters.stream()
        .flatMap(
            exporter ->
                exporter.options().stream()
                    .map(ExportOption::key)
                    .map(key -> exporter.id() + "." + key))
        .collect(Collectors.joining(", "));
  }
}
