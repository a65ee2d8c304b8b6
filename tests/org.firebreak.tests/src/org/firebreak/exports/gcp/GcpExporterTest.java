package org.firebreak.exports.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.firebreak.core.address.Address;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.HostileNames;
import org.firebreak.exports.LargeDesign;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.Probes;
import org.firebreak.exports.Probes.Probe;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.bundle.BundleVerifier;
import org.firebreak.exports.cloud.HostFilters;
import org.firebreak.exports.cloud.JsonSchemas;
import org.firebreak.model.Design;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Zone;
import org.firebreak.rulebase.PlacedFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GcpExporterTest {
  private static final String NAME = "[a-z]([-a-z0-9]{0,61}[a-z0-9])?";

  @TempDir Path folder;

  private final Set<String> names = new HashSet<>();
  private final Set<String> used = new HashSet<>();
  private int rules;

  private HostFilters check(Design design) throws Exception {
    HostFilters filters = HostFilters.check(folder.resolve("b"), design, "gcp", Map.of());
    try (Stream<Path> files = Files.walk(folder.resolve("b/gcp"))) {
      for (Path file : files.filter(each -> each.toString().contains("firewalls-")).toList()) {
        JsonNode items = JsonSchemas.read(file).get("items");
        assertThat(items.size()).isBetween(1, 1000);
        items.forEach(this::assertRule);
      }
    }
    try (Stream<Path> files = Files.walk(folder.resolve("b/gcp"))) {
      for (Path file : files.filter(each -> each.endsWith("attachments.json")).toList()) {
        Set<String> attached = new HashSet<>();
        for (JsonNode server : JsonSchemas.read(file).get("firebreakAttachments")) {
          assertThat(server.get("tags").size()).isBetween(1, 64);
          server
              .get("tags")
              .forEach(
                  tag -> {
                    assertThat(tag.asText()).matches(NAME);
                    attached.add(tag.asText());
                  });
        }
        assertThat(attached).containsAll(used);
      }
    }
    return filters;
  }

  private void assertRule(JsonNode rule) {
    rules++;
    assertThat(rule.get("name").asText()).matches(NAME);
    assertThat(names.add(rule.get("name").asText())).as(rule.get("name").asText()).isTrue();
    assertThat(rule.get("network").asText()).matches("global/networks/" + NAME);
    assertThat(rule.get("description").asText().getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThanOrEqualTo(2048);
    assertThat(rule.get("priority").asInt()).isBetween(100, 65_000);
    assertThat(rule.has("allowed")).isNotEqualTo(rule.has("denied"));
    assertThat(rule.at("/logConfig/enable").isBoolean()).isTrue();
    boolean ingress = rule.get("direction").asText().equals("INGRESS");
    assertThat(rule.get("direction").asText()).isIn("INGRESS", "EGRESS");
    assertThat(rule.path("sourceTags").size()).isLessThanOrEqualTo(30);
    assertThat(rule.get("targetTags").size()).isBetween(1, 70);
    rule.get("targetTags").forEach(tag -> used.add(tag.asText()));
    rule.path("sourceTags").forEach(tag -> used.add(tag.asText()));
    assertThat(rule.has("sourceTags") && (rule.has("denied") || !ingress)).isFalse();
    assertThat(rule.has("sourceTags"))
        .isNotEqualTo(rule.has(ingress ? "sourceRanges" : "destinationRanges"));
    String ranges =
        rule.path("sourceRanges").toString() + rule.path("destinationRanges").toString();
    assertThat(ranges.contains(":") && ranges.contains(".")).as(ranges).isFalse();
    assertThat(rule.path("sourceRanges").size()).isLessThanOrEqualTo(256);
    assertThat(rule.path("destinationRanges").size()).isLessThanOrEqualTo(256);
    int ports = 0;
    for (JsonNode service : rule.get(rule.has("allowed") ? "allowed" : "denied")) {
      assertThat(service.get("IPProtocol").asText()).matches("all|tcp|udp|icmp|esp|sctp|[0-9]+");
      ports += service.path("ports").size();
      if (service.has("ports")) {
        assertThat(service.get("IPProtocol").asText()).isIn("tcp", "udp", "sctp");
      }
    }
    assertThat(ports).isLessThanOrEqualTo(256);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void rulesFitTheLimits(long seed) throws Exception {
    check(RandomDesign.of(StrategyKind.MICRO, 80, seed));
    assertThat(rules).isPositive();
  }

  @Test
  void namesOfAnyKindAreData() throws Exception {
    check(HostileNames.design(StrategyKind.MICRO));
    assertThat(rules).isPositive();
  }

  @Test
  void largeDesignsFitTheLimits() throws Exception {
    check(LargeDesign.of(StrategyKind.MICRO, 200, 10, 2000, 1));
    assertThat(rules).isGreaterThan(1000);
  }

  private static DesignBuilder shop(String service) {
    DesignBuilder builder = new DesignBuilder("shop", StrategyKind.MICRO);
    builder.server(builder.group(null, "web"), "web1", "10.0.0.1", "2001:db8::1");
    builder.server(builder.group(null, "app"), "app1", "10.0.1.1", "2001:db8:1::1");
    builder.flow("web", "app", service);
    return builder;
  }

  @Test
  void groupsAreTagsOfTheirInstances() throws Exception {
    check(shop("tcp/8443").design());
    Map<String, JsonNode> inbound = new HashMap<>();
    for (JsonNode rule :
        JsonSchemas.read(folder.resolve("b/gcp/shared/firewalls-1.json")).get("items")) {
      if (rule.has("sourceTags")) {
        inbound.put(rule.at("/sourceTags/0").asText(), rule);
      }
    }
    assertThat(inbound.keySet()).containsExactly("firebreak-g-web");
    JsonNode rule = inbound.get("firebreak-g-web");
    assertThat(rule.at("/targetTags/0").asText()).isEqualTo("firebreak-c-app");
    assertThat(rule.get("allowed").toString())
        .isEqualTo("[{\"IPProtocol\":\"tcp\",\"ports\":[\"8443\"]}]");
  }

  @Test
  void icmpTypesAreLeftOutAndNamed() throws Exception {
    HostFilters filters = check(shop("icmp/8").design());
    assertThat(filters.report().limitations())
        .anySatisfy(
            limitation -> {
              assertThat(limitation.effect()).isEqualTo(Limitation.Effect.DENIES_MORE);
              assertThat(limitation.rule()).isNotNull();
              assertThat(limitation.reason()).contains("ICMP types");
            });
  }

  @Test
  void typesThatLaterRulesLogAreNamed() throws Exception {
    DesignBuilder builder = shop("icmp/8");
    builder.server((ServerGroup) builder.end("web"), "web2", "10.0.0.2");
    builder.flow("web1", "app", "icmp").setLog(true);
    HostFilters filters = check(builder.design());
    assertThat(filters.report().limitations())
        .filteredOn(limitation -> limitation.effect() == Limitation.Effect.REDUCED)
        .anyMatch(limitation -> limitation.reason().contains("with a log entry"));
  }

  /** Verification on export refuses what is not declared. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whateverIsLostOfIcmpIsDeclared(long seed) throws Exception {
    Random random = new Random(seed);
    List<String> services =
        List.of("icmp/8", "icmp/13", "icmp/8", "icmp", "any", "icmpv6/128", "icmpv6", "tcp/443");
    for (int i = 0; i < 4; i++) {
      DesignBuilder builder = new DesignBuilder("icmp", StrategyKind.MICRO);
      List<String> ends = new ArrayList<>(List.of("net", "*"));
      for (int g = 0; g < 3; g++) {
        ServerGroup group = builder.group(null, "group" + g);
        ends.add("group" + g);
        for (int s = 0; s < 2; s++) {
          String name = "server" + g + s;
          builder.server(group, name, "10.0." + g + "." + (s + 1), "2001:db8:" + g + "::" + s);
          ends.add(name);
        }
      }
      builder.external("net", "10.0.0.0/23", "2001:db8::/47");
      builder.external("*", "0.0.0.0/0", "::/0");
      for (int f = 0; f < 12; f++) {
        builder
            .flow(
                ends.get(random.nextInt(ends.size())),
                ends.get(random.nextInt(ends.size())),
                services.get(random.nextInt(services.size())))
            .setLog(random.nextBoolean());
      }
      if (random.nextBoolean()) {
        builder.tripwire("Pings", Severity.HIGH, "icmp/8");
      }
      HostFilters filters =
          HostFilters.check(folder.resolve("b" + i), builder.design(), "gcp", Map.of());
      assertThat(filters.report().limitations())
          .extracting(Limitation::effect)
          .doesNotContain(Limitation.Effect.PERMITS_MORE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"esp", "gre", "sctp/3868"})
  void otherProtocolsAreWritten(String service) throws Exception {
    HostFilters filters = check(shop(service).design());
    assertThat(filters.report().limitations())
        .extracting(Limitation::effect)
        .doesNotContain(Limitation.Effect.DENIES_MORE);
  }

  /** What is beyond the ranges or the ports of a rule is in another one. */
  @ParameterizedTest
  @CsvSource({"256, 256, 1", "257, 256, 2", "256, 257, 2", "257, 257, 4"})
  void rangesAndPortsOfARuleAreSplit(int blocks, int ports, int count) throws Exception {
    DesignBuilder builder = shop("tcp/22");
    builder.external(
        "net",
        IntStream.range(0, blocks)
            .mapToObj(i -> "20." + i / 120 + "." + i % 120 * 2 + ".0/24")
            .toArray(String[]::new));
    builder.flow(
        "net",
        "app",
        "tcp/"
            + IntStream.range(0, ports)
                .mapToObj(i -> Integer.toString(2000 + 2 * i))
                .collect(Collectors.joining(",")));
    check(builder.design());
    int found = 0;
    for (JsonNode rule :
        JsonSchemas.read(folder.resolve("b/gcp/shared/firewalls-1.json")).get("items")) {
      found += rule.path("sourceRanges").toString().contains("\"20.") ? 1 : 0;
    }
    assertThat(found).isEqualTo(count);
  }

  /**
   * An instance has 64 tags, two of which are for its class; further groups are named by ranges.
   */
  @Test
  void instancesHaveSixtyFourTags() throws Exception {
    DesignBuilder builder = shop("tcp/22");
    Zone zone = builder.zone("zone0");
    for (int i = 1; i < 70; i++) {
      Zone inner = builder.zone("zone" + i);
      zone.getZones().add(inner);
      zone = inner;
    }
    builder.server(builder.group(zone, "client"), "c", "10.2.0.1");
    for (int i = 0; i < 70; i++) {
      builder.flow("zone" + i, "app", "tcp/" + (1000 + i));
    }
    check(builder.design());
    JsonNode attachments = JsonSchemas.read(folder.resolve("b/gcp/shared/attachments.json"));
    assertThat(attachments.findValues("tags")).extracting(JsonNode::size).contains(64);
  }

  /** Only a lost entry of TCP and UDP is one that the artefact could have. */
  @ParameterizedTest
  @CsvSource({
    "tcp/8443, 6, 8443, true", "udp/53, 17, 53, true", "esp, 50, 0, false", "icmp, 1, 0, false",
    "any, 6, 8443, true", "any, 17, 53, true", "any, 1, 0, false", "any, 47, 0, false"
  })
  void logEntriesAreOfTcpAndUdpAlone(String service, int protocol, int port, boolean logged)
      throws Exception {
    DesignBuilder builder = shop(service);
    builder.design().getFlows().get(0).setLog(true);
    HostFilters filters = check(builder.design());
    PlacedFilter inbound =
        filters.read().filters().stream()
            .filter(each -> each.direction() == Rule.Direction.INBOUND)
            .filter(each -> each.name().contains("c-app"))
            .findFirst()
            .orElseThrow();
    int point = protocol * 65_536 + port;
    Probe probe = new Probe(Address.parse("10.0.0.1"), Address.parse("10.0.1.1"), point);
    assertThat(Probes.decide(inbound.filter(), probe)).isEqualTo(new Outcome(true, logged, false));
    assertThat(
            inbound.filter().rules().stream()
                .filter(
                    rule ->
                        rule.outcome().permits()
                            && rule.services().intersects(Intervals.of(point, point + 1)))
                .map(rule -> rule.name().endsWith(" not-logged")))
        .isNotEmpty()
        .containsOnly(!logged);
    assertThat(filters.report().limitations())
        .filteredOn(limitation -> limitation.reason().contains("TCP and UDP alone"))
        .singleElement()
        .satisfies(
            limitation -> {
              assertThat(limitation.effect()).isEqualTo(Limitation.Effect.REDUCED);
              assertThat(limitation.logging()).contains(Limitation.Logging.NO_LOG);
            });
    Path file = folder.resolve("b/gcp/shared/firewalls-1.json");
    String written = Files.readString(file);
    String silent = written.replaceFirst("\"enable\" *: *true", "\"enable\" : false");
    assertThat(silent).isNotEqualTo(written);
    Files.writeString(file, silent);
    assertThat(
            BundleVerifier.verify(filters.policy(), folder.resolve("b"), Progress.NONE)
                .platforms()
                .get(0)
                .holds())
        .as("a rule that logs no more is found")
        .isFalse();
  }
}
