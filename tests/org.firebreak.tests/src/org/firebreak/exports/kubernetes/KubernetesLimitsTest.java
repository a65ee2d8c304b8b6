package org.firebreak.exports.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.LimitedExport;
import org.firebreak.model.Flow;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects at the limits of their APIs, counted in the manifests and checked with the schemas. */
class KubernetesLimitsTest {
  /** Of all annotations of an object, in Kubernetes. */
  private static final int ANNOTATIONS = 256 * 1024;

  /** Bytes that etcd takes by default. */
  private static final int OBJECT = 3 * 512 * 1024;

  private final Schemas schemas = new Schemas();

  @TempDir Path folder;

  private static DesignBuilder one() {
    DesignBuilder builder = new DesignBuilder("one", StrategyKind.MICRO);
    builder.server(builder.group(null, "server"), "s", "10.1.0.1");
    return builder;
  }

  private static String ports(int count) {
    return "tcp/"
        + IntStream.range(0, count)
            .mapToObj(i -> Integer.toString(1000 + 2 * i))
            .collect(Collectors.joining(","));
  }

  /** The objects of a kind that are about the group. */
  private List<JsonNode> export(
      DesignBuilder builder, String platform, String kind, String... settings) throws Exception {
    new LimitedExport(folder, platform).write(builder.design(), settings);
    List<JsonNode> objects = new ArrayList<>();
    for (JsonNode object : Schemas.objects(folder.resolve("b"))) {
      assertThat(schemas.violations(object)).isEmpty();
      assertThat(object.toString().getBytes(StandardCharsets.UTF_8).length)
          .isLessThanOrEqualTo(OBJECT);
      int notes = 0;
      for (var note : object.at("/metadata/annotations").properties()) {
        notes += note.getKey().length();
        notes += note.getValue().asText().getBytes(StandardCharsets.UTF_8).length;
      }
      assertThat(notes).isLessThanOrEqualTo(ANNOTATIONS);
      if (object.path("kind").asText().equals(kind)
          && object.at("/metadata/name").asText().matches("(firebreak\\.)?server(-[0-9]+)?")) {
        objects.add(object);
      }
    }
    return objects;
  }

