package org.firebreak.exports.nsx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.firebreak.core.address.Address;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.HostsReadBack;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.RuleFiles;
import org.firebreak.rulebase.readers.RuleBaseReaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NsxChangesTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;

  /** Files in memory. */
  private record Memory(Map<String, String> content) implements RuleFiles, ExportSink {
    Memory() {
      this(new TreeMap<>());
    }

    @Override
    public List<String> paths() {
      return List.copyOf(content.keySet());
    }

    @Override
    public InputStream open(String path) {
      return new ByteArrayInputStream(content.get(path).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public ExportFile open(String path, String description) {
      StringBuilder text = new StringBuilder();
      return new ExportFile() {
        @Override
        public ExportFile write(CharSequence more) {
          text.append(more);
          return this;
        }

        @Override
        public ExportFile write(byte[] utf8) {
          text.append(new String(utf8, StandardCharsets.UTF_8));
          return this;
        }

        @Override
        public void provenance(Rule rule, String nameOnPlatform) {}

        @Override
        public void close() {
          assertThat(content.put(path, text.toString())).isNull();
        }
      };
    }

    @Override
    public void limitation(Limitation limitation) {}
  }

  private CompiledPolicy compile(Design design) {
    return PolicyCompiler.compile(
        design, CompileOptions.on(LocalDate.of(2026, 1, 1)).withStrategy(StrategyKind.MICRO));
  }

  private Map<String, String> export(CompiledPolicy policy, String name) throws Exception {
    HostsReadBack.readBack(folder.resolve(name), policy, "nsx", Map.of());
    FolderFiles files = new FolderFiles(folder.resolve(name).resolve("nsx"));
    Map<String, String> content = new TreeMap<>();
    for (String path : files.paths()) {
      content.put(path, Files.readString(files.folder().resolve(path)));
    }
    return content;
  }

  private static Memory changes(Map<String, String> from, Map<String, String> to) throws Exception {
    Memory changes = new Memory();
    Exporters.byIds("nsx")
        .get(0)
        .changes()
        .orElseThrow()
        .write(new Memory(from), new Memory(to), changes, Progress.NONE);
    return changes;
  }

  @Test
  void nothingIsWrittenIfNothingDiffers() throws Exception {
    Map<String, String> bundle = export(compile(RandomDesign.of(StrategyKind.MICRO, 60, 3)), "a");
    assertThat(changes(bundle, bundle).paths()).isEmpty();
  }

  @Test
  void newMemberOfClassIsTagOperationAlone() throws Exception {
    DesignBuilder builder = new DesignBuilder("shop", StrategyKind.MICRO);
    ServerGroup web = builder.group(null, "web");
    builder.server(web, "web1", "10.0.0.1");
    builder.server(builder.group(null, "app"), "app1", "10.0.1.1");
    builder.flow("web", "app", "tcp/8443");
    Map<String, String> before = export(compile(builder.design()), "a");
    builder.server(web, "web2", "10.0.0.2");
    Map<String, String> after = export(compile(builder.design()), "b");
    Memory changes = changes(before, after);
    assertThat(changes.paths())
        .containsExactly("calls.json", "resolve.jq", "shared/1-tags-add/web.json");
    assertThat(changes.content().get("shared/1-tags-add/web.json"))
        .contains("[\"web2\"]")
        .contains("\"remove_from\":[]");
    assertThat(changes(after, before).paths())
        .containsExactly("calls.json", "resolve.jq", "shared/1-tags-remove/web.json");
  }

  @Test
  void removalOfEverythingLeavesNothing() throws Exception {
    Map<String, String> bundle = export(compile(RandomDesign.of(StrategyKind.MICRO, 60, 3)), "a");
    Memory changes = changes(bundle, Map.of());
    State state = new State(bundle);
    for (JsonNode call : calls(changes)) {
      state.apply(call, changes);
    }
    assertThat(state.objects).isEmpty();
    assertThat(state.tags.values()).allMatch(Set::isEmpty);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 6})
  void everyCallLeavesNothingOpenThatNeitherBundlePermits(long seed) throws Exception {
    Design design = RandomDesign.of(StrategyKind.MICRO, 80, seed);
    CompiledPolicy old = compile(design);
    Map<String, String> from = export(old, "a");
    mutate(design, new Random(seed));
    CompiledPolicy wanted = compile(design);
    Map<String, String> to = export(wanted, "b");
    walk(old, wanted, from, to, seed);
    walk(wanted, old, to, from, seed);
  }

  private static void mutate(Design design, Random random) {
    List<ServerGroup> groups =
        design.getZones().stream().flatMap(zone -> zone.getGroups().stream()).toList();
    for (int i = 0; i < 4; i++) {
      ServerGroup group = groups.get(random.nextInt(groups.size()));
      if (!group.getServers().isEmpty()) {
        Server server = group.getServers().get(0);
        groups.get(random.nextInt(groups.size())).getServers().add(server);
      }
    }
    for (int i = 0; i < 10; i++) {
      design.getFlows().remove(random.nextInt(design.getFlows().size()));
      design.getFlows().get(random.nextInt(20)).setLog(true);
    }
    design.getServices().get(0).setPorts("81,443,9000-9100");
  }

  private void walk(
      CompiledPolicy old,
      CompiledPolicy wanted,
      Map<String, String> from,
      Map<String, String> to,
      long seed)
      throws Exception {
    Memory changes = changes(from, to);
    State state = new State(from);
    Map<String, PlacedFilter> before = filters(read(new Memory(from), old));
    Map<String, PlacedFilter> after = filters(read(new Memory(to), wanted));
    for (JsonNode call : calls(changes)) {
      state.apply(call, changes);
      compare(before, after, filters(read(state.files(), wanted)), wanted, seed, false);
    }
    compare(before, after, filters(read(state.files(), wanted)), wanted, seed, true);
    assertThat(state.objects.keySet()).isEqualTo(new State(to).objects.keySet());
    assertThat(state.objects).isEqualTo(new State(to).objects);
  }

  private static RuleBase read(RuleFiles files, CompiledPolicy policy) throws Exception {
    RuleBase base =
        RuleBaseReaders.of("nsx")
            .orElseThrow()
            .read(files, HostsReadBack.addresses(policy), Progress.NONE);
    assertThat(base.unread()).isEmpty();
    return base;
  }

  private static Map<String, PlacedFilter> filters(RuleBase base) {
    Map<String, PlacedFilter> filters = new HashMap<>();
    for (PlacedFilter filter : base.filters()) {
      filter.hosts().forEach(host -> filters.put(host + filter.direction(), filter));
    }
    return filters;
  }

  private static void compare(
      Map<String, PlacedFilter> before,
      Map<String, PlacedFilter> after,
      Map<String, PlacedFilter> now,
      CompiledPolicy policy,
      long seed,
      boolean end) {
    Random random = new Random(seed);
    List<PolicyServer> servers = policy.servers();
    for (PolicyServer server : servers) {
      for (Rule.Direction direction : List.of(Rule.Direction.INBOUND, Rule.Direction.OUTBOUND)) {
        String key = server.ref().id() + direction;
        if (!before.containsKey(key) || !after.containsKey(key)) {
          continue; // a VM that comes or goes
        }
        for (int i = 0; i < 60 && !server.addresses().isEmpty(); i++) {
          PolicyServer other = servers.get(random.nextInt(servers.size()));
          if (other.addresses().isEmpty()) {
            continue;
          }
          Address own = server.addresses().get(0);
          Address peer = other.addresses().get(0);
          int port = List.of(443, 22, 53, 80, 81, 514, 9000, 3389).get(random.nextInt(8));
          Intervals point =
              Intervals.of((random.nextBoolean() ? 6 : 17) * 65_536 + port, 18 * 65_536);
          point = Intervals.of(point.from(0), point.from(0) + 1);
          boolean in = direction == Rule.Direction.INBOUND;
          Outcome is = decide(now.get(key), in ? peer : own, in ? own : peer, point);
          Outcome was = decide(before.get(key), in ? peer : own, in ? own : peer, point);
          Outcome shall = decide(after.get(key), in ? peer : own, in ? own : peer, point);
          if (end) {
            assertThat(is).isEqualTo(shall);
          } else if (is.permits()) {
            assertThat(was.permits() || shall.permits())
                .as("%s %s %s %s", server.ref().name(), direction, other.ref().name(), point)
                .isTrue();
          }
        }
      }
    }
  }

  private static Outcome decide(
      PlacedFilter filter, Address source, Address destination, Intervals point) {
    return filter.filter().rules().stream()
        .filter(rule -> rule.services().containsAll(point))
        .filter(rule -> rule.source().contains(source))
        .filter(rule -> rule.destination().contains(destination))
        .findFirst()
        .map(FilterRule::outcome)
        .orElse(filter.filter().last().outcome());
  }

  private static JsonNode calls(Memory changes) throws Exception {
    return changes.paths().isEmpty()
        ? MAPPER.createArrayNode()
        : MAPPER.readTree(changes.content().get("calls.json")).path("calls");
  }

  /** What a manager holds: objects by path, and the tags of VMs. */
  private static final class State {
    final Map<String, JsonNode> objects = new TreeMap<>();
    final Map<String, Set<String>> tags = new TreeMap<>();
    final Map<String, String> names = new HashMap<>();
    private final ObjectNode machines;

    State(Map<String, String> bundle) throws Exception {
      JsonNode list = MAPPER.readTree(bundle.getOrDefault("shared/vm-tags.json", "{}"));
      machines = list.deepCopy();
      for (JsonNode machine : list.path("virtual_machines")) {
        String name = machine.path("display_name").asText();
        names.put(machine.path("server_id").asText(), name);
        tags.put(name, new HashSet<>());
        for (JsonNode tag : machine.path("tags")) {
          tags.get(name).add(tag.path("scope").asText() + "|" + tag.path("tag").asText());
        }
      }
      for (Map.Entry<String, String> file : bundle.entrySet()) {
        if (file.getKey().matches("shared/\\d.*json")) {
          patch(MAPPER.readTree(file.getValue()), "");
        }
      }
    }

    void apply(JsonNode call, Memory changes) throws Exception {
      JsonNode body = MAPPER.readTree(changes.content().get(call.path("body").asText()));
      if (call.path("method").asText().equals("PATCH")) {
        patch(body, "");
        assertReferencesExist();
        return;
      }
      String tag =
          body.path("tag").path("scope").asText() + "|" + body.path("tag").path("tag").asText();
      for (JsonNode name : body.path("apply_to").path(0).path("resource_ids")) {
        tags.computeIfAbsent(name.asText(), key -> new HashSet<>()).add(tag);
      }
      for (JsonNode name : body.path("remove_from").path(0).path("resource_ids")) {
        tags.get(name.asText()).remove(tag);
      }
    }

    private void patch(JsonNode node, String path) {
      for (JsonNode child : node.path("children")) {
        String type = child.path("resource_type").asText().substring("Child".length());
        if (type.equals("ResourceReference")) {
          patch(child, path);
          continue;
        }
        ObjectNode object = child.path(type).deepCopy();
        String own = path + "/" + type + "/" + object.path("id").asText();
        if (child.path("marked_for_delete").asBoolean()) {
          assertThat(objects.remove(own)).as(own).isNotNull();
          objects.keySet().removeIf(key -> key.startsWith(own + "/"));
        } else {
          patch(object, own);
          object.remove("children");
          objects.put(own, object);
        }
      }
    }

    private void assertReferencesExist() {
      for (JsonNode object : objects.values()) {
        for (String field : List.of("source_groups", "destination_groups", "services", "scope")) {
          object.path(field).forEach(path -> assertExists(path.asText()));
        }
        object
            .path("expression")
            .path(0)
            .path("paths")
            .forEach(path -> assertExists(path.asText()));
      }
    }

    private void assertExists(String path) {
      String id = path.substring(path.lastIndexOf('/') + 1);
      assertThat(
              path.equals("ANY")
                  || objects.containsKey("/Group/" + id)
                  || objects.containsKey("/Service/" + id))
          .as(path)
          .isTrue();
    }

    /** The state as a bundle that the reader understands. */
    Memory files() {
      Map<String, String> content = new TreeMap<>();
      ObjectNode list = machines.deepCopy();
      ArrayNode entries = list.putArray("virtual_machines");
      names.forEach(
          (id, name) -> {
            ArrayNode own =
                entries.addObject().put("server_id", id).put("display_name", name).putArray("tags");
            for (String tag : tags.get(name)) {
              own.addObject()
                  .put("scope", tag.substring(0, tag.indexOf('|')))
                  .put("tag", tag.substring(tag.indexOf('|') + 1));
            }
          });
      content.put("shared/vm-tags.json", list.toString());
      content.put("shared/1.json", tree().toString());
      return new Memory(content);
    }

    private ObjectNode tree() {
      ObjectNode root = MAPPER.createObjectNode().put("resource_type", "Infra");
      ArrayNode children = root.putArray("children");
      ArrayNode inDomain = MAPPER.createArrayNode();
      Map<String, List<JsonNode>> rules =
          objects.entrySet().stream()
              .filter(entry -> entry.getKey().contains("/Rule/"))
              .collect(
                  Collectors.groupingBy(
                      entry -> entry.getKey().replaceFirst("/Rule/.*", ""),
                      Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
      objects.forEach(
          (path, object) -> {
            String type = path.split("/")[1];
            if (path.contains("/Rule/")) {
              return;
            }
            ObjectNode child = MAPPER.createObjectNode().put("resource_type", "Child" + type);
            ObjectNode copy = object.deepCopy();
            if (type.equals("SecurityPolicy")) {
              ArrayNode own = copy.putArray("children");
              for (JsonNode rule : rules.getOrDefault(path, new ArrayList<>())) {
                own.addObject().put("resource_type", "ChildRule").set("Rule", rule);
              }
            }
            child.set(type, copy);
            (type.equals("Service") ? children : inDomain).add(child);
          });
      children
          .addObject()
          .put("resource_type", "ChildResourceReference")
          .put("id", "default")
          .put("target_type", "Domain")
          .set("children", inDomain);
      return root;
    }
  }
}
