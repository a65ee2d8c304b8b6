package org.firebreak.exports.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RolloutPhase;
import org.firebreak.core.policy.RolloutPlan;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.MemoryFiles;
import org.firebreak.exports.RandomChange;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.exports.cloud.HostWalk;
import org.firebreak.model.Design;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.readers.RuleBaseReaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Change sets, applied step by step to what a network holds. */
class GcpChangesTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;

  private final Map<String, AddressSet> addresses = new HashMap<>();

  /** A network: rules by name, instances by id. */
  private static final class Network {
    private final Map<String, JsonNode> rules = new TreeMap<>();
    private final Map<String, ObjectNode> instances = new TreeMap<>();

    static Network of(MemoryFiles files) throws Exception {
      Network network = new Network();
      for (String text : files.content().values()) {
        JsonNode root = MAPPER.readTree(text);
        root.path("items").forEach(rule -> network.rules.put(rule.get("name").asText(), rule));
        root.path("firebreakAttachments").forEach(each -> network.put((ObjectNode) each));
      }
      return network;
    }

    private void put(ObjectNode instance) {
      ObjectNode known = MAPPER.createObjectNode();
      known.set("serverId", instance.get("serverId"));
      known.set("tags", sorted(instance.get("tags")));
      instances.put(instance.get("serverId").asText(), known);
    }

    private static ArrayNode sorted(JsonNode tags) {
      TreeSet<String> sorted = new TreeSet<>();
      tags.forEach(tag -> sorted.add(tag.asText()));
      ArrayNode array = MAPPER.createArrayNode();
      sorted.forEach(array::add);
      return array;
    }

    /** Changes the tags of an instance. */
    void tags(JsonNode change) {
      ObjectNode instance =
          instances.computeIfAbsent(
              change.get("serverId").asText(),
              id -> {
                ObjectNode fresh = MAPPER.createObjectNode().put("serverId", id);
                fresh.putArray("tags");
                return fresh;
              });
      List<String> tags = new ArrayList<>();
      instance.get("tags").forEach(tag -> tags.add(tag.asText()));
      change.path("remove").forEach(tag -> assertThat(tags.remove(tag.asText())).isTrue());
      change.path("add").forEach(tag -> tags.add(tag.asText()));
      instance.set("tags", sorted(MAPPER.valueToTree(tags)));
      if (tags.isEmpty()) {
        instances.remove(change.get("serverId").asText());
      }
    }

    /** Inserts a rule that is not there, or patches one that is. */
    void put(String file, JsonNode rule) {
      JsonNode old = rules.put(rule.get("name").asText(), rule);
      assertThat(old == null).isEqualTo(file.contains("insert"));
    }

    MemoryFiles files() throws Exception {
      ObjectNode list = MAPPER.createObjectNode();
      list.putArray("items").addAll(rules.values());
      ObjectNode attached = MAPPER.createObjectNode().put("network", "global/networks/default");
      attached.putArray("firebreakAttachments").addAll(instances.values());
      MemoryFiles files = new MemoryFiles();
      files.content().put("attachments.json", MAPPER.writeValueAsString(attached));
      files.content().put("firewalls.json", MAPPER.writeValueAsString(list));
      return files;
    }
  }

  private MemoryFiles export(Design design, String name) throws Exception {
    CompiledPolicy policy =
        PolicyCompiler.compile(
            design, CompileOptions.on(LocalDate.of(2026, 1, 1)).withStrategy(StrategyKind.MICRO));
    for (PolicyServer server : policy.servers()) {
      addresses.put(
          server.ref().id(),
          AddressSet.of(server.addresses().stream().map(AddressRange::of).toList()));
    }
    List<Exporter> gcp = Exporters.byIds("gcp");
    BundleWriter.write(folder.resolve(name), policy, gcp, Map.of(), Progress.NONE);
    return MemoryFiles.of(new FolderFiles(folder.resolve(name).resolve("gcp")));
  }

  private static MemoryFiles changes(MemoryFiles from, MemoryFiles to) throws Exception {
    MemoryFiles changes = new MemoryFiles();
    Exporters.byIds("gcp").get(0).changes().orElseThrow().write(from, to, changes, Progress.NONE);
    return changes;
  }

  /** Filters of every instance, inbound and outbound, by its id. */
  private Map<String, PlacedFilter> filters(Network network) throws Exception {
    RuleBase read =
        RuleBaseReaders.of("gcp")
            .orElseThrow()
            .read(
                network.files(),
                host -> addresses.getOrDefault(host, AddressSet.EMPTY),
                Progress.NONE);
    Map<String, PlacedFilter> filters = new LinkedHashMap<>();
    read.filters()
        .forEach(
            filter ->
                filter.hosts().forEach(host -> filters.put(host + filter.direction(), filter)));
    return filters;
  }

  private static boolean permits(
      PlacedFilter filter, Address source, Address destination, int service) {
    for (FilterRule rule : filter.filter().rules()) {
      if (rule.source().contains(source)
          && rule.destination().contains(destination)
          && rule.services().intersects(Intervals.of(service, service + 1))) {
        return rule.outcome().permits();
      }
    }
    return filter.filter().last().outcome().permits();
  }

  private void assertSafe(
      Network now, Map<String, PlacedFilter> from, Map<String, PlacedFilter> to, Random random)
      throws Exception {
    Map<String, PlacedFilter> filters = filters(now);
    List<AddressSet> known = addresses.values().stream().filter(set -> !set.isEmpty()).toList();
    filters.forEach(
        (key, filter) -> {
          for (int i = 0; i < 20; i++) {
            Address source = pick(known, random);
            Address destination = pick(known, random);
            List<FilterRule> rules = filter.filter().rules();
            int service = 6 * 65_536 + random.nextInt(65_536);
            if (!rules.isEmpty()) {
              service = rules.get(random.nextInt(rules.size())).services().from(0);
            }
            if (permits(filter, source, destination, service)) {
              int of = service;
              assertThat(List.of(from, to))
                  .as("%s from %s to %s by %d", key, source, destination, service)
                  .anyMatch(
                      end ->
                          !end.containsKey(key) || permits(end.get(key), source, destination, of));
            }
          }
        });
  }

  private static Address pick(List<AddressSet> known, Random random) {
    AddressSet set = known.get(random.nextInt(known.size()));
    return set.ranges().get(random.nextInt(set.ranges().size())).first();
  }

  /** Applies a change set one call after the other. */
  private void replay(MemoryFiles from, MemoryFiles to, int seed) throws Exception {
    Network network = Network.of(from);
    Network wanted = Network.of(to);
    Map<String, PlacedFilter> before = filters(network);
    Map<String, PlacedFilter> after = filters(wanted);
    Random random = new Random(seed);
    int calls = 0;
    for (Map.Entry<String, String> file : changes(from, to).content().entrySet()) {
      JsonNode root = MAPPER.readTree(file.getValue());
      List<Runnable> steps = new ArrayList<>();
      root.path("instances").forEach(each -> steps.add(() -> network.tags(each)));
      root.path("items").forEach(each -> steps.add(() -> network.put(file.getKey(), each)));
      root.path("names")
          .forEach(
              each -> steps.add(() -> assertThat(network.rules.remove(each.asText())).isNotNull()));
      assertThat(steps).isNotEmpty();
      for (Runnable step : steps) {
        step.run();
        if (calls++ % 10 == 0) {
          assertSafe(network, before, after, random);
        }
      }
      assertSafe(network, before, after, random);
    }
    assertThat(network.rules).isEqualTo(wanted.rules);
    assertThat(network.instances).isEqualTo(wanted.instances);
  }

  @Test
  void nothingIsWrittenIfNothingDiffers() throws Exception {
    MemoryFiles bundle = export(RandomDesign.of(StrategyKind.MICRO, 60, 3), "a");
    assertThat(changes(bundle, bundle).paths()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void stepsLeadFromOneBundleToTheOtherAndBack(int seed) throws Exception {
    Design design = RandomDesign.of(StrategyKind.MICRO, 40, seed);
    MemoryFiles before = export(design, "a");
    design.getFlows().remove(0);
    design.getFlows().remove(design.getFlows().size() - 1);
    ServerGroup from = design.getZones().get(1).getGroups().get(0);
    ServerGroup to = design.getZones().get(2).getGroups().get(0);
    Server moved = from.getServers().get(0);
    to.getServers().add(moved);
    MemoryFiles after = export(design, "b");
    assertThat(changes(before, after).paths()).contains("4-delete.json");
    replay(before, after, seed);
    replay(after, before, seed);
    replay(new MemoryFiles(), after, seed);
    replay(after, new MemoryFiles(), seed);
  }

  /** Looks at every connection after each call. */
  @ParameterizedTest
  @CsvSource({"ENFORCE, 1", "ENFORCE, 2", "ENFORCE, 3", "ALERT, 1", "ALERT, 2"})
  void noCallOpensWhatNeitherBundlePermits(RolloutPhase phase, long seed) throws Exception {
    HostWalk walk = new HostWalk("gcp", folder, RolloutPlan.of(phase));
    Design design = RandomDesign.of(StrategyKind.MICRO, 40, seed);
    MemoryFiles older = walk.export(design, "a", Map.of());
    for (int i = 0; i < 4; i++) {
      RandomChange.of(design, seed + 10 * i);
    }
    MemoryFiles newer = walk.export(design, "b", Map.of());
    walkThrough(walk, older, newer);
    walkThrough(walk, newer, older);
  }

  private static void walkThrough(HostWalk walk, MemoryFiles from, MemoryFiles to)
      throws Exception {
    walk.between(from, to);
    Network network = Network.of(from);
    for (Map.Entry<String, String> file : walk.changes(from, to).content().entrySet()) {
      JsonNode root = MAPPER.readTree(file.getValue());
      List<Runnable> calls = new ArrayList<>();
      root.path("instances").forEach(each -> calls.add(() -> network.tags(each)));
      root.path("items").forEach(each -> calls.add(() -> network.put(file.getKey(), each)));
      root.path("names").forEach(each -> calls.add(() -> network.rules.remove(each.asText())));
      for (Runnable call : calls) {
        call.run();
        walk.at(network.files(), file.getKey());
      }
    }
    assertThat(network.rules).isEqualTo(Network.of(to).rules);
    assertThat(network.instances).isEqualTo(Network.of(to).instances);
    assertThat(walk.states()).isGreaterThan(10);
  }

  @Test
  void otherDescriptionIsPatched() throws Exception {
    Design design = RandomDesign.of(StrategyKind.MICRO, 40, 4);
    MemoryFiles before = export(design, "a");
    design.getFlows().forEach(flow -> flow.setOwner("Jo"));
    MemoryFiles after = export(design, "b");
    assertThat(changes(before, after).paths()).containsExactly("2-patch.json");
    replay(before, after, 1);
  }
}
