package org.firebreak.exports.panos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.RolloutPhase;
import org.firebreak.core.policy.RolloutPlan;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.Samples;
import org.firebreak.exports.bundle.BundleFile;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rules of each phase of a roll-out do. */
class PanOsPhasesTest {
  @TempDir Path folder;

  private ExportReport report;

  private List<String> export(String phase) throws Exception {
    report =
        BundleWriter.write(
            folder.resolve("bundle"),
            PolicyCompiler.compile(
                Samples.load("lab-shop"),
                CompileOptions.on(LocalDate.of(2026, 1, 1))
                    .withStrategy(StrategyKind.GROUP)
                    .withRollout(RolloutPlan.of(RolloutPhase.parse(phase)))),
            Exporters.byIds("panos"),
            Map.of(
                "deny", "drop", "smtp-gateway", "mail.example.com", "smtp-from", "fw@example.com"),
            Progress.NONE);
    BundleFile file = report.platforms().get(0).files().get(0);
    List<String> lines = Files.readAllLines(report.folder().resolve(file.path()));
    PanOsChecker checker = new PanOsChecker();
    lines.forEach(checker::check);
    assertThat(checker.violations()).isEmpty();
    return lines;
  }

  private static Map<String, PanOsReader.SecurityRule> rules(List<String> lines) {
    Map<String, PanOsReader.SecurityRule> rules = new LinkedHashMap<>();
    PanOsReader.of(lines).rules().forEach(rule -> rules.put(rule.name(), rule));
    return rules;
  }

  private static PanOsReader.SecurityRule tripwire(Map<String, PanOsReader.SecurityRule> rules) {
    return rules.values().stream()
        .filter(rule -> rule.name().matches("[TM]-[0-9a-f]{8}-.*"))
        .findAny()
        .get();
  }

  private static void assertDefaults(List<String> lines, String action) {
    for (String name : List.of("intrazone-default", "interzone-default")) {
      assertThat(lines)
          .contains(
              "set rulebase default-security-rules rules "
                  + name
                  + " action "
                  + action
                  + " log-end yes");
    }
  }

  private void assertPhaseIsReported(List<String> lines, String phase) {
    assertThat(lines.get(1)).contains("Phase " + phase + ": denials are not enforced");
    assertThat(report.limitations())
        .noneMatch(each -> each.effect() == Limitation.Effect.PERMITS_MORE);
  }

  @Test
  void monitorDeniesNothingAndSendsNoMail() throws Exception {
    List<String> lines = export("monitor");
    Map<String, PanOsReader.SecurityRule> rules = rules(lines);
    assertThat(rules.values()).allMatch(rule -> rule.one("action").equals("allow"));
    PanOsReader.SecurityRule tripwire = tripwire(rules);
    assertThat(tripwire.name()).startsWith("M-").contains("-monitored-");
    assertThat(tripwire.one("log-end")).isEqualTo("yes");
    assertThat(tripwire.attributes()).doesNotContainKey("log-setting");
    assertThat(rules.get("M-monitored-everything-else").one("log-end")).isEqualTo("yes");
    assertThat(lines).noneMatch(line -> line.contains("mail.example.com"));
    assertDefaults(lines, "allow");
    assertPhaseIsReported(lines, "monitor");
  }

  @Test
  void alertDeniesWhatTripwiresMatchAlone() throws Exception {
    List<String> lines = export("alert");
    Map<String, PanOsReader.SecurityRule> rules = rules(lines);
    PanOsReader.SecurityRule tripwire = tripwire(rules);
    assertThat(tripwire.name()).doesNotContain("monitor");
    assertThat(tripwire.one("action")).isEqualTo("drop");
    assertThat(tripwire.one("log-setting")).startsWith("firebreak-alert-T-");
    assertThat(rules.get("M-monitored-everything-else").one("action")).isEqualTo("allow");
    assertThat(rules.get("M-monitored-everything-else").one("log-end")).isEqualTo("yes");
    assertDefaults(lines, "allow");
    assertPhaseIsReported(lines, "alert");
  }

  @Test
  void permitsAreTheSameInEveryPhase() throws Exception {
    List<String> enforced = permits(export("enforce"));
    assertThat(enforced).isNotEmpty();
    assertThat(permits(export("alert"))).isEqualTo(enforced);
    assertThat(permits(export("monitor"))).isEqualTo(enforced);
  }

  private static List<String> permits(List<String> lines) {
    return lines.stream()
        .filter(line -> line.matches("set rulebase security rules [FGH]-.*"))
        .toList();
  }
}
