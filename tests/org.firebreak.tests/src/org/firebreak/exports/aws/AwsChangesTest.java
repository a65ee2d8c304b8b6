package org.firebreak.exports.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.firebreak.exports.LargeDesign;
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

/** Change sets, applied step by step to what an account holds, in any order that a step allows. */
class AwsChangesTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;

  /** An account: documents by name, in them resources by id; groups of instances. */
  private static final class Account {
    private final Map<String, ObjectNode> documents = new TreeMap<>();
    private final Map<String, ObjectNode> instances = new TreeMap<>();
    private final Random random = new Random(1);
    private HostWalk walk;

    static Account of(MemoryFiles files) throws Exception {
      Account account = new Account();
      for (Map.Entry<String, String> file : files.content().entrySet()) {
        ObjectNode root = (ObjectNode) MAPPER.readTree(file.getValue());
        if (root.has("Resources") || root.has("resource")) {
          account.documents.put(name(file.getKey()), root);
        }
        root.path("firebreakAttachments").forEach(each -> account.put((ObjectNode) each));
      }
      return account;
    }

    private void put(ObjectNode instance) {
      ObjectNode known = MAPPER.createObjectNode();
      known.set("serverId", instance.get("serverId"));
      known.set("securityGroups", instance.get("securityGroups"));
      assertThat(instance.get("securityGroups")).isNotEmpty();
      instances.put(instance.get("serverId").asText(), known);
    }

    private static String name(String path) {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    MemoryFiles files() throws Exception {
      MemoryFiles files = new MemoryFiles();
      ObjectNode attached = MAPPER.createObjectNode();
      ObjectNode other = MAPPER.createObjectNode().put("serverId", "other");
      other.putArray("securityGroups");
      attached.putArray("firebreakAttachments").add(other).addAll(instances.values());
      files.content().put("shared/attachments.json", MAPPER.writeValueAsString(attached));
      for (Map.Entry<String, ObjectNode> document : documents.entrySet()) {
        files
            .content()
            .put("shared/all/" + document.getKey(), MAPPER.writeValueAsString(document.getValue()));
      }
      return files;
    }

    /** Groups and lists come first and go last, as references demand; rules in any order. */
    void update(String name, ObjectNode wanted, String step) throws Exception {
      ObjectNode now = documents.computeIfAbsent(name, key -> empty(wanted));
      for (int kind = 0; kind < 5; kind++) {
        List<Runnable> calls = new ArrayList<>();
        for (String[] at : places(now, wanted)) {
          ObjectNode section = (ObjectNode) section(now, at);
          JsonNode value = section(wanted, at).get(at[at.length - 1]);
          boolean rule = at[at.length - 2].endsWith("gress_rule") || isRule(section, value, at);
          boolean fits =
              switch (kind) {
                case 0 -> !rule && value != null;
                case 4 -> !rule && value == null;
                default -> rule;
              };
          if (fits) {
            calls.add(() -> set(section, at[at.length - 1], value));
          }
        }
        Collections.shuffle(calls, random);
        int done = 0;
        for (Runnable call : calls) {
          call.run();
          if (done++ % 7 == 0) {
            walk.at(files(), step);
          }
        }
        walk.at(files(), step);
      }
      documents.put(name, wanted);
    }

    private static boolean isRule(ObjectNode section, JsonNode value, String[] at) {
      JsonNode resource = value == null ? section.get(at[at.length - 1]) : value;
      return resource.path("Type").asText().endsWith("gress");
    }

    private static void set(ObjectNode section, String id, JsonNode value) {
      if (value == null) {
        section.remove(id);
      } else {
        section.set(id, value);
      }
    }

    private static ObjectNode empty(ObjectNode like) {
      ObjectNode empty = like.deepCopy();
      empty.remove("Outputs");
      if (empty.has("Resources")) {
        empty.putObject("Resources");
      } else {
        empty.putObject("resource");
      }
      return empty;
    }

    /** Where a resource is in one of two documents and differs in the other. */
    private static List<String[]> places(ObjectNode now, ObjectNode wanted) {
      List<String[]> places = new ArrayList<>();
      for (ObjectNode document : List.of(now, wanted)) {
        document
            .path("Resources")
            .fieldNames()
            .forEachRemaining(id -> places.add(new String[] {"Resources", id}));
        document
            .path("resource")
            .properties()
            .forEach(
                type ->
                    type.getValue()
                        .fieldNames()
                        .forEachRemaining(
                            id -> places.add(new String[] {"resource", type.getKey(), id})));
      }
      return places;
    }

    private static JsonNode section(ObjectNode document, String[] at) {
      ObjectNode section = document;
      for (int i = 0; i < at.length - 1; i++) {
        section = section.withObjectProperty(at[i]);
      }
      return section;
    }
  }

  private static void replay(HostWalk walk, MemoryFiles from, MemoryFiles to) throws Exception {
    Account now = Account.of(from);
    Account wanted = Account.of(to);
    now.walk = walk;
    walk.between(from, to);
    MemoryFiles changes = walk.changes(from, to);
    for (JsonNode step : MAPPER.readTree(changes.content().get("steps.json")).get("steps")) {
      String path = step.get("file").asText();
      if (step.get("action").asText().equals("delete")) {
        delete(now, step);
        continue;
      }
      ObjectNode root = (ObjectNode) MAPPER.readTree(changes.content().get(path));
      if (root.has("instances")) {
        for (JsonNode instance : root.get("instances")) {
          now.put((ObjectNode) instance);
          walk.at(now.files(), path);
        }
        if (path.endsWith("detach.json")) {
          now.instances.keySet().removeIf(id -> !wanted.instances.containsKey(id));
        }
      } else {
        now.update(Account.name(path), root, path);
      }
    }
    assertThat(now.documents).isEqualTo(wanted.documents);
    assertThat(now.instances).isEqualTo(wanted.instances);
  }

  private static void delete(Account now, JsonNode step) throws Exception {
    String what = step.get("removed").get(0).asText();
    assertThat(
            now.documents
                .entrySet()
                .removeIf(
                    document ->
                        document.getValue().path("Resources").has(what)
                            || what.contains(".") && document.getValue().has("resource")))
        .as(step.toString())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void stepsLeadFromOneBundleToTheOtherAndBackAndOpenNothing(long seed) throws Exception {
    HostWalk walk = new HostWalk("aws", folder);
    Map<String, String> format =
        Map.of("aws.format", seed % 2 == 0 ? "cloudformation" : "terraform");
    Design design = RandomDesign.of(StrategyKind.MICRO, 25, seed);
    MemoryFiles before = walk.export(design, "a", format);
    RandomChange.of(design, seed);
    MemoryFiles after = walk.export(design, "b", format);
    replay(walk, before, after);
    assertThat(walk.states()).isGreaterThan(10);
    replay(walk, after, before);
    replay(walk, new MemoryFiles(), after);
    replay(walk, after, new MemoryFiles());
  }

  @Test
  void stacksThatReferToEachOtherChangeInAnOrderThatExportsAllow() throws Exception {
    HostWalk walk = new HostWalk("aws", folder);
    Design design = LargeDesign.of(StrategyKind.MICRO, 60, 1, 700, 3);
    MemoryFiles before = walk.export(design, "a", Map.of());
    design.getFlows().remove(0);
    design.getZones().get(0).getGroups().remove(0);
    MemoryFiles after = walk.export(design, "b", Map.of());
    List<String> steps = new ArrayList<>();
    MemoryFiles changes = walk.changes(before, after);
    for (JsonNode step : MAPPER.readTree(changes.content().get("steps.json")).get("steps")) {
      steps.add(step.get("file").asText());
    }
    assertThat(before.paths()).contains("shared/cloudformation/groups-1.json");
    assertThat(steps).last().asString().startsWith("shared/5-clean/cloudformation/groups-");
    JsonNode kept =
        MAPPER.readTree(changes.content().get("shared/5-clean/cloudformation/groups-1.json"));
    assertThat(
            kept.equals(
                MAPPER.readTree(after.content().get("shared/cloudformation/groups-1.json"))))
        .isTrue();
  }

  @Test
  void nothingIsWrittenIfNothingDiffers() throws Exception {
    HostWalk walk = new HostWalk("aws", folder);
    MemoryFiles bundle =
        walk.export(RandomDesign.of(StrategyKind.MICRO, 25, 3), "a", Map.of("aws.format", "both"));
    assertThat(walk.changes(bundle, bundle).paths()).isEmpty();
  }
}
