package org.firebreak.exports.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.exports.MemoryFiles;
import org.firebreak.exports.OpenPairs;
import org.firebreak.exports.RandomChange;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.cloud.HostWalk;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;

/** Two bundles, and the calls between them applied to what a cluster holds. */
final class ManifestReplay {
  final HostWalk walk;
  final MemoryFiles before;
  final MemoryFiles after;
  private final OpenPairs pairs;

  /** Random designs between which pods change their groups. */
  ManifestReplay(Path folder, String platform, long seed, Map<String, String> settings)
      throws Exception {
    this(folder, platform, seed, settings, design -> RandomChange.of(design, seed));
  }

  ManifestReplay(
      Path folder,
      String platform,
      long seed,
      Map<String, String> settings,
      Consumer<Design> change)
      throws Exception {
    this(
        new HostWalk(platform, folder.resolve(platform + seed)),
        random(seed),
        settings,
        change,
        settings);
  }

  ManifestReplay(
      HostWalk walk,
      Design design,
      Map<String, String> older,
      Consumer<Design> change,
      Map<String, String> newer)
      throws Exception {
    this.walk = walk;
    before = walk.export(design, "a", older);
    pairs =
        new OpenPairs(PolicyCompiler.compile(design, CompileOptions.on(LocalDate.of(2026, 1, 1))));
    change.accept(design);
    after = walk.export(design, "b", newer);
  }

  static Design random(long seed) {
    return seed % 2 == 0
        ? RandomDesign.of(StrategyKind.MICRO, 25, seed)
        : RandomDesign.withTenants(StrategyKind.MICRO, 25, seed);
  }

  void replay(MemoryFiles from, MemoryFiles to) throws Exception {
    MemoryFiles changes = walk.changes(from, to);
    List<String> steps = new ArrayList<>();
    for (JsonNode step : Cluster.JSON.readTree(changes.content().get("steps.json")).get("steps")) {
      steps.add(step.get("file").asText());
    }
    Cluster now = run(from, to, steps);
    assertThat(now.objects).isEqualTo(Cluster.of(to).objects);
    assertThat(now.pods).isEqualTo(Cluster.of(to).pods);
  }

  /**
   * Applies steps in an order, and looks at pairs after each call, at all connections of hosts
   * after each step.
   */
  Cluster run(MemoryFiles from, MemoryFiles to, List<String> steps) throws Exception {
    MemoryFiles changes = walk.changes(from, to);
    BitSet permitted = pairs.of(walk.read(from));
    permitted.or(pairs.of(walk.read(to)));
    boolean walked = !from.content().isEmpty() && !to.content().isEmpty();
    walk.between(from, to);
    Cluster now = Cluster.of(from);
    for (String step : steps) {
      List<Runnable> calls = now.calls(step, changes.content().get(step));
      assertThat(calls).isNotEmpty();
      for (Runnable call : calls) {
        call.run();
        if (!walked) {
          continue;
        }
        BitSet open = pairs.of(walk.read(now.files()));
        open.andNot(permitted);
        assertThat(open.isEmpty())
            .as("open in %s: %s", step, open.isEmpty() ? "" : pairs.text(open.nextSetBit(0)))
            .isTrue();
      }
      if (walked) {
        walk.at(now.files(), step);
      }
    }
    return now;
  }
}
