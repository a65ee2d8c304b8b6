package org.firebreak.exports.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.HostsReadBack;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.NaiveComparison;
import org.firebreak.exports.SmallDesign;
import org.firebreak.exports.bundle.BundleVerifier;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.exports.verify.Mismatch;
import org.firebreak.exports.verify.PlatformVerification;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.readers.RuleBaseReaders;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One thing of an export is changed: verification finds every change of meaning and no other.
 * Whether the meaning changed is found by walking over the connections.
 */
class KubernetesMutationTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final int MUTATIONS = 55;
  private static final int KINDS = 11;
  private static final List<String> SERVICES =
      List.of("tcp/443", "tcp/80,443,8000-8100", "udp/53", "tcp", "udp/514");
  private static final List<String> LISTS =
      List.of("ingress", "egress", "ingressDeny", "egressDeny");
  private static final List<String> PEERS =
      List.of(
          "from",
          "to",
          "fromEndpoints",
          "toEndpoints",
          "fromCIDRSet",
          "toCIDRSet",
          "fromCIDR",
          "toCIDR",
          "source",
          "destination");

  @TempDir Path folder;

  private final List<ObjectNode> objects = new ArrayList<>();
  private JsonNode labels;

  @ParameterizedTest
  @CsvSource({
    "kubernetes, network-policies.yaml, false, cluster",
    "cilium, cilium-policies.yaml, false, cluster",
    "calico, calico-policies.yaml, true, cluster",
    "cluster-network-policy, network-policies.yaml, false, cluster",
    "cluster-network-policy, cluster-policies.yaml, false, cluster",
    "cluster-network-policy, cluster-policies.yaml, false, admin"
  })
  void verificationFindsEveryChangeOfMeaningAndNoOther(
      String platform, String name, boolean logs, String api) throws Exception {
    Map<String, String> settings =
        platform.startsWith("cluster") ? Map.of(platform + ".api", api) : Map.of();
    int changed = 0;
    int unchanged = 0;
    for (long seed = 1; seed <= 2; seed++) {
      CompiledPolicy policy =
          PolicyCompiler.compile(
              SmallDesign.of(10, seed, SERVICES), CompileOptions.on(LocalDate.of(2026, 1, 1)));
      Path bundle = folder.resolve("b" + seed);
      ExportReport report =
          BundleWriter.write(bundle, policy, Exporters.byIds(platform), settings, Progress.NONE);
      assertThat(report.platforms().get(0).limitations())
          .extracting(Limitation::effect)
          .doesNotContain(Limitation.Effect.DENIES_MORE, Limitation.Effect.PERMITS_MORE);
      Path file = bundle.resolve(platform).resolve("shared").resolve(name);
      Path tags = file.resolveSibling("labels.json");
      String manifests = Files.readString(file);
      String labelled = Files.readString(tags);
      RuleBase before = read(platform, bundle, policy);
      NaiveComparison oracle = new NaiveComparison(policy, logs);
      Random random = new Random(seed);
      for (int i = 0; i < MUTATIONS; i++) {
        objects.clear();
        YAML.readerFor(JsonNode.class)
            .<JsonNode>readValues(manifests)
            .forEachRemaining(node -> objects.add((ObjectNode) node));
        labels = JSON.readTree(labelled);
        String what = mutate(i % KINDS, random);
        try (SequenceWriter writer = YAML.writer().writeValues(file.toFile())) {
          writer.writeAll(objects);
        }
        JSON.writeValue(tags.toFile(), labels);
        RuleBase after = read(platform, bundle, policy);
        boolean differs = !after.unread().isEmpty() || oracle.differ(before, after);
        PlatformVerification found =
            BundleVerifier.verify(policy, bundle, Progress.NONE).platforms().get(0);
        // a lost log entry of a tripwire is found, and excused: no alert of its own is declared
        assertThat(found.holds() && found.declared().isEmpty())
            .as(
                "seed %d, mutation %d: %s %s",
                seed, i, what, found.mismatches().stream().map(Mismatch::text).toList())
            .isEqualTo(!differs);
        changed += differs ? 1 : 0;
        unchanged += differs ? 0 : 1;
      }
      Files.writeString(file, manifests);
      Files.writeString(tags, labelled);
    }
    // denials that nothing permits anyway may go
    assertThat(changed).isGreaterThan(name.startsWith("cluster") ? MUTATIONS / 3 : MUTATIONS / 2);
    assertThat(unchanged).isPositive();
  }

  private static RuleBase read(String platform, Path bundle, CompiledPolicy policy)
      throws Exception {
    return RuleBaseReaders.of(platform)
        .orElseThrow()
        .read(
            new FolderFiles(bundle.resolve(platform)),
            HostsReadBack.addresses(policy),
            Progress.NONE);
  }

  private static <T> T pick(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  private List<ArrayNode> lists() {
    List<ArrayNode> lists = new ArrayList<>();
    for (ObjectNode object : objects) {
      for (String field : LISTS) {
        if (object.path("spec").path(field) instanceof ArrayNode list && !list.isEmpty()) {
          lists.add(list);
        }
      }
    }
    return lists;
  }

  private String mutate(int kind, Random random) {
    ArrayNode list = pick(lists(), random);
    int at = random.nextInt(list.size());
    ObjectNode rule = (ObjectNode) list.get(at);
    String before = kind + " " + rule;
    switch (kind) {
      case 0 -> list.remove(at);
      case 1 -> objects.remove(random.nextInt(objects.size()));
      case 2 -> PEERS.forEach(rule::remove);
      case 3 -> replace(rule, List.of("port", "ports", "number"), "443", "444");
      case 4 -> replace(rule, List.of("protocol"), "TCP", "UDP");
      case 5 -> rule.remove(List.of("toPorts", "ports", "protocol", "protocols"));
      case 6 -> list.insert(0, list.remove(at));
      case 7 -> pick(lists(), random).add(rule.deepCopy());
      case 8 -> {
        ArrayNode workloads = (ArrayNode) labels.get("workloads");
        ObjectNode other = (ObjectNode) pick(listOf(workloads), random);
        other.set("labels", pick(listOf(workloads), random).get("labels").deepCopy());
      }
      case 9 -> {
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        if (object.get("spec") instanceof ObjectNode spec && spec.has("priority")) {
          spec.put("priority", random.nextInt(1000));
        }
        if (rule.has("from")) {
          rule.putArray("from")
              .addObject()
              .putArray("networks")
              .add(random.nextBoolean() ? "10.0.0.0/8" : "0.0.0.0/0");
        }
      }
      default -> {
        if (rule.has("action")) {
          rule.put("action", pick(List.of("Allow", "Accept", "Deny", "Pass"), random));
        } else {
          rule.putArray(random.nextBoolean() ? "ports" : "toPorts").removeAll();
        }
      }
    }
    return before;
  }

  private static List<JsonNode> listOf(ArrayNode array) {
    List<JsonNode> list = new ArrayList<>();
    array.forEach(list::add);
    return list;
  }

  private static void replace(JsonNode node, List<String> fields, String old, String with) {
    if (node instanceof ObjectNode object) {
      for (String field : fields) {
        JsonNode value = object.path(field);
        if (value.isValueNode() && value.asText().equals(old)) {
          if (value.isNumber()) {
            object.put(field, Integer.parseInt(with));
          } else {
            object.put(field, with);
          }
        } else if (value instanceof ArrayNode array) {
          for (int i = 0; i < array.size(); i++) {
            if (array.get(i).isNumber() && array.get(i).asText().equals(old)) {
              array.set(i, Integer.parseInt(with));
            }
          }
        }
      }
    }
    node.forEach(child -> replace(child, fields, old, with));
  }
}
