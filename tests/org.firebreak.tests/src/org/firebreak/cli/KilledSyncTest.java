package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Zone;
import org.firebreak.model.io.DesignFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs in a process of their own that are killed without warning (SIGKILL) at random moments, while
 * the inventory goes on changing. More rounds by -Dfirebreak.kills=200.
 */
class KilledSyncTest {
  private static final int KILLS = Integer.getInteger("firebreak.kills", 20);
  private static final int SERVERS = 120;

  @TempDir Path folder;

  private final Random random = new Random(20300131);
  private final Map<String, String> rows = new TreeMap<>();
  private Path inventory;
  private Path log;

  @BeforeEach
  void write() throws IOException {
    DesignBuilder builder = new DesignBuilder("shop", StrategyKind.MICRO);
    Zone zone = builder.zone("Shop");
    for (String role : List.of("web", "app", "db")) {
      ServerGroup group = builder.group(zone, role);
      group.setMembershipLabel("role");
      group.setMembershipValue(role);
    }
    builder.flow("web", "app", "tcp/8080");
    builder.flow("app", "db", "tcp/5432");
    DesignFile.save(builder.design(), folder.resolve("shop.firebreak"));
    inventory = folder.resolve("vms.csv");
    log = folder.resolve("log");
    for (int i = 0; i < SERVERS; i++) {
      rows.put("vm%03d".formatted(i), role());
    }
    Path hook =
        Files.writeString(
            folder.resolve("hook"),
            "#!/bin/sh\necho begin $$ >>'" + log + "'\nsleep 0.05\necho end $$ >>'" + log + "'\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();
  }

  private String role() {
    return List.of("web", "app", "db", "none").get(random.nextInt(4));
  }

  private void change() throws IOException {
    for (int i = 0; i < 5; i++) {
      String name = "vm%03d".formatted(random.nextInt(SERVERS));
      if (rows.remove(name) == null || random.nextInt(3) > 0) {
        rows.put(name, role());
      }
    }
    StringBuilder csv = new StringBuilder("name,address,labels\n");
    rows.forEach(
        (name, role) ->
            csv.append(name + ",10.0.0." + (1 + Integer.parseInt(name.substring(2))))
                .append(",role=" + role + "\n"));
    Files.writeString(inventory, csv);
  }

  private List<String> arguments(String state) {
    return List.of(
        "sync",
        folder.resolve("shop.firebreak").toString(),
        "--inventory",
        inventory.toString(),
        "-o",
        folder.resolve(state).toString(),
        "--platform",
        "nftables",
        "--as-of",
        "2030-01-31",
        "--clock",
        "2030-01-31T08:00:00Z",
        "--max-removed",
        "1000",
        "--max-opened",
        "1000000",
        "--apply",
        folder.resolve("hook").toString(),
        "--apply-now");
  }

  private Process start(String state) throws IOException {
    return CliProcess.start(folder.resolve("out"), arguments(state));
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void killedRunsLeaveNothingHalfDone() throws Exception {
    CliProcess.assumeAvailable(folder.resolve("out"));
    change();
    long start = System.nanoTime();
    assertThat(start("state").waitFor()).isLessThan(2);
    // most of a run is the start of the program; where files are written counts
    long whole = (System.nanoTime() - start) / 1_000_000;
    int unfinished = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      change();
      Process process = start("state");
      boolean ended =
          process.waitFor(whole / 3 + random.nextLong(Math.max(1, whole)), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      unfinished += ended ? 0 : 1;
      current();
    }
    assertThat(unfinished).isPositive();

    Run last = Run.of(arguments("state").toArray());
    assertThat(last.exitCode()).as(last.err()).isLessThan(2);
    assertThat(folder.resolve("state/pending")).doesNotExist();
    assertThat(Run.of(arguments("state").toArray()).err()).contains("no changes");
    audited();
    hooksOneByOne();

    Run unkilled = Run.of(arguments("other").toArray());
    assertThat(unkilled.exitCode()).as(unkilled.err()).isLessThan(2);
    assertThat(desired("state")).isEqualTo(desired("other"));
  }

  /** The state in force, if a kill did not fall between two renames, is whole at any time. */
  private void current() {
    Path current = folder.resolve("state/current");
    if (Files.exists(current)) {
      Run run = Run.of("verify", current.resolve("design.firebreak"), current.resolve("bundle"));
      assertThat(run.exitCode()).as(run.err()).isZero();
    } else {
      assertThat(folder.resolve("state/previous")).exists();
      assertThat(folder.resolve("state/pending/applied")).exists();
    }
  }

  /** Every line is whole, every run is there once, and none is left out. */
  private void audited() throws IOException {
    List<Long> runs = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("state/audit.jsonl"))) {
      JsonNode json = new ObjectMapper().readTree(line);
      assertThat(json.isObject()).as(line).isTrue();
      if (json.path("event").asText().equals("run")) {
        runs.add(json.path("run").asLong());
      }
    }
    assertThat(runs).doesNotHaveDuplicates().isSorted();
    assertThat(runs.get(runs.size() - 1)).isEqualTo(runs.size());
  }

  /** A hook that a killed run left behind never works beside that of the next one. */
  private void hooksOneByOne() throws IOException {
    String running = null;
    for (String line : Files.readAllLines(log)) {
      String[] words = line.split(" ");
      if (words[0].equals("begin")) {
        running = words[1];
      } else {
        assertThat(words[1]).isEqualTo(running);
      }
    }
  }

  /** Design, rulesets and manifest, without what depends on the state before. */
  private Map<String, String> desired(String state) throws IOException {
    Map<String, String> files = new TreeMap<>();
    Path current = folder.resolve(state).resolve("current");
    try (Stream<Path> all = Files.walk(current)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String path = current.relativize(file).toString();
        if (path.equals("design.firebreak") || path.matches("bundle/nftables/(hosts/)?[^/]*")) {
          files.put(path, Files.readString(file));
        }
      }
    }
    assertThat(files).hasSizeGreaterThan(4);
    return files;
  }
}
