package org.firebreak.exports.aci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.MemoryFiles;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Change sets lead a controller from one bundle to the other, in one call for each tenant. */
class AciChangesTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final List<String> NAMING =
      List.of(
          "name",
          "tnVzFilterName",
          "tnVzBrCPName",
          "matchKey",
          "matchValue",
          "matchExpression",
          "ip",
          "key");

  @TempDir Path folder;

  /** What a controller holds: attributes of objects by their names from the root. */
  private static final class Controller {
    final Map<String, Map<String, String>> objects = new TreeMap<>();

    Controller apply(MemoryFiles files) throws Exception {
      for (String body : files.content().values()) {
        apply("", MAPPER.readTree(body));
      }
      return this;
    }

    private void apply(String parent, JsonNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        JsonNode attributes = field.getValue().path("attributes");
        StringBuilder name = new StringBuilder(parent).append('/').append(field.getKey());
        NAMING.forEach(each -> name.append('|').append(attributes.path(each).asText()));
        String path = name.toString();
        if (attributes.path("status").asText().equals("deleted")) {
          assertThat(objects.remove(path)).as(path).isNotNull();
          objects.keySet().removeIf(key -> key.startsWith(path + "/"));
          continue;
        }
        Map<String, String> values = objects.computeIfAbsent(path, key -> new TreeMap<>());
        for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
          values.put(attribute.getKey(), attribute.getValue().asText());
        }
        values.values().removeIf(String::isEmpty);
        field.getValue().path("children").forEach(child -> apply(path, child));
      }
    }
  }

  private MemoryFiles export(Design design, String name) throws Exception {
    BundleWriter.write(
        folder.resolve(name),
        PolicyCompiler.compile(
            design, CompileOptions.on(LocalDate.of(2026, 1, 1)).withStrategy(StrategyKind.MICRO)),
        Exporters.byIds("aci"),
        Map.of(),
        Progress.NONE);
    FolderFiles files = new FolderFiles(folder.resolve(name).resolve("aci"));
    MemoryFiles memory = new MemoryFiles();
    for (String path : files.paths()) {
      memory.content().put(path, Files.readString(files.folder().resolve(path)));
    }
    return memory;
  }

  private static MemoryFiles changes(MemoryFiles from, MemoryFiles to) throws Exception {
    MemoryFiles changes = new MemoryFiles();
    Exporters.byIds("aci").get(0).changes().orElseThrow().write(from, to, changes, Progress.NONE);
    return changes;
  }

  @Test
  void nothingIsWrittenIfNothingDiffers() throws Exception {
    MemoryFiles bundle = export(RandomDesign.of(StrategyKind.MICRO, 60, 3), "a");
    assertThat(changes(bundle, bundle).paths()).isEmpty();
  }

  @Test
  void newMemberOfClassIsTagAlone() throws Exception {
    DesignBuilder builder = new DesignBuilder("shop", StrategyKind.MICRO);
    var web = builder.group(null, "web");
    builder.server(web, "web1", "10.0.0.1");
    builder.server(builder.group(null, "app"), "app1", "10.0.1.1");
    builder.flow("web", "app", "tcp/8443");
    MemoryFiles before = export(builder.design(), "a");
    builder.server(web, "web2", "10.0.0.2");
    MemoryFiles after = export(builder.design(), "b");
    MemoryFiles changes = changes(before, after);
    assertThat(changes.paths()).containsExactly("shared/change-shop.json");
    assertThat(changes.content().get("shared/change-shop.json"))
        .contains("\"ip\":\"10.0.0.2\"")
        .doesNotContain("10.0.0.1")
        .doesNotContain("vzBrCP");
    assertThat(changes(after, before).content().get("shared/change-shop.json"))
        .contains("\"ip\":\"10.0.0.2\",\"ctxName\":\"main\",\"status\":\"deleted\"");
  }

  @Test
  void removalOfEverythingLeavesWhatOthersMayUse() throws Exception {
    MemoryFiles bundle = export(RandomDesign.withTenants(StrategyKind.MICRO, 60, 3), "a");
    Controller controller =
        new Controller().apply(bundle).apply(changes(bundle, new MemoryFiles()));
    assertThat(controller.objects.keySet())
        .isNotEmpty()
        .allMatch(path -> path.matches(".*/(fvTenant|fvCtx|vzAny|fvAp|l3extOut|fvEpTags)[^/]*"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void changesLeadToTheOtherBundle(long seed) throws Exception {
    Design design = RandomDesign.withTenants(StrategyKind.MICRO, 80, seed);
    MemoryFiles from = export(design, "a");
    var groups = design.getZones().get(0).getGroups();
    groups.get(1).getServers().add(groups.get(0).getServers().get(0));
    for (int i = 0; i < 20; i++) {
      design.getFlows().remove(i);
    }
    design.getServices().get(0).setPorts("81,443,9000-9100");
    MemoryFiles to = export(design, "b");
    assertLeads(from, to);
    assertLeads(to, from);
  }

  private static void assertLeads(MemoryFiles from, MemoryFiles to) throws Exception {
    MemoryFiles changes = changes(from, to);
    assertThat(changes.paths()).hasSizeBetween(1, 3);
    Controller changed = new Controller().apply(from).apply(changes);
    Controller wanted = new Controller().apply(to);
    changed.objects.keySet().removeIf(path -> path.matches(".*/(l3extOut|vzAny)[^/]*"));
    wanted.objects.keySet().removeIf(path -> path.matches(".*/(l3extOut|vzAny)[^/]*"));
    assertThat(changed.objects).isEqualTo(wanted.objects);
  }
}
