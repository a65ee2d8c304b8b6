package org.firebreak.exports.nsx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.HostsReadBack;
import org.firebreak.exports.MemoryFiles;
import org.firebreak.exports.OpenPairs;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.RuleFiles;
import org.firebreak.rulebase.readers.RuleBaseReaders;

/** Applies the change set from one bundle to another call by call, and looks after each. */
final class ChangeWalk {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ChangeWalk() {}

  static MemoryFiles changes(Map<String, String> from, Map<String, String> to) throws Exception {
    MemoryFiles changes = new MemoryFiles();
    Exporters.byIds("nsx")
        .get(0)
        .changes()
        .orElseThrow()
        .write(new MemoryFiles(from), new MemoryFiles(to), changes, Progress.NONE);
    return changes;
  }

  /** What is open after each call was open before all of them or is open after the last. */
  static void check(CompiledPolicy policy, Map<String, String> from, Map<String, String> to)
      throws Exception {
    MemoryFiles changes = changes(from, to);
    new NsxChecks().checkBodies(changes);
    NsxManager manager = new NsxManager(from);
    manager.knowVmsOf(to);
    OpenPairs pairs = new OpenPairs(policy);
    BitSet after = pairs.of(read(new MemoryFiles(to), policy));
    BitSet either = pairs.of(read(new MemoryFiles(from), policy));
    either.or(after);
    for (JsonNode call : calls(changes)) {
      manager.apply(call, changes);
      BitSet now = pairs.of(read(manager.files(), policy));
      now.andNot(either);
      assertThat(now.stream().mapToObj(pairs::text).limit(5).toList())
          .as("opened by %s", call)
          .isEmpty();
    }
    assertThat(pairs.of(read(manager.files(), policy))).isEqualTo(after);
    NsxManager wanted = new NsxManager(to);
    assertThat(manager.objects.keySet()).isEqualTo(wanted.objects.keySet());
    assertThat(manager.objects).isEqualTo(wanted.objects);
    wanted.tags.forEach((vm, tags) -> assertThat(manager.tags.get(vm)).isEqualTo(tags));
    manager.tags.keySet().removeAll(wanted.tags.keySet());
    assertThat(manager.tags.values()).allMatch(Set::isEmpty);
  }

  private static RuleBase read(RuleFiles files, CompiledPolicy policy) throws Exception {
    RuleBase base =
        RuleBaseReaders.of("nsx")
            .orElseThrow()
            .read(files, HostsReadBack.addresses(policy), Progress.NONE);
    assertThat(base.unread()).isEmpty();
    return base;
  }

  static JsonNode calls(MemoryFiles changes) throws Exception {
    return changes.paths().isEmpty()
        ? MAPPER.createArrayNode()
        : MAPPER.readTree(changes.content().get("calls.json")).path("calls");
  }
}
