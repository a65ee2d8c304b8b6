package org.firebreak.exports.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.firebreak.exports.ExportException;
import org.firebreak.exports.MemoryFiles;
import org.firebreak.exports.RandomChange;
import org.firebreak.exports.cloud.HostWalk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Change sets between bundles that were exported with other options, forward and back. */
class ManifestOptionsChangesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "cluster-network-policy, api=admin, api=admin",
    "cluster-network-policy, api=admin, api=cluster priority=200",
    "cluster-network-policy, label-prefix=a.example api=admin, label-prefix=b.example api=admin",
    "kubernetes, label-prefix=a.example isolate=labelled, label-prefix=b.example isolate=labelled",
    "kubernetes, namespaces=tenant, namespaces=zone",
    "cilium, label-prefix=a.example isolate=labelled, label-prefix=b.example isolate=namespace",
    "calico, label-prefix=a.example isolate=labelled, label-prefix=b.example isolate=labelled",
    "calico, label-prefix=a.example endpoints=host, label-prefix=b.example endpoints=host",
    "calico, tier=old, tier=new tier-order=100",
  })
  void optionsMayChange(String platform, String older, String newer) throws Exception {
    for (long seed = 1; seed <= 2; seed++) {
      long number = seed;
      ManifestReplay change =
          new ManifestReplay(
              new HostWalk(platform, folder.resolve("s" + seed)),
              ManifestReplay.random(seed),
              settings(older),
              design -> {
                if (number == 2 || older.equals(newer)) {
                  RandomChange.of(design, number);
                }
              },
              settings(newer));
      change.replay(change.before, change.after);
      assertThat(change.walk.states()).isPositive();
      change.replay(change.after, change.before);
    }
  }

  @Test
  void podsDoNotBecomeHosts() throws Exception {
    ManifestReplay change =
        new ManifestReplay(
            new HostWalk("calico", folder),
            ManifestReplay.random(2),
            Map.of("endpoints", "workload"),
            design -> {},
            Map.of("endpoints", "host"));
    assertThatThrownBy(() -> change.walk.changes(change.before, change.after))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("pods in one of the bundles and hosts in the other");
    assertThatThrownBy(() -> change.walk.changes(change.after, change.before))
        .isInstanceOf(ExportException.class);
  }

  @Test
  void stepsBetweenTwoVersionsOfTheApiSayThatBothAreNeeded() throws Exception {
    ManifestReplay change =
        new ManifestReplay(
            new HostWalk("cluster-network-policy", folder),
            ManifestReplay.random(2),
            Map.of("api", "admin"),
            design -> {},
            Map.of("api", "cluster"));
    assertThat(change.walk.changes(change.before, change.after).content().get("steps.txt"))
        .contains("enforces both AdminNetworkPolicy and ClusterNetworkPolicy");
    assertThat(change.walk.changes(change.before, new MemoryFiles()).content().get("steps.txt"))
        .doesNotContain("both");
  }

  private static Map<String, String> settings(String text) {
    Map<String, String> settings = new HashMap<>();
    Stream.of(text.split(" "))
        .map(each -> each.split("="))
        .forEach(each -> settings.put(each[0], each[1]));
    return settings;
  }
}
