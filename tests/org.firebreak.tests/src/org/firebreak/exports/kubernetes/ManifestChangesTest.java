package org.firebreak.exports.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.MemoryFiles;
import org.firebreak.exports.cloud.HostWalk;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Change sets, applied call by call to what a cluster holds, lead from one bundle to the other, and
 * on the way nothing is open that neither permits.
 */
class ManifestChangesTest {
  private static final long SEEDS = 8;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "kubernetes, tenant, namespace, ''",
    "kubernetes, zone, labelled, ''",
    "cilium, tenant, labelled, ''",
    "calico, tenant, namespace, workload",
    "calico, zone, labelled, host",
    "cluster-network-policy, tenant, labelled, ''",
  })
  void stepsLeadFromOneBundleToTheOtherAndBackAndOpenNothing(
      String platform, String namespaces, String isolate, String endpoints) throws Exception {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Map<String, String> settings = new HashMap<>();
      settings.put("namespaces", namespaces);
      settings.put("isolate", isolate);
      if (!endpoints.isEmpty()) {
        settings.put("endpoints", endpoints);
      }
      ManifestReplay change = new ManifestReplay(folder, platform, seed, settings);
      change.replay(change.before, change.after);
      assertThat(change.walk.states()).isGreaterThan(3);
      change.replay(change.after, change.before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "kubernetes, 'apply,labels,delete'",
    "kubernetes, 'close,apply,labels,delete'",
    "cilium, 'apply,labels,delete'",
    "calico, 'labels,apply,delete'",
    "cluster-network-policy, 'apply,labels,delete'",
  })
  void otherOrdersOpen(String platform, String order) throws Exception {
    int open = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      ManifestReplay change =
          new ManifestReplay(folder, platform, seed, Map.of("isolate", "labelled"));
      MemoryFiles changes = change.walk.changes(change.before, change.after);
      List<String> steps = new ArrayList<>();
      for (String action : order.split(",")) {
        changes.content().keySet().stream()
            .filter(path -> path.contains(action) && !path.endsWith(".sh"))
            .forEach(steps::add);
      }
      try {
        change.run(change.before, change.after, steps);
      } catch (AssertionError e) {
        assertThat(e).hasMessageContaining("open ");
        open++;
      }
    }
    assertThat(open).isPositive();
  }

  @Test
  void isolationOutlivesWhoIsStillThere() throws Exception {
    ManifestReplay change =
        new ManifestReplay(folder, "kubernetes", 1, Map.of("namespaces", "zone"));
    MemoryFiles changes = change.walk.changes(change.before, new MemoryFiles());
    assertThat(changes.paths())
        .containsExactly(
            "1-delete.yaml",
            "2-labels.json",
            "2-labels.sh",
            "3-delete.yaml",
            "steps.json",
            "steps.txt");
    assertThat(changes.content().get("1-delete.yaml")).doesNotContain("default-deny");
    assertThat(changes.content().get("3-delete.yaml").lines().filter(l -> l.contains("name:")))
        .allMatch(line -> line.contains("default-deny.firebreak"));
  }

  @Test
  void namespaceStaysIsolatedUntilItsPodsAreElsewhere() throws Exception {
    ManifestReplay change =
        new ManifestReplay(
            folder,
            "kubernetes",
            2,
            Map.of("namespaces", "zone", "isolate", "labelled"),
            design -> {
              ServerGroup to = design.getZones().get(1).getGroups().get(0);
              for (ServerGroup from : design.getZones().get(0).getGroups()) {
                to.getServers().addAll(from.getServers());
              }
            });
    change.replay(change.before, change.after);
    change.replay(change.after, change.before);
    List<String> early =
        List.of("1-close.json", "2-apply.yaml", "3-delete.yaml", "5-delete.yaml", "4-labels.json");
    assertThatThrownBy(() -> change.run(change.before, change.after, early))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("open in 5-delete.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kubernetes", "cilium", "calico", "cluster-network-policy"})
  void everythingComesAndGoes(String platform) throws Exception {
    ManifestReplay change = new ManifestReplay(folder, platform, 1, Map.of());
    MemoryFiles none = new MemoryFiles();
    change.replay(none, change.after);
    change.replay(change.after, none);
    assertThat(change.walk.changes(change.after, change.after).paths()).isEmpty();
    assertThat(change.walk.changes(none, change.after).paths().get(0)).isEqualTo("1-labels.json");
  }

  @Test
  void podsAreClosedAndLabelledByCommands() throws Exception {
    DesignBuilder builder = new DesignBuilder("shop", StrategyKind.MICRO);
    ServerGroup web = builder.group(null, "web");
    ServerGroup app = builder.group(null, "app");
    builder.server(web, "web1", "10.0.0.1");
    builder.server(web, "web2", "10.0.0.2");
    builder.server(app, "app1", "10.0.1.1");
    builder.server(app, "app2", "10.0.1.2");
    builder.flow("web", "app", "tcp/8443");
    HostWalk walk = new HostWalk("kubernetes", folder);
    MemoryFiles before = walk.export(builder.design(), "a", Map.of());
    Server moved = web.getServers().get(0);
    app.getServers().add(moved);
    MemoryFiles one = walk.export(builder.design(), "b", Map.of());
    assertThat(walk.changes(before, one).paths())
        .containsExactly("1-labels.json", "1-labels.sh", "steps.json", "steps.txt");
    web.getServers().add(app.getServers().get(0));
    MemoryFiles both = walk.export(builder.design(), "c", Map.of());
    Map<String, String> changes = walk.changes(before, both).content();
    assertThat(changes.get("1-close.sh").lines())
        .contains(
            "kubectl label pods --namespace=shared --selector=firebreak.example/server=web1"
                + " --overwrite firebreak.example/server=web1.moving firebreak.example/group-");
    assertThat(changes.get("2-labels.sh").lines())
        .contains(
            "kubectl label pods --namespace=shared --selector=firebreak.example/server=web1.moving"
                + " --overwrite firebreak.example/group=app firebreak.example/server=web1");
  }
}
