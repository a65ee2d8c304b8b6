package org.firebreak.exports.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.MemoryFiles;
import org.firebreak.exports.RandomChange;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.cloud.HostWalk;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;
import org.firebreak.rulebase.Unread;
import org.firebreak.rulebase.readers.RuleBaseReaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Change sets of Windows hosts, done rule by rule on what the hosts hold. */
class WindowsChangesTest {
  private static final Pattern RULE = Pattern.compile("(?s)\n  @\\{\n    Name = '(.*?)'.*?\n  }");
  private static final Pattern GONE = Pattern.compile("(?m)^\\$gone = @\\((.*)\\)$");

  @TempDir Path folder;

  /** Hosts with their rules by name. */
  private static final class Hosts {
    private final Map<String, Map<String, String>> rules = new TreeMap<>();
    private final String end;

    Hosts(String end) {
      this.end = end;
    }

    static Hosts of(MemoryFiles files, String end) {
      Hosts hosts = new Hosts(end);
      for (String[] row : table(files, "hosts.csv")) {
        hosts.rules.put(row[4], rules(files.content().get(row[3])));
      }
      return hosts;
    }

    MemoryFiles files() {
      MemoryFiles files = new MemoryFiles();
      StringBuilder table = new StringBuilder("server,tenant,addresses,file,server_id\n");
      rules.forEach(
          (id, held) -> {
            String path = "hosts/" + id + ".ps1";
            table.append(id).append(",,,").append(path).append(',').append(id).append('\n');
            String all = String.join("", held.values());
            files.content().put(path, "$rules = @(" + all + "\n)\n" + end);
          });
      files.content().put("hosts.csv", table.toString());
      return files;
    }
  }

  private static List<String[]> table(MemoryFiles files, String path) {
    return files.content().getOrDefault(path, "").lines().skip(1).map(l -> l.split(",")).toList();
  }

  private static Map<String, String> rules(String script) {
    Map<String, String> rules = new LinkedHashMap<>();
    Matcher rule = RULE.matcher(script);
    while (rule.find()) {
      rules.put(rule.group(1), rule.group());
    }
    return rules;
  }

  /** What a script does with the rules of a host, one after the other. */
  private static List<Runnable> calls(String script, Map<String, String> held) {
    List<Runnable> calls = new ArrayList<>();
    Map<String, String> rules = rules(script);
    rules.forEach((name, rule) -> calls.add(() -> held.put(name, rule)));
    Matcher gone = GONE.matcher(script);
    assertThat(gone.find()).isTrue();
    if (script.contains("\n$mode = 'Change'\n")) {
      for (String name : gone.group(1).replace("'", "").split(", ")) {
        if (!name.isEmpty()) {
          calls.add(() -> assertThat(held.remove(name)).as(name).isNotNull());
        }
      }
    } else {
      assertThat(gone.group(1)).isEmpty();
      calls.add(() -> held.keySet().retainAll(rules.keySet()));
    }
    return calls;
  }

  private static int replay(HostWalk walk, MemoryFiles from, MemoryFiles to) throws Exception {
    String any = (from.content().isEmpty() ? to : from).content().values().toString();
    String end = any.substring(any.indexOf("\n$gone = ") + 1, any.indexOf("\n}\n, ") + 3);
    Hosts now = Hosts.of(from, end);
    Hosts wanted = Hosts.of(to, end);
    walk.between(from, to);
    MemoryFiles changes = walk.changes(from, to);
    List<List<Runnable>> all = new ArrayList<>();
    int differences = 0;
    for (String[] step : table(changes, "steps.csv")) {
      String path = step[0].equals("members") ? step[2] : step[1];
      differences += step[0].equals("members") ? 1 : 0;
      Map<String, String> held = now.rules.computeIfAbsent(step[6], id -> new LinkedHashMap<>());
      all.add(calls(changes.content().get(path), held));
      if (step[0].equals("remove")) {
        all.get(all.size() - 1).add(() -> assertThat(now.rules.remove(step[6])).isEmpty());
      }
    }
    int longest = all.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      for (List<Runnable> calls : all) {
        if (i < calls.size()) {
          calls.get(i).run();
        }
      }
      walk.at(now.files(), "call " + i);
    }
    assertThat(now.rules).isEqualTo(wanted.rules);
    return differences;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void stepsLeadFromOneBundleToTheOtherAndBackAndOpenNothing(long seed) throws Exception {
    HostWalk walk = new HostWalk("windows", folder);
    Design design = RandomDesign.of(StrategyKind.MICRO, 30, seed);
    MemoryFiles before = walk.export(design, "a", Map.of());
    RandomChange.of(design, seed);
    MemoryFiles after = walk.export(design, "b", Map.of());
    assertThat(replay(walk, before, after)).isPositive();
    assertThat(walk.states()).isGreaterThan(1);
    assertThat(replay(walk, after, before)).isPositive();
    replay(walk, new MemoryFiles(), after);
    replay(walk, after, new MemoryFiles());
  }

  @Test
  void aScriptOfADifferenceIsNotTakenForAllThatAHostHolds() throws Exception {
    HostWalk walk = new HostWalk("windows", folder);
    Design design = RandomDesign.of(StrategyKind.MICRO, 30, 1);
    MemoryFiles before = walk.export(design, "a", Map.of());
    RandomChange.of(design, 1);
    MemoryFiles changes = walk.changes(before, walk.export(design, "b", Map.of()));
    changes.content().keySet().removeIf(path -> !path.startsWith("members/"));
    assertThat(changes.paths()).isNotEmpty();
    assertThat(
            RuleBaseReaders.of("windows")
                .orElseThrow()
                .read(changes, host -> AddressSet.EMPTY, Progress.NONE)
                .unread())
        .extracting(Unread::reason)
        .containsOnly("Holds only what differs from another script.");
  }
}
