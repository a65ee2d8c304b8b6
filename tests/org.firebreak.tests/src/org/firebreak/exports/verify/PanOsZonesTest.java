package org.firebreak.exports.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.bundle.BundleVerifier;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A rule of a central PAN-OS firewall permits only what comes out of one of its zones and goes into
 * one of the others: a wrong zone is found in either form, and one that says the same is not.
 */
class PanOsZonesTest {
  private static final Pattern SET_ZONES = Pattern.compile(" from (\\S+) to (\\S+) ");
  private static final Pattern XML_ZONES =
      Pattern.compile(
          "<from>\\s*<member>([^<]*)</member>\\s*</from>\\s*<to>\\s*<member>([^<]*)</member>");

  @TempDir Path folder;

  private CompiledPolicy policy;

  @BeforeEach
  void export() throws Exception {
    DesignBuilder builder = new DesignBuilder("zones", StrategyKind.GROUP);
    for (String name : List.of("web", "app", "db")) {
      var group = builder.group(builder.zone("z" + name), name);
      builder.server(group, name + "1", "10.0." + name.length() + "." + name.charAt(0) % 50);
      builder.server(group, name + "2", "10.1." + name.length() + "." + name.charAt(0) % 50);
    }
    builder.external("partner", "198.51.100.0/24");
    builder.flow("web", "app", "tcp/8443");
    builder.flow("app", "db", "tcp/5432");
    builder.flow("partner", "web", "tcp/443");
    builder.flow("zdb", "partner", "tcp/25");
    builder.tripwire("Shells", Severity.HIGH, "tcp/22");
    policy = PolicyCompiler.compile(builder.design(), CompileOptions.on(LocalDate.of(2026, 1, 1)));
    BundleWriter.write(folder, policy, Exporters.byIds("panos"), Map.of(), Progress.NONE);
  }

  private boolean holds() throws Exception {
    return BundleVerifier.verify(policy, folder, Progress.NONE).platforms().get(0).holds();
  }

  /** The only file left that holds rules. */
  private Path only(String form) throws Exception {
    Path only = null;
    try (Stream<Path> files = Files.list(folder.resolve("panos/central"))) {
      for (Path file : files.toList()) {
        if (file.toString().endsWith(form) && !file.toString().endsWith("-remove.set")) {
          only = file;
        } else {
          Files.delete(file);
        }
      }
    }
    return only;
  }

  @ParameterizedTest
  @ValueSource(strings = {".set", ".xml"})
  void findsEveryWrongZoneAndNoOther(String form) throws Exception {
    Path file = only(form);
    String text = Files.readString(file);
    assertThat(holds()).isTrue();
    List<MatchResult> rules =
        (form.equals(".set") ? SET_ZONES : XML_ZONES).matcher(text).results().toList();
    int wrong = 0;
    int same = 0;
    for (MatchResult rule : rules) {
      for (int side = 1; side <= 2; side++) {
        String zone = rule.group(side);
        for (String other : List.of("zweb", "zapp", "zdb", "any", "nowhere")) {
          Files.writeString(
              file, text.substring(0, rule.start(side)) + other + text.substring(rule.end(side)));
          boolean differs = !other.equals(zone) && !other.equals("any");
          assertThat(holds()).as("%s: %s -> %s", rule.group(), zone, other).isEqualTo(!differs);
          wrong += differs ? 1 : 0;
          same += differs ? 0 : 1;
        }
      }
    }
    assertThat(wrong).isGreaterThan(40);
    assertThat(same).isGreaterThan(20);
  }

  @Test
  void moreZonesPermitNoMoreThanTheAddresses() throws Exception {
    Path file = only(".set");
    String text = Files.readString(file);
    Files.writeString(
        file, text.replaceFirst(" from zweb to zapp ", " from [ zdb zweb ] to zapp "));
    assertThat(holds()).isTrue();
    Files.writeString(
        file, text.replaceFirst(" from zweb to zapp ", " from [ zdb zapp ] to zapp "));
    assertThat(holds()).isFalse();
    Files.writeString(file, text.replaceFirst(" from zweb to zapp ", " from zapp to zweb "));
    assertThat(holds()).isFalse();
    Files.writeString(file, text.replaceFirst("set tag firebreak-zone-zweb [^\n]*\n", ""));
    assertThat(holds()).isFalse();
  }
}
