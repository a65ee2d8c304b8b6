package org.firebreak.exports.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.LargeDesign;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.bundle.BundleRequest;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.exports.iptables.Iptables;
import org.firebreak.exports.nftables.Nft;
import org.firebreak.exports.stored.StoredBundle;
import org.firebreak.model.Design;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Change sets of the Linux packet filters, done with the real programs. */
class RulesetChangesTest {
  @TempDir Path folder;

  private static final class Machine {
    String older = "";
    String newer = "";
  }

  private static CompiledPolicy compile(Design design) {
    return PolicyCompiler.compile(design, CompileOptions.on(LocalDate.of(2026, 1, 1)));
  }

  private ExportReport export(String name, Design design, String platform, String previous)
      throws IOException {
    BundleRequest request = BundleRequest.of(compile(design), Exporters.byIds(platform), Map.of());
    Path target = folder.resolve(name);
    if (previous == null) {
      return BundleWriter.write(target, request, Progress.NONE);
    }
    try (StoredBundle older = StoredBundle.open(folder.resolve(previous))) {
      return BundleWriter.write(target, request.withPrevious(older), Progress.NONE);
    }
  }

  /** Moves servers to other addresses; on odd seeds takes servers and a flow away as well. */
  private static void change(Design design, long seed) {
    Random random = new Random(seed);
    List<Server> servers = new ArrayList<>();
    for (Zone zone : design.getZones()) {
      for (ServerGroup group : zone.getGroups()) {
        servers.addAll(group.getServers());
      }
    }
    for (int i = 0; i < 5; i++) {
      Server server = servers.get(random.nextInt(servers.size()));
      List<String> addresses = new ArrayList<>(server.getAddresses());
      addresses.add("10.9." + i + "." + (1 + random.nextInt(200)));
      server.setAddresses(addresses);
    }
    if (seed % 2 == 1) {
      EcoreUtil.delete(servers.get(random.nextInt(servers.size())), true);
      design.getFlows().remove(random.nextInt(design.getFlows().size()));
    }
  }

  private static List<String[]> table(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    return Files.readAllLines(file).stream().skip(1).map(line -> line.split(",", -1)).toList();
  }

  /** What each machine has before and after, by the tables of hosts and the folders. */
  private static Map<String, Machine> machines(Path older, Path newer) throws IOException {
    Map<String, Machine> machines = new HashMap<>();
    for (String[] row : table(older.resolve("hosts.csv"))) {
      machines.computeIfAbsent(row[4], id -> new Machine()).older =
          older.resolve(row[3]).toString();
    }
    for (String[] row : table(newer.resolve("hosts.csv"))) {
      machines.computeIfAbsent(row[4], id -> new Machine()).newer =
          newer.resolve(row[3]).toString();
    }
    for (Path bundle : List.of(older, newer)) {
      if (Files.exists(bundle.resolve("central"))) {
        try (var files = Files.list(bundle.resolve("central"))) {
          for (Path file : files.toList()) {
            Machine machine =
                machines.computeIfAbsent("central/" + file.getFileName(), id -> new Machine());
            if (bundle.equals(older)) {
              machine.older = file.toString();
            } else {
              machine.newer = file.toString();
            }
          }
        }
      }
    }
    return machines;
  }

