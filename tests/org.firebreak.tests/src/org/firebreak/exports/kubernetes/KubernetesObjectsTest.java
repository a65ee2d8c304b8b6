package org.firebreak.exports.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.HostileNames;
import org.firebreak.exports.LargeDesign;
import org.firebreak.exports.PlainText;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The objects are valid for the API of Kubernetes, whatever the design says. */
class KubernetesObjectsTest {
  private final Schemas schemas = new Schemas();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"kubernetes", "cilium", "calico", "cluster-network-policy"})
  void objectsFitTheirSchemasAndHaveNamesOfTheirOwn(String platform) throws Exception {
    for (int seed = 0; seed < 6; seed++) {
      Path bundle = folder.resolve("b" + seed);
      export(bundle, RandomDesign.withTenants(StrategyKind.MICRO, 80, seed), platform);
      assertValid(Schemas.objects(bundle));
    }
  }

  /** Rule sets of many rules take several objects, whose names are not those of others. */
  @ParameterizedTest
  @ValueSource(strings = {"kubernetes", "cilium", "cluster-network-policy"})
  void numberedObjectsAreNotThoseOfOtherGroups(String platform) throws Exception {
    DesignBuilder builder = new DesignBuilder("names", StrategyKind.MICRO);
    for (String name : List.of("web", "web-2", "app")) {
      ServerGroup group = builder.group(null, name);
      for (int i = 0; i < 260; i++) {
        builder.server(
            group, name + "-s" + i, "10." + name.length() + "." + i / 250 + "." + i % 250);
      }
    }
    builder.tripwire("Shells", Severity.HIGH, "tcp/22");
    for (int i = 1; i < 120; i++) {
      builder.flow("app", "web", "tcp/" + (1000 + 2 * i));
      builder.external("n" + i, "198.51.100." + i);
      builder.flow("n" + i, "web", "tcp/" + (1000 + 2 * i));
    }
    export(folder, builder.design(), platform);
    assertThat(Schemas.objects(folder))
        .extracting(object -> object.path("kind") + " " + object.at("/metadata/name"))
        .contains(
            platform.equals("cilium")
                ? "\"CiliumNetworkPolicy\" \"web.2\""
                : "\"NetworkPolicy\" \"web.2\"")
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "cluster-network-policy, api, admin, AdminNetworkPolicy",
    "cluster-network-policy, api, cluster, ClusterNetworkPolicy",
    "calico, endpoints, host, HostEndpoint"
  })
  void objectsOfOptionsFitTheirSchemas(String platform, String option, String value, String kind)
      throws Exception {
    Set<String> kinds = new HashSet<>();
    for (int seed = 0; seed < 4; seed++) {
      Path bundle = folder.resolve("b" + seed);
      CompiledPolicy policy = compile(RandomDesign.withTenants(StrategyKind.MICRO, 80, seed));
      BundleWriter.write(
          bundle,
          policy,
          Exporters.byIds(platform),
          Map.of(platform + "." + option, value),
          Progress.NONE);
      List<JsonNode> objects = Schemas.objects(bundle);
      assertValid(objects);
      objects.forEach(object -> kinds.add(object.path("kind").asText()));
    }
    assertThat(kinds).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kubernetes", "cilium", "calico", "cluster-network-policy"})
  void hostileNamesAreData(String platform) throws Exception {
    Design design = HostileNames.design(StrategyKind.MICRO);
    CompiledPolicy policy = compile(design);
    BundleWriter.write(
        folder.resolve("b"), policy, Exporters.byIds(platform), Map.of(), Progress.NONE);

    List<JsonNode> objects = Schemas.objects(folder.resolve("b"));
    assertValid(objects);
    String annotations =
        String.join("\n", objects.stream().map(each -> each.path("metadata").toString()).toList());
    for (var set : policy.ruleSets()) {
      for (Rule rule : set.rules()) {
        if (!set.servers().isEmpty() && rule.kind() == Rule.Kind.FLOW) {
          assertThat(annotations).contains(rule.id());
        }
      }
      if (!set.servers().isEmpty()) {
        assertThat(
                objects.stream()
                    .map(each -> each.at("/metadata/annotations/firebreak.example~1rule-set-name")))
            .anyMatch(name -> name.asText().equals(PlainText.oneLine(set.name(), 200)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"kubernetes", "cilium", "calico", "cluster-network-policy"})
  void tenantsHaveNamespacesAndFilesOfTheirOwn(String platform) throws Exception {
    Path bundle = folder.resolve("b");
    export(bundle, RandomDesign.withTenants(StrategyKind.MICRO, 80, 3), platform);

    List<JsonNode> own = Schemas.objects(bundle.resolve(platform).resolve("tenant2"));
    assertThat(own).isNotEmpty();
    assertThat(own.toString()).doesNotContain("tenant3");
    assertThat(own.stream().filter(each -> each.path("metadata").has("namespace")))
        .allMatch(each -> each.at("/metadata/namespace").asText().equals("tenant2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kubernetes", "cilium", "calico", "cluster-network-policy"})
  void everyRuleIsInTheManifestOfTheBundle(String platform) throws Exception {
    CompiledPolicy policy = compile(RandomDesign.of(StrategyKind.MICRO, 30, 5));
    var report =
        BundleWriter.write(
            folder.resolve("b"), policy, Exporters.byIds(platform), Map.of(), Progress.NONE);

    Set<String> told = new HashSet<>();
    report.platforms().get(0).files().forEach(f -> f.rules().forEach(r -> told.add(r.id())));
    report.platforms().get(0).limitations().forEach(limitation -> told.add(limitation.rule()));
    for (var set : policy.ruleSets()) {
      for (Rule rule : set.rules()) {
        if (rule.direction() != Rule.Direction.FORWARD) {
          assertThat(told).contains(rule.id());
        }
      }
    }
  }

  @Test
  void prefixAndNamespaceAreNamesOfKubernetes() {
    assertThatThrownBy(() -> new KubernetesSettings("not/a name", "shared", "", false, true, false))
        .hasMessageContaining("label-prefix");
    assertThatThrownBy(
            () -> new KubernetesSettings("example.com", "Shared", "", false, true, false))
        .hasMessageContaining("namespace");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kubernetes", "cilium", "calico", "cluster-network-policy"})
  void tenThousandServersAreQuick(String platform) throws Exception {
    CompiledPolicy policy = compile(LargeDesign.of(StrategyKind.MICRO, 500, 20, 2000, 1));
    policy.ruleSets();
    export(folder.resolve("warm"), LargeDesign.of(StrategyKind.MICRO, 50, 20, 200, 1), platform);

    long start = cpuTime();
    BundleWriter.write(
        folder.resolve("b"), policy, Exporters.byIds(platform), Map.of(), Progress.NONE);
    assertThat((cpuTime() - start) / 1_000_000).as("milliseconds of CPU").isLessThan(3_000);
  }

  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private void assertValid(List<JsonNode> objects) throws Exception {
    assertThat(objects).isNotEmpty();
    Set<String> names = new HashSet<>();
    for (JsonNode object : objects) {
      assertThat(schemas.violations(object)).as(object.toString()).isEmpty();
      String id = object.path("kind").asText() + object.at("/metadata/namespace") + "/";
      assertThat(names.add(id + object.at("/metadata/name"))).as(id).isTrue();
      assertThat(object.at("/metadata/name").asText()).hasSizeLessThanOrEqualTo(253);
      assertThat(object.at("/metadata/labels/app.kubernetes.io~1managed-by").asText())
          .isEqualTo("firebreak");
      object
          .at("/metadata/labels")
          .forEach(
              label ->
                  assertThat(label.asText())
                      .matches("(?=.{0,63}$)[A-Za-z0-9]([-\\w.]*[A-Za-z0-9])?"));
      object
          .at("/metadata/annotations")
          .properties()
          .forEach(
              each ->
                  assertThat(each.getKey()).matches("[a-z0-9.]{1,253}/[A-Za-z0-9][-\\w.]{0,62}"));
      assertThat(object.toString().length()).isLessThan(1_000_000);
    }
  }

  private static void export(Path bundle, Design design, String platform) throws Exception {
    BundleWriter.write(bundle, compile(design), Exporters.byIds(platform), Map.of(), Progress.NONE);
  }

  private static CompiledPolicy compile(Design design) {
    return PolicyCompiler.compile(design, CompileOptions.on(LocalDate.of(2026, 1, 1)));
  }
}