  private static List<Integer> sizes(List<JsonNode> objects, String path) {
    return objects.stream().map(object -> object.at(path).size()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "kubernetes, NetworkPolicy, 100, 1", "kubernetes, NetworkPolicy, 101, 2",
    "cilium, CiliumNetworkPolicy, 100, 1", "cilium, CiliumNetworkPolicy, 101, 2"
  })
  void objectsHoldAHundredEntries(String platform, String kind, int flows, int count)
      throws Exception {
    DesignBuilder builder = one();
    for (int i = 0; i < flows; i++) {
      builder.external("net" + i, "192.0." + i + ".0/24");
      builder.flow("net" + i, "server", "tcp/" + (1000 + i));
    }
    assertThat(sizes(export(builder, platform, kind), "/spec/ingress"))
        .isEqualTo(count == 1 ? List.of(100) : List.of(100, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kubernetes", "cilium", "calico"})
  void largeEntriesAreDividedAmongObjects(String platform) throws Exception {
    DesignBuilder builder = one();
    for (int f = 0; f < 18; f++) {
      int net = f;
      builder.external(
          "net" + f,
          IntStream.range(0, 5000)
              .mapToObj(i -> (20 + net) + "." + i / 120 + "." + (i % 120) * 2 + ".0/24")
              .toArray(String[]::new));
      builder.flow("net" + f, "server", "tcp/" + (1000 + f));
    }
    String kind =
        platform.equals("kubernetes")
            ? "NetworkPolicy"
            : platform.equals("cilium") ? "CiliumNetworkPolicy" : "GlobalNetworkPolicy";
    List<JsonNode> objects = new ArrayList<>();
    objects.addAll(export(builder, platform, kind));
    assertThat(objects).hasSizeGreaterThan(1);
    String written = objects.toString();
    assertThat(IntStream.range(0, 18).filter(f -> written.contains("\"" + (20 + f) + ".0.0.0/24")))
        .hasSize(18);
  }

  @Test
  void anEntryThatNoClusterStoresIsRefused() throws Exception {
    DesignBuilder builder = one();
    builder.external(
        "net",
        IntStream.range(0, 60_000)
            .mapToObj(i -> (20 + i / 30_000) + "." + i % 30_000 / 120 + "." + i % 120 * 2 + ".0/24")
            .toArray(String[]::new));
    builder.flow("net", "server", "tcp/443");
    new LimitedExport(folder, "kubernetes")
        .refused(
            builder.design(),
            "Kubernetes takes at most 1,572,864 bytes of an object, and NetworkPolicy shared/server"
                + " would have 2,");
  }

  @ParameterizedTest
  @CsvSource({"1022, 1", "1023, 2"})
  void calicoHoldsRulesOfADirection(int flows, int count) throws Exception {
    DesignBuilder builder = one();
    for (int i = 0; i < flows; i++) {
      builder.external("net" + i, "192." + i / 250 + "." + i % 250 + ".0/24");
      Flow flow = builder.flow("net" + i, "server", "tcp/" + (1000 + i));
      flow.setJustification("because ".repeat(100));
    }
    export(builder, "calico", "GlobalNetworkPolicy");
    List<JsonNode> objects = policies();
    assertThat(objects.stream().mapToInt(each -> each.at("/spec/ingress").size()).sum())
        .isEqualTo(flows + 2);
    assertThat(sizes(objects, "/spec/ingress")).hasSize(count).allMatch(size -> size <= 1024);
  }

  private List<JsonNode> policies() throws Exception {
    return Schemas.objects(folder.resolve("b")).stream()
        .filter(object -> object.path("kind").asText().equals("GlobalNetworkPolicy"))
        .filter(object -> object.at("/metadata/name").asText().matches(".*\\.server(-[0-9]+)?"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"256, 50, 1", "257, 50, 2", "256, 51, 2", "257, 51, 4"})
  void calicoSplitsNetworksAndPorts(int blocks, int ports, int rules) throws Exception {
    DesignBuilder builder = one();
    builder.external(
        "net",
        IntStream.range(0, blocks)
            .mapToObj(i -> "192." + i / 120 + "." + i % 120 * 2 + ".0/24")
            .toArray(String[]::new));
    builder.flow("net", "server", ports(ports));
    export(builder, "calico", "GlobalNetworkPolicy");
    List<JsonNode> ingress = policies().get(0).at("/spec/ingress").findParents("protocol");
    assertThat(ingress).hasSize(rules);
    assertThat(ingress.stream().mapToInt(each -> each.at("/source/nets").size()).max())
        .hasValue(Math.min(256, blocks));
    assertThat(ingress.stream().mapToInt(each -> each.at("/destination/ports").size()).max())
        .hasValue(Math.min(50, ports));
  }

  /** Names as long as they get, and a prefix of labels as long as it may be. */
  @Test
  void calicoSelectorsStayBelowTheirLength() throws Exception {
    DesignBuilder builder = one();
    String name = "n".repeat(300);
    ServerGroup group = builder.group(builder.zone("z" + name), "g" + name);
    for (int i = 0; i < 60; i++) {
      builder.server(group, name + i, "10.4.0." + (i + 1));
      if (i % 2 == 0) {
        builder.flow(name + i, "server", "tcp/443");
        builder.flow("server", name + i, "tcp/" + (1000 + i));
      }
    }
    export(
        builder, "calico", "GlobalNetworkPolicy", "label-prefix", "a".repeat(88) + ".example.com");
    assertThat(
            Schemas.objects(folder.resolve("b")).stream()
                .flatMap(object -> object.findValuesAsText("selector").stream())
                .mapToInt(String::length)
                .max()
                .orElseThrow())
        .isBetween(500, 1024);
  }

  @ParameterizedTest
  @CsvSource({"40, 1", "41, 2", "80, 2", "81, 3"})
  void ciliumHoldsFortyPortsInAList(int ports, int lists) throws Exception {
    DesignBuilder builder = one();
    builder.external("net", "192.0.2.0/24");
    builder.flow("net", "server", ports(ports));
    JsonNode entry = export(builder, "cilium", "CiliumNetworkPolicy").get(0).at("/spec/ingress/0");
    assertThat(entry.path("toPorts")).hasSize(lists);
    assertThat(entry.path("toPorts")).allMatch(list -> list.path("ports").size() <= 40);
    assertThat(entry.findValues("port")).hasSize(ports);
  }

  @ParameterizedTest
  @CsvSource({
    "cluster, ClusterNetworkPolicy, 25, 1", "cluster, ClusterNetworkPolicy, 26, 2",
    "admin, AdminNetworkPolicy, 100, 1", "admin, AdminNetworkPolicy, 101, 2"
  })
  void clusterPoliciesHoldRulesAndPorts(String api, String kind, int many, int count)
      throws Exception {
    DesignBuilder builder = one();
    for (int i = 0; i < many; i++) {
      builder.tripwire("Wire " + i, Severity.HIGH, "udp/" + (5000 + i));
    }
    List<JsonNode> objects = export(builder, "cluster-network-policy", kind, "api", api);
    assertThat(sizes(objects, "/spec/ingress"))
        .isEqualTo(count == 1 ? List.of(many) : List.of(many - 1, 1));
    assertThat(objects).allMatch(object -> object.at("/spec/priority").asInt() <= 1000);

    builder = one();
    builder.tripwire("Wire", Severity.HIGH, ports(many));
    objects = export(builder, "cluster-network-policy", kind, "api", api);
    assertThat(sizes(objects, "/spec/ingress")).containsExactly(count);
    assertThat(objects.get(0).findValue("ingress"))
        .allMatch(rule -> rule.findValues(api.equals("admin") ? "port" : "number").size() <= many);
  }
}
