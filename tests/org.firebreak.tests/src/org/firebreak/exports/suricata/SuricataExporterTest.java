package org.firebreak.exports.suricata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.HostileNames;
import org.firebreak.exports.LargeDesign;
import org.firebreak.exports.Samples;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuricataExporterTest {
  private static final Pattern SID = Pattern.compile("sid:([0-9]+);");
  private static final int MAX_LINE = 8184;

  @TempDir Path folder;

  private Path export(Design design, Map<String, String> settings) throws Exception {
    CompiledPolicy policy =
        PolicyCompiler.compile(design, CompileOptions.on(LocalDate.of(2026, 1, 1)));
    Path bundle = folder.resolve("bundle");
    BundleWriter.write(bundle, policy, Exporters.byIds("suricata"), settings, Progress.NONE);
    return bundle.resolve("suricata");
  }

  private static List<String> rules(Path platform) throws Exception {
    return Files.readAllLines(platform.resolve("shared/firebreak.rules")).stream()
        .filter(line -> line.startsWith("alert ") || line.startsWith("pass "))
        .toList();
  }

  private Suricata suricata(Path platform) throws Exception {
    return new Suricata(platform, "shared", folder.resolve("log"));
  }

  private void assertLoads(Path platform) throws Exception {
    Suricata.Loaded loaded = suricata(platform).load();
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.exit()).as(loaded.output()).isZero();
    assertThat(loaded.failed()).isZero();
    assertThat(loaded.rules()).isEqualTo(rules(platform).size()).isPositive();
  }

  @ParameterizedTest
  @EnumSource(StrategyKind.class)
  void suricataLoadsTheRulesOfEverySample(StrategyKind strategy) throws Exception {
    for (String sample : Samples.names()) {
      Design design = Samples.load(sample);
      design.getStrategy().setKind(strategy);
      assertLoads(export(design, Map.of()));
    }
  }

  @ParameterizedTest
  @EnumSource(StrategyKind.class)
  void suricataLoadsHostileNames(StrategyKind strategy) throws Exception {
    Path platform = export(HostileNames.design(strategy), Map.of());
    assertLoads(platform);
    assertThat(rules(platform)).allMatch(rule -> rule.matches("(alert|pass) .*; rev:[0-9]+;\\)"));
  }

  @Test
  void hostileNameIsTheMessageOfTheAlert() throws Exception {
    DesignBuilder builder = new DesignBuilder("hostile", StrategyKind.MICRO);
    builder.server(null, "a", "10.0.0.1");
    builder.server(null, "b", "10.0.0.2");
    builder.tripwire("\"; sid:1; (x) \\\" $HOME; #\n", Severity.HIGH, "tcp/22");
    Capture capture = new Capture();
    capture.syn(way("10.0.0.1", "10.0.0.2", 22));

    List<JsonNode> alerts = alerts(export(builder.design(), Map.of()), capture);
    assertThat(alerts).hasSize(1);
    assertThat(alerts.get(0).at("/alert/signature").asText())
        .isEqualTo("Tripwire '; sid:1; (x) /' $HOME; # , which no flow permits");
  }

  @Test
  void labCaptureAlertsOnWhatIsNotInTheDesignAlone() throws Exception {
    Path capture = folder.resolve("lab.pcap");
    try (InputStream packets = new GZIPInputStream(resource("lab_shop.pcap.gz"))) {
      Files.copy(packets, capture);
    }
    Map<String, Long> undesigned =
        new String(resource("lab_shop_undesigned.csv").readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .skip(1)
            .collect(
                Collectors.toMap(
                    line -> line.substring(0, line.lastIndexOf(',')),
                    line -> Long.valueOf(line.substring(line.lastIndexOf(',') + 1))));
    List<JsonNode> alerts = suricata(export(Samples.load("lab-shop"), Map.of())).alerts(capture);

    assertThat(alerts.stream().collect(Collectors.groupingBy(this::row, Collectors.counting())))
        .isEqualTo(undesigned);
    assertThat(alerts)
        .allSatisfy(
            alert ->
                assertThat(alert.at("/alert/category").asText().contains("trips a wire"))
                    .isEqualTo(alert.path("dest_port").asInt() == 22));
  }

  private String row(JsonNode alert) {
    return Stream.of("src_ip", "dest_ip", "proto", "dest_port")
        .map(field -> alert.path(field).asText())
        .collect(Collectors.joining(","));
  }

  private static InputStream resource(String name) {
    return SuricataExporterTest.class.getResourceAsStream(name);
  }

  @Test
  void sshOnThePortOfAnotherServiceAlerts() throws Exception {
    DesignBuilder builder = new DesignBuilder("applications", StrategyKind.GROUP);
    ServerGroup web = builder.group(null, "web");
    builder.server(web, "web1", "10.0.0.1");
    builder.server(web, "web2", "10.0.0.2");
    builder.server(builder.group(null, "app"), "app1", "10.0.1.1");
    builder.flow("web", "app", "tcp/443", "tcp/2222", "tcp/20000-30000");
    builder.service("tcp/2222").setName("Git over SSH");
    builder.flow("app", "web", "tcp/22");
    builder.external("Internet", "0.0.0.0/0");
    builder.flow("Internet", "web", "tcp/443");
    builder.tripwire("Shells", Severity.CRITICAL, "tcp/22");
    Capture capture = new Capture();
    ssh(capture, "10.0.0.1", "10.0.1.1", 443);
    ssh(capture, "203.0.113.9", "10.0.0.2", 443);
    ssh(capture, "10.0.0.2", "10.0.1.1", 2222);
    ssh(capture, "10.0.0.2", "10.0.1.1", 25_000);
    ssh(capture, "10.0.1.1", "10.0.0.1", 22);
    ssh(capture, "10.0.0.1", "10.0.0.2", 443);
    capture.conversation(
        way("10.0.0.2", "10.0.1.1", 443), "GET / HTTP/1.1\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n");
    Path platform = export(builder.design(), Map.of());
    assertLoads(platform);

    assertThat(alerts(platform, capture))
        .extracting(this::row)
        .containsExactly("10.0.0.1,10.0.1.1,TCP,443", "203.0.113.9,10.0.0.2,TCP,443");
    assertThat(alerts(export(builder.design(), Map.of("applications", "false")), capture))
        .isEmpty();
  }

  private static void ssh(Capture capture, String from, String to, int port) {
    capture.conversation(
        way(from, to, port), "SSH-2.0-OpenSSH_9.2p1\r\n", "SSH-2.0-OpenSSH_8.4p1\r\n");
  }

  private static Capture.Way way(String from, String to, int port) {
    return new Capture.Way(Address.parse(from), 40_000 + port % 1000, Address.parse(to), port);
  }

  private List<JsonNode> alerts(Path platform, Capture capture) throws Exception {
    Path file = folder.resolve("capture.pcap");
    capture.write(file);
    return suricata(platform).alerts(file);
  }

  @Test
  void alertsOfOnePairAreLimited() throws Exception {
    DesignBuilder builder = new DesignBuilder("scan", StrategyKind.MICRO);
    builder.server(null, "a", "10.0.0.1");
    builder.server(null, "b", "10.0.0.2");
    Capture capture = new Capture();
    for (int port = 1; port <= 200; port++) {
      capture.syn(way("10.0.0.1", "10.0.0.2", port));
    }
    assertThat(alerts(export(builder.design(), Map.of("limit-count", "7")), capture)).hasSize(7);
    assertThat(alerts(export(builder.design(), Map.of("limit-count", "0")), capture)).hasSize(200);
  }

  @Test
  void numbersAreUniqueInTheirRangeAndStayWhenRulesAreAdded() throws Exception {
    Design design = LargeDesign.of(StrategyKind.GROUP, 60, 3, 300, 5);
    Map<String, String> before = sids(export(design, Map.of("sid-base", "5000000")));
    assertThat(before.keySet()).allSatisfy(sid -> assertThat(sid).matches("5[0-9]{6}"));
    design.getFlows().remove(0);
    Map<String, String> after = sids(export(design, Map.of("sid-base", "5000000")));
    Map<String, String> kept = new HashMap<>(after);
    kept.keySet().retainAll(before.keySet());
    assertThat(kept.size()).isGreaterThan(after.size() - 4);
  }

  private static Map<String, String> sids(Path platform) throws Exception {
    Map<String, String> sids = new HashMap<>();
    for (String rule : rules(platform)) {
      Matcher sid = SID.matcher(rule);
      assertThat(sid.find()).isTrue();
      assertThat(sids.put(sid.group(1), rule)).as(rule).isNull();
    }
    return sids;
  }

  @Test
  void largeDesignLoadsWithinTheLimitsOfLines() throws Exception {
    Design design = LargeDesign.of(StrategyKind.GROUP, 500, 20, 2000, 7);
    CompiledPolicy policy =
        PolicyCompiler.compile(design, CompileOptions.on(LocalDate.of(2026, 1, 1)));
    policy.ruleSets();
    long start = System.nanoTime();
    Path bundle = folder.resolve("bundle");
    BundleWriter.write(bundle, policy, Exporters.byIds("suricata"), Map.of(), Progress.NONE);
    long millis = (System.nanoTime() - start) / 1_000_000;
    Path platform = bundle.resolve("suricata");
    List<String> lines = new ArrayList<>(rules(platform));
    assertThat(lines).hasSizeLessThan(4500);
    lines.addAll(Files.readAllLines(platform.resolve("shared/firebreak-addresses.yaml")));
    assertThat(lines).allMatch(line -> line.length() < MAX_LINE);
    assertThat(millis).as("ms to write").isLessThan(5000);
    long load = System.nanoTime();
    assertLoads(platform);
    System.getLogger("suricata")
        .log(
            System.Logger.Level.INFO,
            "{0} rules, written in {1} ms, loaded in {2} ms",
            rules(platform).size(),
            millis,
            (System.nanoTime() - load) / 1_000_000);
  }
}
