package org.firebreak.exports.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.firebreak.exports.MemoryFiles;
import org.firebreak.exports.RandomChange;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.cloud.HostWalk;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Change sets, applied step by step to what a resource group holds. */
class AzureChangesTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String FILTER = "networkSecurityGroup";
  private static final String GROUPS = "applicationSecurityGroups";

  @TempDir Path folder;

  /** A resource group: resources by name, interfaces by server. */
  private static final class Resources {
    private final Map<String, JsonNode> resources = new TreeMap<>();
    private final Map<String, ObjectNode> interfaces = new TreeMap<>();

    static Resources of(MemoryFiles files) throws Exception {
      Resources all = new Resources();
      for (String text : files.content().values()) {
        JsonNode root = MAPPER.readTree(text);
        root.path("resources").forEach(all::deploy);
        for (JsonNode each : root.path("firebreakAttachments")) {
          ObjectNode entry = MAPPER.createObjectNode();
          entry.set("serverId", each.get("serverId"));
          entry.set(FILTER, each.get(FILTER));
          entry.set(GROUPS, sorted(each.get(GROUPS)));
          all.interfaces.put(each.get("serverId").asText(), entry);
        }
      }
      return all;
    }

    private static ArrayNode sorted(JsonNode names) {
      ArrayNode array = MAPPER.createArrayNode();
      Set<String> sorted = new java.util.TreeSet<>();
      names.forEach(name -> assertThat(sorted.add(name.asText())).isTrue());
      sorted.forEach(array::add);
      return array;
    }

    /** Incremental: what a template does not name stays. What a rule names must be there. */
    void deploy(JsonNode resource) {
      ObjectNode copy = resource.deepCopy();
      copy.remove("dependsOn");
      resources.put(copy.get("name").asText(), copy);
    }

    void assertReferences() {
      for (JsonNode resource : resources.values()) {
        for (JsonNode id : resource.findValues("id")) {
          String name = id.asText().replaceAll(".*', '(.*)'\\)]", "$1");
          assertThat(resources).containsKey(name);
        }
      }
    }

    void change(JsonNode entry) {
      String id = entry.get("serverId").asText();
      ObjectNode at =
          interfaces.computeIfAbsent(
              id,
              key -> {
                ObjectNode fresh = MAPPER.createObjectNode().put("serverId", id).put(FILTER, "");
                fresh.putArray(GROUPS);
                return fresh;
              });
      Set<String> groups = new LinkedHashSet<>();
      at.get(GROUPS).forEach(group -> groups.add(group.asText()));
      entry.path("leave").forEach(group -> assertThat(groups.remove(group.asText())).isTrue());
      for (JsonNode group : entry.path("join")) {
        assertThat(resources).containsKey(group.asText());
        assertThat(groups.add(group.asText())).isTrue();
      }
      at.set(GROUPS, sorted(MAPPER.valueToTree(groups)));
      if (entry.has(FILTER)) {
        assertThat(resources).containsKey(entry.get(FILTER).asText());
        at.set(FILTER, entry.get(FILTER));
      }
    }

    /** What something uses cannot be deleted. */
    void delete(JsonNode resource) {
      String name = resource.get("name").asText();
      assertThat(resources.remove(name)).as(name).isNotNull();
      assertThat(interfaces.toString()).doesNotContain('"' + name + '"');
      assertReferences();
    }

    MemoryFiles files() throws Exception {
      ObjectNode template = MAPPER.createObjectNode();
      template.putArray("resources").addAll(resources.values());
      ObjectNode attached = MAPPER.createObjectNode();
      interfaces.values().stream()
          .filter(each -> !each.get(FILTER).asText().isEmpty())
          .forEach(attached.putArray("firebreakAttachments")::add);
      MemoryFiles files = new MemoryFiles();
      files.content().put("shared/attachments.json", MAPPER.writeValueAsString(attached));
      files.content().put("shared/template-1.json", MAPPER.writeValueAsString(template));
      return files;
    }
  }

  private static void replay(HostWalk walk, MemoryFiles from, MemoryFiles to) throws Exception {
    Resources now = Resources.of(from);
    Resources wanted = Resources.of(to);
    walk.between(from, to);
    MemoryFiles changes = walk.changes(from, to);
    for (JsonNode step : MAPPER.readTree(changes.content().get("steps.json")).get("steps")) {
      String path = step.get("file").asText();
      JsonNode root = MAPPER.readTree(changes.content().get(path));
      List<Runnable> calls = new ArrayList<>();
      root.path("interfaces")
          .forEach(
              each ->
                  calls.add(
                      step.get("action").asText().equals("delete")
                          ? () -> now.interfaces.remove(each.get("serverId").asText())
                          : () -> now.change(each)));
      for (JsonNode each : root.path("resources")) {
        calls.add(path.endsWith("6-delete.json") ? () -> now.delete(each) : () -> now.deploy(each));
      }
      assertThat(calls).isNotEmpty();
      for (Runnable call : calls) {
        call.run();
        walk.at(now.files(), path);
      }
      now.assertReferences();
    }
    assertThat(now.resources).isEqualTo(wanted.resources);
    assertThat(now.interfaces).isEqualTo(wanted.interfaces);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void stepsLeadFromOneBundleToTheOtherAndBackAndOpenNothing(long seed) throws Exception {
    HostWalk walk = new HostWalk("azure", folder);
    Design design = RandomDesign.of(StrategyKind.MICRO, 25, seed);
    MemoryFiles before = walk.export(design, "a", Map.of());
    RandomChange.of(design, seed);
    MemoryFiles after = walk.export(design, "b", Map.of());
    replay(walk, before, after);
    assertThat(walk.states()).isGreaterThan(10);
    replay(walk, after, before);
    replay(walk, new MemoryFiles(), after);
    replay(walk, after, new MemoryFiles());
  }

  /** Interfaces that join a group while rules that name it go. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void manyChangesAtOnceOpenNothing(long seed) throws Exception {
    HostWalk walk = new HostWalk("azure", folder);
    Design design = RandomDesign.of(StrategyKind.MICRO, 40, seed);
    MemoryFiles before = walk.export(design, "a", Map.of());
    for (int i = 0; i < 6; i++) {
      RandomChange.of(design, seed + 10 * i);
    }
    MemoryFiles after = walk.export(design, "b", Map.of());
    replay(walk, before, after);
    replay(walk, after, before);
  }

  @Test
  void whatIsNoMoreIsDeletedByNameInTheFormOfTheTool() throws Exception {
    HostWalk walk = new HostWalk("azure", folder);
    Design design = RandomDesign.of(StrategyKind.MICRO, 25, 2);
    MemoryFiles before = walk.export(design, "a", Map.of());
    MemoryFiles changes = walk.changes(before, new MemoryFiles());
    Path script = folder.resolve("delete.sh");
    Files.writeString(script, changes.content().get("shared/6-delete.sh"));
    JsonNode deleted = MAPPER.readTree(changes.content().get("shared/6-delete.json"));
    assertThat(Files.readString(script).lines().filter(line -> line.startsWith("az network ")))
        .hasSize(deleted.get("resources").size());
    Process shell = new ProcessBuilder("sh", "-n", script.toString()).start();
    assertThat(shell.waitFor()).isZero();
    assertThat(changes.content().get("steps.txt")).contains("   - firebreak-nsg-");
  }

  @Test
  void nothingIsWrittenIfNothingDiffers() throws Exception {
    HostWalk walk = new HostWalk("azure", folder);
    MemoryFiles bundle = walk.export(RandomDesign.of(StrategyKind.MICRO, 25, 3), "a", Map.of());
    assertThat(walk.changes(bundle, bundle).paths()).isEmpty();
  }
}