  /** Does on every machine what the steps say, and compares with loading the new ruleset. */
  private int follow(Path older, Path newer, Path changes) throws Exception {
    Map<String, Machine> machines = machines(older, newer);
    Map<String, String[]> steps = new HashMap<>();
    for (String[] row : table(changes.resolve("steps.csv"))) {
      String machine = row[6].isEmpty() ? row[3] : row[6];
      assertThat(steps.put(machine, row)).as("one step for " + machine).isNull();
    }
    int members = 0;
    Set<String> lines = new TreeSet<>();
    for (Map.Entry<String, Machine> entry : machines.entrySet()) {
      String[] step = steps.get(entry.getKey());
      StringBuilder line = new StringBuilder("machine '").append(entry.getValue().older);
      line.append("' '").append(entry.getValue().newer).append("' '");
      if (step != null && step[0].equals("members")) {
        members++;
        line.append(changes.resolve(step[2])).append("'");
      } else {
        line.append(step == null ? "" : changes.resolve(step[1])).append("'");
      }
      lines.add(line.toString());
    }
    Path script = folder.resolve("follow.sh");
    Files.writeString(
        script,
        """
        machine() {
          nft flush ruleset
          if [ "$1" ]; then nft -f "$1"; fi
          if [ "$3" ]; then nft -c -f "$3" && nft -f "$3"; fi
          nft -s list ruleset >"$T/is"
          nft flush ruleset
          if [ "$2" ]; then nft -f "$2"; fi
          nft -s list ruleset >"$T/should"
          cmp -s "$T/is" "$T/should" || {
            echo "differs: $*"
            diff "$T/is" "$T/should"
            exit 1
          }
        }
        set -e
        T=%s
        %s
        """
            .formatted(folder, String.join("\n", lines)));
    Nft.Result result = Nft.run(List.of("sh", script.toString()));
    assertThat(result.exit()).as(result.output()).isZero();
    return members;
  }

  @Test
  void nftablesIsAfterTheStepsAsIfTheNewRulesetsWereLoadedAndSoIsTheWayBack() throws Exception {
    Nft.assumeAvailable();
    int members = 0;
    for (long seed = 0; seed < 4; seed++) {
      StrategyKind strategy = StrategyKind.values()[(int) (seed % 3)];
      String name = "old" + seed;
      export(name, RandomDesign.of(strategy, 30, seed), "nftables", null);
      Design changed = RandomDesign.of(strategy, 30, seed);
      change(changed, seed);
      export("new" + seed, changed, "nftables", name);
      Path older = folder.resolve(name + "/nftables");
      Path newer = folder.resolve("new" + seed + "/nftables");
      members += follow(older, newer, newer.resolve("changes"));
      members += follow(newer, older, newer.resolve("roll-back"));
    }
    assertThat(members).as("machines that needed other members only").isGreaterThan(5);
  }

  @Test
  void nothingIsToBeDoneWhereNothingDiffersButTheDay() throws Exception {
    Design design = RandomDesign.of(StrategyKind.HYBRID, 30, 3);
    export("old", design, "nftables,iptables", null);
    CompiledPolicy later =
        PolicyCompiler.compile(design, CompileOptions.on(LocalDate.of(2026, 1, 2)));
    try (StoredBundle older = StoredBundle.open(folder.resolve("old"))) {
      ExportReport report =
          BundleWriter.write(
              folder.resolve("new"),
              BundleRequest.of(later, Exporters.byIds("nftables,iptables"), Map.of())
                  .withPrevious(older),
              Progress.NONE);
      assertThat(report.changes().difference().isEmpty()).isTrue();
      assertThat(report.changes().difference().summary()).isEqualTo("no difference");
      assertThat(report.changes().files())
          .extracting(file -> file.path())
          .containsOnly("changes.json");
    }
    assertThat(folder.resolve("new/nftables/changes")).doesNotExist();
  }

  @Test
  void hostsComeBeforeCentralFirewallsAndRemovalsLast() throws Exception {
    export("micro", RandomDesign.of(StrategyKind.MICRO, 30, 5), "nftables", null);
    export("group", RandomDesign.of(StrategyKind.GROUP, 30, 5), "nftables", "micro");
    List<String> actions =
        table(folder.resolve("group/nftables/changes/steps.csv")).stream()
            .map(row -> row[0] + (row[6].isEmpty() ? " central" : " host"))
            .distinct()
            .toList();
    assertThat(actions).last().isEqualTo("remove host");
    assertThat(actions.indexOf("load central")).isLessThan(actions.indexOf("remove host"));
    List<String> back =
        table(folder.resolve("group/nftables/roll-back/steps.csv")).stream()
            .map(row -> row[0] + (row[6].isEmpty() ? " central" : " host"))
            .distinct()
            .toList();
    assertThat(back).first().isEqualTo("load host");
    assertThat(Files.readString(folder.resolve("group/nftables/changes/steps.txt")))
        .contains("remove.nft")
        .contains("Load the ruleset with apply.sh");
  }

