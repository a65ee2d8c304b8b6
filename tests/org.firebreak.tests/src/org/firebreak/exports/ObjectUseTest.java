package org.firebreak.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The objects that an export says it makes are those in its files. */
class ObjectUseTest {
  @TempDir Path folder;

  @Test
  void setsAreThoseOfTheFiles() throws IOException {
    ExportReport report = export("nftables", StrategyKind.MICRO, 60);
    Map<String, ObjectUse> uses = uses(report);
    assertThat(uses.get("named sets").count())
        .isPositive()
        .isEqualTo(matches(report, "(?m)^  set \\S+ \\{$"));
    assertThat(uses.get("rules in a table").count())
        .isEqualTo(
            report.platforms().get(0).files().stream()
                .mapToInt(file -> file.rules().size())
                .max()
                .orElseThrow());
  }

  @Test
  void ipSetsAreThoseThatAreMade() throws IOException {
    ExportReport report = export("iptables", StrategyKind.MICRO, 60);
    assertThat(uses(report).get("IP sets").count())
        .isPositive()
        .isEqualTo(matches(report, "(?m)^swap fbk_new "));
  }

  @Test
  void rulesOfSecurityGroupsStayBelowTheLimit() throws IOException {
    ExportReport azure = export("azure", StrategyKind.MICRO, 60);
    ObjectUse rules = uses(azure).get("rules of a network security group");
    assertThat(rules.limit()).isEqualTo(1000);
    assertThat(rules.count()).isBetween(2L, 1000L);
    assertThat(rules.share()).isEqualTo(rules.count() / 1000.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "azure", "windows", "panos"})
  void noLimitIsExceeded(String platform) throws IOException {
    for (StrategyKind strategy : StrategyKind.values()) {
      assertThat(export(platform, strategy, 200).platforms().get(0).uses())
          .allSatisfy(use -> assertThat(use.share()).as(use.text()).isLessThanOrEqualTo(1));
    }
  }

  @Test
  void useIsSaidWithItsLimit() {
    assertThat(new ObjectUse(1200, Limit.hard("rules", 65_000)).text())
        .isEqualTo("1,200 of 65,000 rules");
    assertThat(new ObjectUse(3, Limit.none("named sets")).text()).isEqualTo("3 named sets");
    assertThat(new ObjectUse(7, Limit.recommended("contracts", 10_000)).text())
        .isEqualTo("7 of 10,000 contracts (recommended limit)");
  }

  private ExportReport export(String platform, StrategyKind strategy, int flows)
      throws IOException {
    return BundleWriter.write(
        folder.resolve(platform + strategy + flows),
        PolicyCompiler.compile(
            RandomDesign.of(strategy, flows, 7), CompileOptions.on(LocalDate.of(2026, 1, 1))),
        List.of(exporter(platform)),
        Map.of(),
        Progress.NONE);
  }

  private static Exporter exporter(String platform) {
    return Exporters.all().stream()
        .filter(each -> each.id().equals(platform))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, ObjectUse> uses(ExportReport report) {
    return report.platforms().get(0).uses().stream()
        .collect(Collectors.toMap(ObjectUse::objects, use -> use));
  }

  private static long matches(ExportReport report, String pattern) throws IOException {
    Pattern compiled = Pattern.compile(pattern);
    long count = 0;
    try (Stream<Path> files = Files.walk(report.folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        count += compiled.matcher(Files.readString(file)).results().count();
      }
    }
    return count;
  }
}
