package org.firebreak.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.firebreak.imports.input.InputLimits;
import org.firebreak.imports.policy.PolicyOptions;
import org.firebreak.imports.spi.GroupPattern;
import org.firebreak.imports.spi.ImportFormat;
import org.firebreak.imports.spi.ImportFormat.Content;
import org.firebreak.imports.spi.ImportSettings;
import org.firebreak.model.StrategyKind;
import org.firebreak.rulebase.RuleBaseReader;
import org.firebreak.rulebase.readers.RuleBaseReaders;

/**
 * What to import, and how.
 *
 * @param inventory file that lists servers; null for none
 * @param flows file that lists flows; null for none
 * @param policy files and folders of one rule base; empty for none
 * @param inventoryFormat identifier of the inventory's format; null to recognise it
 * @param flowsFormat identifier of the flows' format; null to recognise it
 * @param policyFormat identifier of the rule base's platform; null to recognise it
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
    List<Path> policy,
    String inventoryFormat,
    String flowsFormat,
    String policyFormat,
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
    policy = List.copyOf(policy);
    if (inventory == null && flows == null && policy.isEmpty()) {
      throw new IllegalArgumentException("neither an inventory nor flows nor a policy to import");
    }
    if (groupPattern != null) {
      GroupPattern.of(groupPattern);
    }
    checkFormat(inventoryFormat, Content.INVENTORY);
    checkFormat(flowsFormat, Content.FLOWS);
    List<String> platforms = RuleBaseReaders.all().stream().map(RuleBaseReader::id).toList();
    if (policyFormat != null && !platforms.contains(policyFormat)) {
      throw new IllegalArgumentException(
          "there is no format '" + policyFormat + "'; there are " + String.join(", ", platforms));
    }
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
    ImportSettings.of(PolicyOptions.ALL, options);
    PolicyOptions.ALL.forEach(option -> known.add(option.key()));
    for (String key : new TreeSet<>(options.keySet())) {
      if (!known.contains(key)) {
        throw new IllegalArgumentException(
            "there is no option '" + key + "'; there are " + String.join(", ", known));
      }
    }
  }

  /** A request without a rule base. */
  public ImportRequest(
      Path inventory,
      Path flows,
      String inventoryFormat,
      String flowsFormat,
      String groupPattern,
      boolean strict,
      StrategyKind strategy,
      Map<String, String> options,
      InputLimits limits) {
    this(
        inventory,
        flows,
        List.of(),
        inventoryFormat,
        flowsFormat,
        null,
        groupPattern,
        strict,
        strategy,
        options,
        limits);
  }

  /** Files whose formats are recognised, with nothing else set. */
  public static ImportRequest of(Path inventory, Path flows) {
    return new ImportRequest(
        inventory, flows, null, null, null, false, null, Map.of(), InputLimits.DEFAULT);
  }

  /** A rule base whose format is recognised, with nothing else set. */
  public static ImportRequest ofPolicy(List<Path> files) {
    return new ImportRequest(
        null, null, files, null, null, null, null, false, null, Map.of(), InputLimits.DEFAULT);
  }

  /** The file by which people know the import. */
  public Path mainFile() {
    return inventory != null ? inventory : flows != null ? flows : policy.get(0);
  }
}
