package org.firebreak.exports.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.RolloutPhase;
import org.firebreak.core.policy.RolloutPlan;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.MemoryFiles;
import org.firebreak.exports.cloud.HostWalk;
import org.firebreak.model.Flow;
import org.firebreak.model.Severity;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule sets of Calico with more rules than a policy holds, between which rules move. */
class CalicoManyRulesChangesTest {
  @TempDir Path folder;

  /** In the phase ALERT a denial stands before a permit of everything. */
  @ParameterizedTest
  @CsvSource({"ENFORCE, 1010, 1030", "ALERT, 1010, 1030", "ALERT, 1023, 1026", "ALERT, 1020, 2100"})
  void rulesThatMoveToAnotherPolicyOpenNothing(RolloutPhase phase, int older, int newer)
      throws Exception {
    DesignBuilder builder = new DesignBuilder("many", StrategyKind.MICRO);
    builder.server(builder.group(null, "web"), "web1", "10.0.0.1");
    builder.server(builder.group(null, "app"), "app1", "10.0.1.1");
    builder.flow("app", "web", "tcp/443");
    builder.tripwire("Shells", Severity.HIGH, "tcp/22");
    for (int i = 0; i < newer; i++) {
      builder.external("n" + i, "198.51." + (100 + i / 250) + "." + i % 250 + "/32");
    }
    for (int i = 0; i < older; i++) {
      builder.flow("n" + i, "web", "tcp/" + (1000 + i % 7));
    }
    HostWalk walk = new HostWalk("calico", folder, RolloutPlan.of(phase));
    ManifestReplay change =
        new ManifestReplay(
            walk,
            builder.design(),
            Map.of(),
            design -> {
              for (int i = older; i < newer; i++) {
                builder.flow("n" + i, "web", "tcp/" + (1000 + i % 7));
              }
              List<Flow> flows = design.getFlows();
              flows.remove(3);
            },
            Map.of());
    assertThat(policiesOf(change.after)).isGreaterThan(1);
    change.replay(change.before, change.after);
    change.replay(change.after, change.before);
  }

  private static long policiesOf(MemoryFiles files) {
    return files
        .content()
        .get("shared/calico-policies.yaml")
        .lines()
        .filter(line -> line.strip().matches("name: \"?firebreak.web(-.*)?\"?"))
        .count();
  }
}
