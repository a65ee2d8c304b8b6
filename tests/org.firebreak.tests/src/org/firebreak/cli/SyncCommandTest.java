package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Zone;
import org.firebreak.model.io.DesignFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SyncCommandTest {
  private static final String CLOCK = "2030-01-31T08:00:00Z";

  @TempDir Path folder;

  private Path design;
  private Path inventory;
  private Path state;

  @BeforeEach
  void write() throws IOException {
    DesignBuilder builder = new DesignBuilder("shop", StrategyKind.MICRO);
    Zone zone = builder.zone("Shop");
    for (String role : List.of("web", "db")) {
      ServerGroup group = builder.group(zone, role);
      group.setMembershipLabel("role");
      group.setMembershipValue(role);
    }
    builder.flow("web", "db", "tcp/5432");
    design = folder.resolve("shop.firebreak");
    DesignFile.save(builder.design(), design);
    inventory = folder.resolve("vms.csv");
    state = folder.resolve("state");
    servers("web1,10.0.1.1,role=web", "web2,10.0.1.2,role=web", "db1,10.0.2.1,role=db");
  }

  private void servers(String... rows) throws IOException {
    Files.writeString(inventory, "name,address,labels\n" + String.join("\n", rows) + "\n");
  }

  private Run sync(Object... more) {
    List<Object> args =
        new ArrayList<>(
            List.of("sync", design, "--inventory", inventory, "-o", state, "--clock", CLOCK));
    args.addAll(List.of("--platform", "nftables", "--as-of", "2030-01-31"));
    args.addAll(Arrays.asList(more));
    return Run.of(args.toArray());
  }

  private List<JsonNode> audit() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(state.resolve("audit.jsonl"))) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  private Path hook(String script) throws IOException {
    Path hook = Files.writeString(folder.resolve("hook"), "#!/bin/sh\n" + script + "\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();
    return hook;
  }

  private Path current(String path) {
    return state.resolve("current").resolve(path);
  }

  @Test
  void firstRunWritesDesignBundleStepsAndAudit() throws IOException {
    Run run = sync();

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(DesignFile.load(current("design.firebreak")).getZones().get(0).getGroups())
        .allMatch(group -> !group.getServers().isEmpty());
    assertThat(current("bundle/nftables/hosts/web.nft")).exists();
    assertThat(Files.readString(current("bundle/nftables/changes/steps.csv")))
        .contains("load,hosts/web.nft,,web1", "load,hosts/db.nft,,db1");
    assertThat(Files.readString(current("bundle/nftables/roll-back/steps.csv"))).contains("remove");
    assertThat(audit().get(0).toString())
        .contains(CLOCK.replace("Z", ""), "\"event\":\"added\"", "role=", "vms.csv:");
    assertThat(audit()).hasSize(4);
    assertThat(Run.of("verify", current("design.firebreak"), current("bundle")).exitCode())
        .isZero();
    assertThat(state.resolve("pending")).doesNotExist();
  }

  @Test
  void secondRunChangesNothingAndSaysSo() throws IOException {
    sync();
    var before = Run.snapshot(folder);
    Run again = sync();

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.err()).contains("up to date: no changes");
    assertThat(Run.snapshot(folder)).isEqualTo(before);
  }

  @Test
  void anotherDayWithoutADifferenceChangesNothing() throws IOException {
    sync();
    var before = Run.snapshot(state.resolve("current"));
    Run again =
        Run.of(
            "sync",
            design,
            "--inventory",
            inventory,
            "-o",
            state,
            "--platform",
            "nftables",
            "--as-of",
            "2030-02-01");

    assertThat(again.err()).contains("no changes");
    assertThat(Run.snapshot(state.resolve("current"))).isEqualTo(before);
  }

  @Test
  void newMemberIsADeltaOfMembersWithItsRollBack() throws IOException {
    sync();
    servers(
        "web1,10.0.1.1,role=web",
        "web2,10.0.1.2,role=web",
        "web3,10.0.1.9,role=web",
        "db1,10.0.2.1,role=db");
    Run run = sync("--update-design");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readString(current("bundle/nftables/changes/steps.csv")))
        .contains("members,hosts/db.nft,members/hosts/db.nft,db1", "load,hosts/web.nft,,web3");
    assertThat(Files.readString(current("bundle/nftables/changes/members/hosts/db.nft")))
        .contains("add element", "10.0.1.9");
    assertThat(Files.readString(current("bundle/nftables/roll-back/members/hosts/db.nft")))
        .contains("delete element", "10.0.1.9");
    assertThat(Files.readAllBytes(design))
        .isEqualTo(Files.readAllBytes(current("design.firebreak")));
    assertThat(sync("--update-design").err()).contains("no changes");
  }

  @Test
  void unplacedServerIsCutOffAndAFinding() throws IOException {
    servers("web1,10.0.1.1,role=web", "lost,10.0.9.1,");
    Run run = sync("--json");

    assertThat(run.exitCode()).isEqualTo(1);
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.path("quarantined").get(0).asText()).isEqualTo("lost");
    assertThat(json.path("notes").toString()).contains("vms.csv:3", "'lost' is cut off");
    assertThat(Files.readString(current("bundle/nftables/hosts.csv"))).contains("quarantine.nft");
    assertThat(
            Run.of(
                    "simulate",
                    current("design.firebreak"),
                    "--from",
                    "web1",
                    "--to",
                    "lost",
                    "--protocol",
                    "tcp",
                    "--port",
                    "5432")
                .out())
        .containsIgnoringCase("quarantine");
    assertThat(sync().exitCode()).isZero();
  }

  @Test
  void tooManyVanishedServersStopTheRunBeforeAnythingIsWritten() throws IOException {
    sync();
    var before = Run.snapshot(folder);
    servers("web1,10.0.1.1,role=web");
    Run run = sync();

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .contains("2 of 3 servers would be removed", "--max-removed 2", "nothing was written");
    before.remove(inventory.toString());
    var after = Run.snapshot(folder);
    after.remove(inventory.toString());
    assertThat(after).isEqualTo(before);
    assertThat(sync("--max-removed", "2").exitCode()).isZero();
    assertThat(Files.readString(current("bundle/nftables/hosts.csv"))).doesNotContain("db1");
  }

  /** Five of a hundred are five per cent; six are more. */
  @Test
  void percentageIsTheMostThatMayGo() throws IOException {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      rows.add("web" + i + ",10.0.1." + (1 + i) + ",role=web");
    }
    servers(rows.toArray(String[]::new));
    sync();
    servers(rows.subList(0, 94).toArray(String[]::new));
    assertThat(sync().err()).contains("6 of 100 servers would be removed");
    // cut off counts like gone
    rows.set(0, "web0,10.0.1.1,role=none");
    servers(rows.subList(0, 95).toArray(String[]::new));
    assertThat(sync().err()).contains("6 of 100 servers would be removed or cut off");
    rows.set(0, "web0,10.0.1.1,role=web");
    servers(rows.subList(0, 95).toArray(String[]::new));
    Run run = sync();

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("removed: 5 servers");
  }

  @Test
  void percentageOfPairsIsOfThoseThatWereOpen() throws IOException {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      rows.add("web" + i + ",10.0.1." + (1 + i) + ",role=web");
      rows.add("db" + i + ",10.0.2." + (1 + i) + ",role=db");
    }
    servers(rows.toArray(String[]::new));
    sync("--max-opened", "400");
    rows.add("web20,10.0.1.21,role=web");
    rows.add("web21,10.0.1.22,role=web");
    servers(rows.toArray(String[]::new));

    // 2 more × 20: a tenth of 400, and in any case fewer than 100
    assertThat(sync("--max-opened", "39").err()).contains("40 pairs of servers would be opened");
    rows.add("web22,10.0.1.23,role=web");
    rows.add("web23,10.0.1.24,role=web");
    rows.add("web24,10.0.1.25,role=web");
    servers(rows.toArray(String[]::new));
    assertThat(sync("--max-opened", "25%").exitCode()).isZero();
    rows.add("db20,10.0.2.21,role=db");
    rows.add("db21,10.0.2.22,role=db");
    rows.add("db22,10.0.2.23,role=db");
    rows.add("db23,10.0.2.24,role=db");
    rows.add("db24,10.0.2.25,role=db");
    servers(rows.toArray(String[]::new));

    // 25 × 5 = 125 beside 500
    assertThat(sync("--max-opened", "24.9%").err())
        .contains("125 pairs of servers would be opened, beside 500");
    assertThat(sync("--max-opened", "25%").exitCode()).isZero();
  }

  @Test
  void tooManyOpenedPairsStopTheRun() throws IOException {
    sync();
    servers(
        "web1,10.0.1.1,role=web",
        "web2,10.0.1.2,role=web",
        "db1,10.0.2.1,role=db",
        "db2,10.0.2.2,role=db");
    Run run = sync("--max-opened", "1");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("2 pairs of servers would be opened, beside 2 that are open");
    assertThat(sync("--max-opened", "2").exitCode()).isZero();
  }

  @Test
  void hooksAreOnlyShownUnlessToldOtherwise() throws IOException {
    Path hook = hook("touch '" + folder + "/called'");
    Run run = sync("--apply", hook);

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("would run " + hook + " nftables load", "nothing was applied");
    assertThat(folder.resolve("called")).doesNotExist();
    assertThat(state.resolve("pending/bundle/manifest.json")).exists();
    assertThat(state.resolve("current")).doesNotExist();
  }

  @Test
  void hookGetsPlatformFileAndMachinesWithoutAShell() throws IOException {
    servers(
        "web1,10.0.1.1,role=web", "web 2; touch x $(id),10.0.1.2,role=web", "db1,10.0.2.1,role=db");
    Path log = folder.resolve("log");
    Path hook =
        hook(
            "echo \"$# $1 $2 $(basename \"$3\") $FIREBREAK_ACTION $(tail -n +2 \"$FIREBREAK_HOSTS\""
                + " | cut -d, -f1 | tr '\\n"
                + "' '|')\" >>'"
                + log
                + "'; test -s \"$FIREBREAK_FILE\"");
    Run run = sync("--apply", "nftables=" + hook, "--apply-now");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readAllLines(log))
        .containsExactlyInAnyOrder(
            "3 nftables load db.nft load db1|",
            "3 nftables load web.nft load web 2; touch x $(id)|web1|");
    assertThat(current("bundle/manifest.json")).exists();
  }

  @Test
  void failingHookStopsKeepsTheStateAndOffersTheRollBack() throws IOException {
    sync();
    byte[] manifest = Files.readAllBytes(current("bundle/manifest.json"));
    servers(
        "web1,10.0.1.1,role=web",
        "web2,10.0.1.2,role=web",
        "web3,10.0.1.9,role=web",
        "db1,10.0.2.1,role=db");
    Path hook = hook("echo refused; exit 7");
    Run run = sync("--apply", hook, "--apply-now");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("ended with 7: refused", "to go back", "state is still that of run 1");
    assertThat(Files.readAllBytes(current("bundle/manifest.json"))).isEqualTo(manifest);
    assertThat(audit().get(audit().size() - 1).path("event").asText()).isEqualTo("apply-failed");

    Path log = folder.resolve("log");
    hook("echo \"$3\" >>'" + log + "'; case $3 in */changes/*) exit 1;; esac");
    Run back = sync("--apply", hook, "--apply-now", "--roll-back-on-failure");
    assertThat(back.err()).contains("rolled back nftables");
    assertThat(Files.readAllLines(log)).hasSize(2);

    hook("exit 0");
    assertThat(sync("--apply", hook, "--apply-now").exitCode()).isZero();
    assertThat(Files.readAllBytes(current("bundle/manifest.json"))).isNotEqualTo(manifest);
  }

  @Test
  void secondRunAtTheSameTimeIsRefused() throws IOException {
    sync();
    try (FileChannel other = FileChannel.open(state.resolve(".lock"), StandardOpenOption.WRITE)) {
      assertThat(other.tryLock()).isNotNull();
      Run run = sync();

      assertThat(run.exitCode()).isEqualTo(3);
      assertThat(run.err()).contains("another synchronisation works in " + state);
    }
    assertThat(sync().exitCode()).isZero();
  }

  @Test
  void killedRunsResume() throws IOException {
    sync();
    // killed while it was making the next state
    Files.createDirectories(state.resolve("pending/bundle/.x"));
    Files.writeString(state.resolve("audit.jsonl"), "{\"torn", StandardOpenOption.APPEND);
    servers(
        "web1,10.0.1.1,role=web",
        "web2,10.0.1.2,role=web",
        "web3,10.0.1.9,role=web",
        "db1,10.0.2.1,role=db");
    assertThat(sync().exitCode()).isZero();
    assertThat(state.resolve("pending")).doesNotExist();
    assertThat(Files.readAllLines(state.resolve("audit.jsonl"))).contains("{\"torn");

    // killed between the two renames that put an applied state in place
    byte[] design = Files.readAllBytes(current("design.firebreak"));
    int lines = Files.readAllLines(state.resolve("audit.jsonl")).size();
    Files.move(state.resolve("current"), state.resolve("pending"));
    Files.writeString(state.resolve("pending/applied"), "");
    List<String> all = Files.readAllLines(state.resolve("audit.jsonl"));
    Files.writeString(state.resolve("pending/audit.jsonl"), all.get(all.size() - 1) + "\n");
    Run run = sync();

    assertThat(run.err()).contains("no changes");
    assertThat(Files.readAllBytes(current("design.firebreak"))).isEqualTo(design);
    assertThat(Files.readAllLines(state.resolve("audit.jsonl"))).hasSize(lines);
    assertThat(current("applied")).doesNotExist();
  }

  @Test
  void aFileIsNoFolder() {
    Run run = Run.of("sync", design, "--inventory", inventory, "-o", inventory);
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains(inventory + ": is not a folder; name a folder");
  }

  @Test
  void folderOfSomethingElseIsRefused() throws IOException {
    Files.createDirectories(state);
    Files.writeString(state.resolve("thesis.txt"), "x");

    assertThat(sync().err()).contains("holds thesis.txt");
  }

  @Test
  void limitsAreChecked() {
    assertThat(sync("--max-removed", "many").exitCode()).isEqualTo(2);
    assertThat(sync("--max-opened", "-1").exitCode()).isEqualTo(2);
    assertThat(sync("--apply-now").exitCode()).isEqualTo(2);
    assertThat(Run.of("sync", design, "--inventory", inventory, "-o", state, "--clock", "noon"))
        .extracting(Run::err)
        .asString()
        .contains("not a time: 'noon'; write it as 2030-01-31T08:00:00Z");
    assertThat(sync("--set", "nftables.colour=red").exitCode()).isEqualTo(2);
  }

  @Test
  @Timeout(60)
  void watchFollowsTheInventoryAndWaitsForHalfFiles() throws Exception {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    String[] args = {
      "sync",
      design.toString(),
      "--inventory",
      inventory.toString(),
      "-o",
      state.toString(),
      "--platform",
      "nftables",
      "--watch"
    };
    int[] exit = {-1};
    Thread watching = new Thread(() -> exit[0] = Main.run(args, stream, stream));
    watching.start();
    awaitText(err, "run 1 is in");
    Files.writeString(inventory, "na");
    awaitText(err, "vms.csv");
    servers(
        "web1,10.0.1.1,role=web",
        "web2,10.0.1.2,role=web",
        "web3,10.0.1.9,role=web",
        "db1,10.0.2.1,role=db");
    awaitText(err, "run 2 is in");
    watching.interrupt();
    watching.join();

    assertThat(exit[0]).isZero();
    assertThat(Files.readString(current("bundle/nftables/hosts.csv"))).contains("web3");
    assertThat(sync().err()).contains("no changes");
  }

  private static void awaitText(ByteArrayOutputStream out, String text) throws Exception {
    while (!out.toString(StandardCharsets.UTF_8).contains(text)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
