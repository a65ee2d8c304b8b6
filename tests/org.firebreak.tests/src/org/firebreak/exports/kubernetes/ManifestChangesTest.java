package org.firebreak.exports.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.MemoryFiles;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Change sets, applied file by file to what a cluster holds, lead from one bundle to the other. */
class ManifestChangesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  @TempDir Path folder;

  /** Objects by identity, and pods by server. */
  private static final class Cluster {
    private final Map<String, JsonNode> objects = new TreeMap<>();
    private final Map<String, JsonNode> pods = new TreeMap<>();

    static Cluster of(MemoryFiles files) throws Exception {
      Cluster cluster = new Cluster();
      for (Map.Entry<String, String> file : files.content().entrySet()) {
        if (file.getKey().endsWith(".yaml")) {
          cluster.apply(file.getValue());
        } else if (file.getKey().endsWith(".json")) {
          cluster.label(JSON.readTree(file.getValue()));
        }
      }
      return cluster;
    }

    void apply(String manifest) throws Exception {
      try (MappingIterator<JsonNode> all = YAML.readerFor(JsonNode.class).readValues(manifest)) {
        while (all.hasNext()) {
          JsonNode object = all.next();
          objects.put(id(object), object);
        }
      }
    }

    void delete(String manifest) throws Exception {
      try (MappingIterator<JsonNode> all = YAML.readerFor(JsonNode.class).readValues(manifest)) {
        while (all.hasNext()) {
          assertThat(objects.remove(id(all.next()))).isNotNull();
        }
      }
    }

    void label(JsonNode labels) {
      labels.path("workloads").forEach(pod -> pods.put(pod.get("server").asText(), pod));
      labels
          .path("removed")
          .forEach(pod -> assertThat(pods.remove(pod.get("server").asText())).isNotNull());
    }

    private static String id(JsonNode object) {
      assertThat(object.path("apiVersion").asText()).isNotEmpty();
      return object.path("kind").asText()
          + object.at("/metadata/namespace").asText()
          + "/"
          + object.at("/metadata/name").asText();
    }
  }

  private MemoryFiles export(Design design, String platform, String name) throws Exception {
    CompiledPolicy policy =
        PolicyCompiler.compile(design, CompileOptions.on(LocalDate.of(2026, 1, 1)));
    Path bundle = folder.resolve(name);
    BundleWriter.write(bundle, policy, Exporters.byIds(platform), Map.of(), Progress.NONE);
    return MemoryFiles.of(new FolderFiles(bundle.resolve(platform)));
  }

  private static MemoryFiles changes(String platform, MemoryFiles from, MemoryFiles to)
      throws Exception {
    MemoryFiles changes = new MemoryFiles();
    Exporters.byIds(platform)
        .get(0)
        .changes()
        .orElseThrow()
        .write(from, to, changes, Progress.NONE);
    return changes;
  }

  private static void replay(String platform, MemoryFiles from, MemoryFiles to) throws Exception {
    Map<String, String> changes = changes(platform, from, to).content();
    assertThat(changes.keySet()).isSubsetOf("1-apply.yaml", "2-labels.json", "3-delete.yaml");
    Cluster cluster = Cluster.of(from);
    Cluster wanted = Cluster.of(to);
    if (changes.containsKey("1-apply.yaml")) {
      cluster.apply(changes.get("1-apply.yaml"));
    }
    assertThat(cluster.objects)
        .as("all new objects, before labels")
        .containsAllEntriesOf(wanted.objects);
    if (changes.containsKey("2-labels.json")) {
      cluster.label(JSON.readTree(changes.get("2-labels.json")));
    }
    assertThat(cluster.pods).as("pods, before deletions").isEqualTo(wanted.pods);
    if (changes.containsKey("3-delete.yaml")) {
      cluster.delete(changes.get("3-delete.yaml"));
    }
    assertThat(cluster.objects).isEqualTo(wanted.objects);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kubernetes", "cilium", "calico", "cluster-network-policy"})
  void stepsLeadFromOneBundleToTheOtherAndBack(String platform) throws Exception {
    Design design = RandomDesign.of(StrategyKind.MICRO, 60, 3);
    MemoryFiles before = export(design, platform, "a");
    design.getFlows().remove(0);
    design.getFlows().remove(design.getFlows().size() - 1);
    ServerGroup from = design.getZones().get(1).getGroups().get(0);
    Server moved = from.getServers().get(0);
    design.getZones().get(2).getGroups().get(0).getServers().add(moved);
    MemoryFiles after = export(design, platform, "b");
    assertThat(changes(platform, before, after).paths()).contains("1-apply.yaml", "2-labels.json");
    replay(platform, before, after);
    replay(platform, after, before);
    replay(platform, new MemoryFiles(), after);
    replay(platform, after, new MemoryFiles());
    assertThat(changes(platform, after, after).paths()).isEmpty();
  }
}
