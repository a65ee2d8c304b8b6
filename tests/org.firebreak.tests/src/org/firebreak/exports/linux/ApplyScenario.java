package org.firebreak.exports.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Samples;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.exports.iptables.Iptables;
import org.firebreak.exports.nftables.Nft;
import org.firebreak.model.StrategyKind;

/** Runs {@code apply.sh} of a bundle in a network namespace of its own. */
final class ApplyScenario {
  /** What a scenario may use; {@code show NAME} prints what is loaded, {@code rc} the exit code. */
  private static final String TOOLS =
      """
      cd "$BUNDLE" || exit 9
      apply() { sh ./apply.sh -s "$STATE" -b "$BOOT" "$@"; }
      rc() { echo "@$1=$?"; }
      loaded() {
        if [ "$PLATFORM" = nftables ]; then
          nft -s list table inet firebreak 2>/dev/null
        else
          { iptables-save -t filter; ip6tables-save -t filter; } | grep -e FIREBREAK | sed 's/ \\[.*//'
        fi
      }
      others() {
        nft list table inet others
        nft list chain ip others_nat pre
        ipset list -n 2>/dev/null | grep -v fbk_
        { iptables-save; ip6tables-save; } 2>/dev/null | grep -e '^-' | grep -v FIREBREAK
      }
      booted() { # what the next boot loads
        unshare -n sh -c '. "$TOOLS"; sh "$BOOT/current/apply.sh" boot; rc=$?; loaded; exit $rc'
      }
      show() { echo "@$1=$(loaded | cksum)"; }
      settle() { # until nothing waits for confirmation any more
        n=0
        while [ -e "$STATE/pending" ] || ! flock "$STATE/lock" true; do
          n=$((n + 1)); if [ $n -gt 200 ]; then break; fi
          sleep 0.1
        done
        flock "$STATE/lock" true
      }
      """;

  private ApplyScenario() {}

  /** Exports the lab shop, microsegmented: rulesets A (app) and B (web). */
  static Path export(Path folder, String platform, String name) throws Exception {
    Path bundle = folder.resolve(name);
    BundleWriter.write(
        bundle,
        PolicyCompiler.compile(
            Samples.load("lab-shop"),
            CompileOptions.on(LocalDate.of(2026, 1, 1)).withStrategy(StrategyKind.MICRO)),
        Exporters.byIds(platform),
        Map.of(),
        Progress.NONE);
    return bundle.resolve(platform);
  }

  /** Runs a scenario and gives what it printed as {@code @NAME=VALUE}; {@code out} is all. */
  static Map<String, String> run(Path folder, String platform, String scenario) throws Exception {
    return run(
        folder, platform, export(folder, platform, "bundle"), folder.resolve("state"), scenario);
  }

  static Map<String, String> run(
      Path folder, String platform, Path bundle, Path state, String scenario) throws Exception {
    if (platform.equals("iptables")) {
      Iptables.assumeAvailable();
    }
    String suffix = platform.equals("nftables") ? ".nft" : "";
    Path tools = folder.resolve("tools.sh");
    Files.writeString(tools, TOOLS);
    Path script = folder.resolve("scenario.sh");
    Files.writeString(script, ". \"$TOOLS\"\n" + scenario);
    Nft.Result result =
        Nft.run(
            List.of(
                "env",
                "PLATFORM=" + platform,
                "TOOLS=" + tools,
                "BUNDLE=" + bundle,
                "STATE=" + state,
                "BOOT=" + folder.resolve("boot"),
                "A=hosts/app" + suffix,
                "B=hosts/web" + suffix,
                "sh",
                script.toString()));
    Map<String, String> values = new TreeMap<>();
    values.put("out", result.output());
    result
        .output()
        .lines()
        .filter(line -> line.startsWith("@"))
        .forEach(
            line ->
                values.put(
                    line.substring(1, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
    return values;
  }
}
