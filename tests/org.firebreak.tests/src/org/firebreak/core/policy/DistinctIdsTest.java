package org.firebreak.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.Flow;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;

/** Two flows whose ids have the same hash still have two rules that can be told apart. */
class DistinctIdsTest {
  @Test
  void rulesWithOneHashGetIdsOfTheirOwn() throws Exception {
    List<String> ids = sameHash();
    DesignBuilder words = new DesignBuilder("Collision", StrategyKind.GROUP);
    words.server(words.group(words.zone("A"), "web"), "web1", "10.0.0.1");
    words.server(words.group(words.zone("B"), "app"), "app1", "10.0.1.1");
    words.server(words.group(words.zone("C"), "db"), "db1", "10.0.2.1");
    words.point("Core", EnforcementKind.CENTRAL, null);
    Flow first = words.flow("web", "app", "tcp/443");
    Flow second = words.flow("app", "db", "tcp/5432");
    Flow third = words.flow("web", "db", "tcp/5432");
    first.setId(ids.get(0));
    second.setId(ids.get(1));

    Map<String, String> before = rules(words);
    assertThat(before).hasSize(3);
    assertThat(before.get(first.getId())).startsWith("F-" + hash(ids.get(0)) + "-");
    assertThat(before.get(second.getId())).startsWith("F-" + hash(ids.get(0)) + "-");
    assertThat(before.values()).doesNotHaveDuplicates();
    assertThat(before.get(third.getId())).isEqualTo("F-" + hash(third.getId()));

    words.design().getFlows().move(2, first);
    assertThat(rules(words)).isEqualTo(before);
  }

  private static Map<String, String> rules(DesignBuilder words) {
    CompiledPolicy policy =
        PolicyCompiler.compile(words.design(), CompileOptions.on(LocalDate.of(2026, 1, 1)));
    Map<String, String> byFlow = new HashMap<>();
    for (Rule rule : policy.ruleSets().get(0).rules()) {
      if (rule.kind() == Rule.Kind.FLOW) {
        byFlow.put(rule.origins().get(0).id(), rule.id());
      }
    }
    return byFlow;
  }

  /** Two ids with one hash: among 200,000 there is one such pair with 99 % probability. */
  private static List<String> sameHash() throws Exception {
    Map<String, String> seen = new HashMap<>();
    for (long number = 0; ; number++) {
      String id = "00000000-0000-4000-9000-%012d".formatted(number);
      String other = seen.put(hash(id), id);
      if (other != null) {
        return List.of(other, id);
      }
    }
  }

  private static String hash(String id) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest((id + "\0").getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, 4);
  }
}