  @Test
  void centralFirewallThatIsNoMoreLosesItsRulesLast() throws Exception {
    Design design = RandomDesign.withTenants(StrategyKind.GROUP, 30, 5);
    export("two", design, "nftables", null);
    Set<String> rulesets = machines(folder.resolve("two/nftables"), folder).keySet();
    EcoreUtil.delete(design.getEnforcementPoints().get(1), true);
    export("one", design, "nftables", "two");
    Set<String> left = machines(folder.resolve("one/nftables"), folder).keySet();
    List<String> gone =
        rulesets.stream()
            .filter(each -> each.startsWith("central/") && !left.contains(each))
            .toList();
    assertThat(gone).isNotEmpty();
    List<String> actions =
        table(folder.resolve("one/nftables/changes/steps.csv")).stream()
            .map(row -> row[0] + " " + row[3])
            .toList();
    assertThat(actions).containsAll(gone.stream().map(each -> "remove " + each).toList());
    assertThat(actions).last().asString().startsWith("remove ");
  }

  @Test
  void removalOfIptablesLeavesNothingOfOurs() throws Exception {
    Iptables.assumeAvailable();
    export("micro", RandomDesign.of(StrategyKind.MICRO, 20, 5), "iptables", null);
    export("group", RandomDesign.of(StrategyKind.GROUP, 20, 5), "iptables", "micro");
    String host =
        table(folder.resolve("micro/iptables/hosts.csv")).stream()
            .map(row -> row[3])
            .findFirst()
            .orElseThrow();
    Nft.Result result =
        Nft.run(
            List.of(
                "sh",
                "-c",
                """
                cd "$0"
                iptables -A INPUT -s 192.0.2.1 -j ACCEPT
                sh micro/iptables/apply.sh -s "$0/s" -b "$0/b" -t 0 "micro/iptables/$1" || exit 1
                iptables-save | grep -q FIREBREAK-IN || exit 2
                sh group/iptables/apply.sh -s "$0/s" -b "$0/b" -t 0 group/iptables/changes/remove || exit 3
                iptables-save; ip6tables-save
                """,
                folder.toString(),
                host));
    assertThat(result.exit()).as(result.output()).isZero();
    String after = result.output().substring(result.output().lastIndexOf("changes/remove"));
    assertThat(after).doesNotContain("FIREBREAK").contains("192.0.2.1");
  }

  @ParameterizedTest
  @EnumSource(StrategyKind.class)
  void neighbourJoinsAndLeavesSetsAndMapsInPlace(StrategyKind strategy) throws Exception {
    Design design = LargeDesign.of(strategy, 60, 3, 1500, 1);
    ServerGroup last = design.getZones().get(2).getGroups().get(19);
    String neighbour = last.getServers().get(2).getAddresses().get(0);
    assertThat(neighbour).isEqualTo("10.0.0.179");
    export("older", design, "nftables", null);
    Server newcomer = NewElements.server("newcomer");
    newcomer.setAddresses(List.of("10.0.0.180"));
    last.getServers().add(newcomer);
    export("newer", design, "nftables", "older");

    for (String way : List.of("changes", "roll-back")) {
      List<String[]> steps = table(folder.resolve("newer/nftables/" + way + "/steps.csv"));
      assertThat(steps).isNotEmpty();
      assertThat(steps)
          .filteredOn(step -> !step[0].equals("members"))
          .allSatisfy(step -> assertThat(step).contains("newcomer"));
    }
    assertThat(commands("newer/nftables/changes"))
        .isNotEmpty()
        .allSatisfy(text -> assertThat(text).contains("10.0.0.180").doesNotContain("delete"));
  }

  private List<String> commands(String changes) throws IOException {
    List<String> texts = new ArrayList<>();
    try (var files = Files.walk(folder.resolve(changes + "/members"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }
}
