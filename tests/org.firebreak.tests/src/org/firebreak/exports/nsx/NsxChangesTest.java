package org.firebreak.exports.nsx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.FolderFiles;
import org.firebreak.exports.HostsReadBack;
import org.firebreak.exports.MemoryFiles;
import org.firebreak.exports.RandomDesign;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Tenant;
import org.firebreak.model.Zone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NsxChangesTest {
  @TempDir Path folder;

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

  @Test
  void nothingIsWrittenIfNothingDiffers() throws Exception {
    Map<String, String> bundle = export(compile(RandomDesign.of(StrategyKind.MICRO, 60, 3)), "a");
    assertThat(ChangeWalk.changes(bundle, bundle).paths()).isEmpty();
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
    MemoryFiles changes = ChangeWalk.changes(before, after);
    assertThat(changes.paths())
        .containsExactly("calls.json", "resolve.jq", "shared/1-tags/web.json");
    assertThat(changes.content().get("shared/1-tags/web.json"))
        .contains("[\"web2\"]")
        .contains("\"remove_from\":[]");
    assertThat(ChangeWalk.changes(after, before).paths())
        .containsExactly("calls.json", "resolve.jq", "shared/1-tags/web.json");
  }

  @Test
  void removalOfEverythingLeavesNothing() throws Exception {
    Map<String, String> bundle = export(compile(RandomDesign.of(StrategyKind.MICRO, 60, 3)), "a");
    MemoryFiles changes = ChangeWalk.changes(bundle, Map.of());
    NsxManager state = new NsxManager(bundle);
    for (JsonNode call : ChangeWalk.calls(changes)) {
      state.apply(call, changes);
    }
    assertThat(state.objects).isEmpty();
    assertThat(state.tags.values()).allMatch(Set::isEmpty);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everyCallLeavesNothingOpenThatNeitherBundlePermits(long seed) throws Exception {
    Design design = RandomDesign.of(StrategyKind.MICRO, 80, seed);
    CompiledPolicy old = compile(design);
    Map<String, String> from = export(old, "a");
    mutate(design, new Random(seed));
    CompiledPolicy wanted = compile(design);
    Map<String, String> to = export(wanted, "b");
    ChangeWalk.check(wanted, from, to);
    ChangeWalk.check(wanted, to, from);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void projectsOfTenantsAreWalkedToo(long seed) throws Exception {
    Design design = RandomDesign.withTenants(StrategyKind.MICRO, 80, seed);
    Map<String, String> from = export(compile(design), "a");
    mutate(design, new Random(seed));
    CompiledPolicy wanted = compile(design);
    Map<String, String> to = export(wanted, "b");
    assertThat(from.keySet()).anyMatch(path -> path.startsWith("project-"));
    ChangeWalk.check(wanted, from, to);
    ChangeWalk.check(wanted, to, from);
  }

  @Test
  void changesThatAreTooLargeForOneCallLeaveNothingOpenEither() throws Exception {
    Design design = RandomDesign.of(StrategyKind.MICRO, 1100, 21);
    CompiledPolicy old = compile(design);
    Map<String, String> from = export(old, "a");
    mutate(design, new Random(21));
    for (Flow flow : design.getFlows()) {
      flow.setLog(!flow.isLog());
    }
    CompiledPolicy wanted = compile(design);
    Map<String, String> to = export(wanted, "b");
    assertThat(ChangeWalk.changes(from, to).paths()).anyMatch(path -> path.contains("-narrow"));
    ChangeWalk.check(wanted, from, to);
    ChangeWalk.check(wanted, to, from);
  }

  private static void mutate(Design design, Random random) {
    List<ServerGroup> groups =
        design.getZones().stream().flatMap(zone -> zone.getGroups().stream()).toList();
    for (int i = 0; i < 4; i++) {
      ServerGroup group = groups.get(random.nextInt(groups.size()));
      if (!group.getServers().isEmpty()) {
        Server server = group.getServers().get(0);
        List<ServerGroup> near =
            groups.stream().filter(each -> tenant(each) == tenant(group)).toList();
        near.get(random.nextInt(near.size())).getServers().add(server);
      }
    }
    for (int i = 0; i < 10; i++) {
      design.getFlows().remove(random.nextInt(design.getFlows().size()));
      design.getFlows().get(random.nextInt(20)).setLog(true);
    }
    design.getServices().get(0).setPorts("81,443,9000-9100");
  }

  private static Tenant tenant(ServerGroup group) {
    return ((Zone) group.eContainer()).getTenant();
  }
}
