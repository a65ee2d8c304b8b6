package org.firebreak.exports.rsyslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.HostileNames;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.Samples;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RsyslogExporterTest {
  @TempDir Path folder;

  private ExportReport report;

  private Path export(Design design, Map<String, String> settings) throws Exception {
    CompiledPolicy policy =
        PolicyCompiler.compile(design, CompileOptions.on(LocalDate.of(2026, 1, 1)));
    Path bundle = folder.resolve("bundle");
    report =
        BundleWriter.write(bundle, policy, Exporters.byIds("rsyslog"), settings, Progress.NONE);
    return bundle.resolve("rsyslog/firebreak-alerts.conf");
  }

  private static DesignBuilder shop(String... recipients) {
    DesignBuilder builder = new DesignBuilder("shop", StrategyKind.MICRO);
    builder.server(null, "a", "10.0.0.1");
    builder.server(null, "b", "10.0.0.2");
    builder.tripwire("Shells", Severity.HIGH, "tcp/22").setNotify(List.of(recipients));
    return builder;
  }

  /** What the real program says to the configuration: with an error, not 0. */
  private int check(Path file) throws Exception {
    Path program =
        Stream.of("/usr/sbin/rsyslogd", "/sbin/rsyslogd")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    assumeTrue(program != null, "rsyslogd is not installed (apt-get install rsyslog)");
    Path said = folder.resolve("said");
    int exit =
        new ProcessBuilder(program.toString(), "-N1", "-f", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    System.getLogger("rsyslog").log(System.Logger.Level.DEBUG, Files.readString(said));
    return exit;
  }

  @Test
  void rsyslogTakesEverySample() throws Exception {
    for (String sample : Samples.names()) {
      for (String siem : List.of("", "siem.example.com")) {
        assertThat(check(export(Samples.load(sample), Map.of("siem-host", siem))))
            .as(sample)
            .isZero();
      }
    }
  }

  @Test
  void rsyslogFindsErrors() throws Exception {
    Path file = export(shop("ops@example.com").design(), Map.of());
    assertThat(check(file)).isZero();
    Files.writeString(file, Files.readString(file).replace("omfile", "omnothing"));
    assertThat(check(file)).isNotZero();
  }

  @Test
  void hostileNamesAndRecipientsStayInComments() throws Exception {
    Design design = HostileNames.design(StrategyKind.HYBRID);
    design
        .getTripwires()
        .get(0)
        .setNotify(
            List.of(
                "x\"] server=\"evil", "a@b\"", "$(id)@example.com", "ok@example.com", "a b@c.d"));
    Path file = export(design, Map.of());
    assertThat(check(file)).isZero();
    List<String> code =
        Files.readString(file, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.strip().startsWith("#"))
            .toList();
    assertThat(code).allMatch(line -> line.matches("[ -~]*"));
    assertThat(code.stream().filter(line -> line.contains("mailto=")).map(String::strip))
        .hasSize(design.getTripwires().size())
        .allMatch(
            line ->
                line.equals("mailto=[\"ok@example.com\"]")
                    || line.equals("mailto=[\"security@example.com\"]"));
    assertThat(String.join("\n", code)).doesNotContain("evil", "$(", "`");
    assertThat(report.limitations())
        .anyMatch(
            each ->
                each.effect() == Limitation.Effect.REDUCED
                    && each.reason().contains("notifies 4 recipients"));
  }

  @Test
  void tripwireGoesToItsRecipientsByTheIdThatFirewallsLog() throws Exception {
    String text =
        Files.readString(
            export(
                shop("ops@example.com", "soc@example.com").design(),
                Map.of("smtp-host", "mail.example.com", "mail-seconds", "60")));
    String id = text.replaceFirst("(?s).*contains \"(T-[0-9a-f]{8})\".*", "$1");
    Path hosts = folder.resolve("hosts");
    BundleWriter.write(
        hosts,
        PolicyCompiler.compile(shop().design(), CompileOptions.on(LocalDate.of(2026, 1, 1))),
        Exporters.byIds("nftables"),
        Map.of(),
        Progress.NONE);
    try (Stream<Path> rulesets = Files.walk(hosts.resolve("nftables/hosts"))) {
      for (Path ruleset : rulesets.filter(each -> each.toString().endsWith(".nft")).toList()) {
        assertThat(Files.readString(ruleset)).contains("log prefix \"firebreak:alert:" + id);
      }
    }
    assertThat(text)
        .contains(
            "mailto=[\"ops@example.com\", \"soc@example.com\"]",
            "server=\"mail.example.com\"",
            "action.execOnlyOnceEveryInterval=\"60\"",
            "subject.text=\"Firebreak tripwire, high, " + id + ": Shells\"")
        .doesNotContain("omfwd");
  }

  @Test
  void hostsOfOptionsAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> export(shop().design(), Map.of("siem-host", "x\" action(")))
        .withMessageContaining("rsyslog.siem-host");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> export(shop().design(), Map.of("mail-from", "me\"@x")))
        .withMessageContaining("rsyslog.mail-from");
  }
}
