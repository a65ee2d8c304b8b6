package org.firebreak.exports.nsx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    Map<String, NsxManager> projects = new TreeMap<>();
    for (String project : projects(from, to)) {
      NsxManager manager = new NsxManager(from, project);
      manager.knowVmsOf(to);
      projects.put(project, manager);
    }
    OpenPairs pairs = new OpenPairs(policy);
    BitSet after = pairs.of(read(new MemoryFiles(to), policy));
    BitSet either = pairs.of(read(new MemoryFiles(from), policy));
    either.or(after);
    for (JsonNode call : calls(changes)) {
      String body = call.path("body").asText();
      projects.get(body.substring(0, body.indexOf('/'))).apply(call, changes);
      BitSet now = pairs.of(read(files(projects), policy));
      now.andNot(either);
      assertThat(now.stream().mapToObj(pairs::text).limit(5).toList())
          .as("opened by %s", call)
          .isEmpty();
    }
    assertThat(pairs.of(read(files(projects), policy))).isEqualTo(after);
    for (Map.Entry<String, NsxManager> project : projects.entrySet()) {
      NsxManager manager = project.getValue();
      NsxManager wanted = new NsxManager(to, project.getKey());
      assertThat(manager.objects.keySet()).isEqualTo(wanted.objects.keySet());
      assertThat(manager.objects).isEqualTo(wanted.objects);
      wanted.tags.forEach((vm, tags) -> assertThat(manager.tags.get(vm)).isEqualTo(tags));
      manager.tags.keySet().removeAll(wanted.tags.keySet());
      assertThat(manager.tags.values()).allMatch(Set::isEmpty);
    }
  }

  /** The folders of a bundle: what is shared and the projects of tenants. */
  private static Set<String> projects(Map<String, String> from, Map<String, String> to) {
    Set<String> projects = new TreeSet<>();
    for (Map<String, String> bundle : List.of(from, to)) {
      bundle.keySet().stream()
          .filter(path -> path.contains("/"))
          .forEach(path -> projects.add(path.substring(0, path.indexOf('/'))));
    }
    return projects;
  }

  private static MemoryFiles files(Map<String, NsxManager> projects) {
    MemoryFiles all = new MemoryFiles();
    projects.values().forEach(project -> all.content().putAll(project.files().content()));
    return all;
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
