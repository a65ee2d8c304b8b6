package org.firebreak.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.firebreak.imports.input.InputLimits;
import org.firebreak.imports.spi.GroupPattern;
import org.firebreak.imports.spi.ImportFormat;
import org.firebreak.imports.spi.ImportFormat.Content;
import org.firebreak.imports.spi.ImportSettings;
import org.firebreak.model.StrategyKind;

/**
 * What to import, and how.
 *
 * @param inventory file that lists servers; null for none
 * @param flows file that lists flows; null for none
 * @param inventoryFormat identifier of the inventory's format; null to recognise it
 * @param flowsFormat identifier of the flows' format; null to recognise it
 * @param groupPattern regular expression whose first capture in a server's name is its group, where
 *     the inventory does not state one; null for none
 * @param strict whether one row that cannot be taken refuses the whole import
 * @param strategy strategy that the design gets; null to keep its own
 * @param options values of the formats' options by key
 * @param limits how large the files may be
 */
public record ImportRequest(
    Path inventory,
    Path flows,
    String inventoryFormat,
    String flowsFormat,
    String groupPattern,
    boolean strict,
    StrategyKind strategy,
    Map<String, String> options,
    InputLimits limits) {

  /**
   * Checks what can be checked without reading the files.
   *
   * @throws IllegalArgumentException if there is no file, the group pattern is not valid, or a
   *     format, an option or the value of an option is not known; the message says what is
   */
  public ImportRequest {
    if (inventory == null && flows == null) {
      throw new IllegalArgumentException("neither an inventory nor flows to import");
    }
    if (groupPattern != null) {
      GroupPattern.of(groupPattern);
    }
    checkFormat(inventoryFormat, Content.INVENTORY);
    checkFormat(flowsFormat, Content.FLOWS);
    options = Map.copyOf(options);
    checkOptions(options);
  }

  private static void checkFormat(String id, Content content) {
    List<String> known = Importers.all(content).stream().map(ImportFormat::id).toList();
    if (id != null && !known.contains(id)) {
      throw new IllegalArgumentException(
          "there is no format '" + id + "'; there are " + String.join(", ", known));
    }
  }

  private static void checkOptions(Map<String, String> options) {
    Set<String> known = new TreeSet<>();
    for (ImportFormat format : Importers.all()) {
      ImportSettings.of(format.options(), options);
      format.options().forEach(option -> known.add(option.key()));
    }
    for (String key : new TreeSet<>(options.keySet())) {
      if (!known.contains(key)) {
        throw new IllegalArgumentException(
            "there is no option '" + key + "'; there are " + String.join(", ", known));
      }
    }
  }

  /** Files whose formats are recognised, with nothing else set. */
  public static ImportRequest of(Path inventory, Path flows) {
    return new ImportRequest(
        inventory, flows, null, null, null, false, null, Map.of(), InputLimits.DEFAULT);
  }
}
