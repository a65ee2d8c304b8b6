package org.firebreak.exports.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.verify.PlatformVerification;
import org.firebreak.exports.verify.PlatformVerifier;
import org.firebreak.rulebase.readers.RuleBaseReaders;

/**
 * What the kernels of the lab have loaded, as {@code nft list ruleset}, {@code iptables-save} and
 * {@code ipset save} print it: read back, and compared with the policy over all connections.
 */
final class LoadedRules {
  private static final String MARK = "# Rule set ";

  private LoadedRules() {}

  /**
   * Compares.
   *
   * @param loaded the ruleset of the bundle that each place has loaded: a file of nftables, a
   *     folder of iptables
   */
  static void areThePolicy(
      LabNetwork network,
      CompiledPolicy policy,
      ExportReport report,
      Map<String, Path> loaded,
      String name)
      throws Exception {
    ExportReport.Platform platform = report.platforms().get(0);
    String id = platform.exporter().id();
    Path bundle = report.folder().resolve(id);
    Path copy = report.folder().resolveSibling(report.folder().getFileName() + "-" + name);
    Files.createDirectories(copy);
    if (Files.exists(bundle.resolve("hosts.csv"))) {
      Files.copy(bundle.resolve("hosts.csv"), copy.resolve("hosts.csv"));
    }
    for (Map.Entry<String, Path> place : loaded.entrySet()) {
      Path to = copy.resolve(bundle.relativize(place.getValue()).toString());
      if (Files.exists(to)) {
        continue; // several hosts share a ruleset
      }
      if (id.equals("nftables")) {
        list(network, place.getKey(), "nft list ruleset", place.getValue(), to);
      } else {
        for (String family : new String[] {"4", "6"}) {
          String rules = "rules.v" + family;
          String save = family.equals("4") ? "iptables-save" : "ip6tables-save";
          list(network, place.getKey(), save, place.getValue().resolve(rules), to.resolve(rules));
        }
        Path sets = place.getValue().resolve("sets.ipset");
        list(network, place.getKey(), "ipset save", sets, to.resolve("sets.ipset"));
      }
    }
    PlatformVerification found =
        new PlatformVerifier(platform.exporter(), policy, policy.ruleSets(), platform.limitations())
            .verify(RuleBaseReaders.of(id).orElseThrow(), new FolderFiles(copy), Progress.NONE);
    assertThat(found.unread()).as("rules in the kernel that are not understood").isEmpty();
    assertThat(found.mismatches()).extracting(mismatch -> mismatch.text()).isEmpty();
    assertThat(found.filters()).isPositive().isEqualTo(report.verification().get(0).filters());
  }

  /** The kernel forgets comments outside of rules, and with them which rule set it is. */
  private static void list(LabNetwork network, String place, String command, Path file, Path to)
      throws Exception {
    String listing = network.exec(place, command);
    assertThat(listing).isNotEqualTo(Files.readString(file));
    String mark =
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith(MARK))
            .findFirst()
            .orElse("# No rule set");
    Files.createDirectories(to.getParent());
    Files.writeString(to, mark + "\n" + withoutEmptyHooks(listing));
  }

  /** The listing names all hooks, also those at which no rule was ever added. */
  private static String withoutEmptyHooks(String listing) {
    String rest = listing;
    for (String hook : new String[] {"INPUT", "OUTPUT", "FORWARD"}) {
      if (!rest.contains("-A " + hook + " ")) {
        rest = rest.replaceAll("(?m)^:" + hook + " ACCEPT .*\n", "");
      }
    }
    return rest;
  }
}
