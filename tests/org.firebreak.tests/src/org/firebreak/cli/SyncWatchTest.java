package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code firebreak sync --watch} beside files and programs that misbehave. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SyncWatchTest {
  private static final String HEAD = "name,labels,address\n";
  private static final String ROWS = "web1,role=web,10.0.1.1\nweb2,role=web,10.0.1.2\n";

  @TempDir Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Path inventory;
  private Path state;
  private Thread watching;

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
    DesignFile.save(builder.design(), folder.resolve("shop.firebreak"));
    inventory = folder.resolve("vms.csv");
    state = folder.resolve("state");
    Files.writeString(inventory, HEAD + ROWS);
  }

  private void watch(Object... more) throws Exception {
    List<String> args =
        new ArrayList<>(
            List.of(
                "sync",
                folder.resolve("shop.firebreak").toString(),
                "--inventory",
                inventory.toString(),
                "-o",
                state.toString(),
                "--platform",
                "nftables",
                "--max-removed",
                "100%",
                "--watch"));
    List.of(more).forEach(each -> args.add(String.valueOf(each)));
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    watching = new Thread(() -> Main.run(args.toArray(String[]::new), stream, stream), "watch");
    watching.start();
    await("watching");
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (watching != null) {
      watching.interrupt();
      watching.join();
    }
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private void await(String text) throws InterruptedException {
    while (!said().contains(text)) {
      assertThat(watching.isAlive()).as(said()).isTrue();
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  /** Waits until the watch has read the files and waits for nothing but their being at rest. */
  private void awaitTheEndOfWriting() throws InterruptedException {
    while (Arrays.stream(watching.getStackTrace())
        .noneMatch(frame -> frame.getMethodName().equals("settle"))) {
      assertThat(watching.isAlive()).as(said()).isTrue();
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  private Path hook(String script) throws IOException {
    Path hook = folder.resolve("hook");
    Path next = Files.writeString(folder.resolve("next-hook"), "#!/bin/sh\n" + script + "\n");
    assertThat(next.toFile().setExecutable(true)).isTrue();
    return Files.move(next, hook, StandardCopyOption.REPLACE_EXISTING);
  }

  private String hosts() throws IOException {
    return Files.readString(state.resolve("current/bundle/nftables/hosts.csv"));
  }

  /** The head of 10.0.2.12 is another address, which belongs to somebody else. */
  @Test
  void rowThatIsStillBeingWrittenCountsForNothing() throws Exception {
    watch();
    Files.writeString(inventory, HEAD + ROWS + "db1,role=db,10.0.2.1");
    Files.writeString(folder.resolve("other"), "wakes the watch");
    awaitTheEndOfWriting();
    assertThat(said()).doesNotContain("run 2 is in");
    Files.writeString(inventory, "2\n", StandardOpenOption.APPEND);
    await("run 2 is in");

    assertThat(hosts()).contains("10.0.2.12");
    assertThat(Files.readString(state.resolve("audit.jsonl"))).doesNotContain("10.0.2.1]");
  }

  @Test
  void inventoryThatHasGoneChangesNothingAndIsNamedUntilItIsBack() throws Exception {
    watch();
    Files.delete(inventory);
    await("vms.csv: no such file");
    assertThat(hosts()).contains("web1", "web2");
    Files.writeString(inventory, HEAD + ROWS + "db1,role=db,10.0.2.1\n");
    await("run 2 is in");

    assertThat(hosts()).contains("web1", "web2", "db1");
  }

  @Test
  void emptyInventoryTakesNothingAway() throws Exception {
    watch();
    Files.writeString(inventory, "\n");
    await("vms.csv:");
    Files.writeString(inventory, HEAD + ROWS + "db1,role=db,10.0.2.1\n");
    await("run 2 is in");

    assertThat(Files.readString(state.resolve("audit.jsonl"))).doesNotContain("removed");
  }

  @Test
  void linkThatPointsElsewhereIsFollowed() throws Exception {
    Path first = Files.createDirectory(folder.resolve("a")).resolve("vms.csv");
    Path second = Files.createDirectory(folder.resolve("b")).resolve("vms.csv");
    Files.move(inventory, first);
    Files.createSymbolicLink(inventory, first);
    watch();
    Files.writeString(second, HEAD + ROWS + "db1,role=db,10.0.2.1\n");
    Path next = Files.createSymbolicLink(folder.resolve("next"), second);
    Files.move(next, inventory, StandardCopyOption.ATOMIC_MOVE);
    await("run 2 is in");
    // a change behind the link, of which its folder has no event
    Files.writeString(second, HEAD + ROWS + "db2,role=db,10.0.2.2\n");
    await("run 3 is in");

    assertThat(hosts()).contains("db2").doesNotContain("db1");
  }

  @Test
  void failedHookIsTriedAgainWithoutAChange() throws Exception {
    Path hook = hook("echo no route to host; exit 1");
    watch("--apply", hook, "--apply-now", "--retry", 1);
    await("no route to host");
    assertThat(state.resolve("current")).doesNotExist();
    hook("exit 0");
    await("run 1 is in");

    assertThat(hosts()).contains("web1");
  }

  @Test
  void hookThatIgnoresTheEndOfItsTimeIsKilledWithWhatItStarted() throws Exception {
    Path marks = folder.resolve("marks");
    Path hook =
        hook(
            "trap '' TERM; (trap '' TERM; sleep 20; echo late >>'"
                + marks
                + "') & echo $! >'"
                + folder.resolve("child")
                + "'; wait; sleep 20");
    watch("--apply", hook, "--apply-now", "--apply-timeout", 1, "--retry", 600);
    await("took longer than 1 s and was ended");

    long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
    ProcessHandle.of(child).ifPresent(process -> process.onExit().join());
    assertThat(marks).doesNotExist();
    assertThat(Files.readString(state.resolve("audit.jsonl"))).contains("apply-failed");
    assertThat(state.resolve("pending/apply/running")).doesNotExist();
  }

  @Test
  void hookThatIsKilledIsAFailure() throws Exception {
    Path hook = hook("kill -9 $$");
    watch("--apply", hook, "--apply-now", "--retry", 1);
    await("ended with 137");
    hook("exit 0");
    await("run 1 is in");

    assertThat(hosts()).contains("web1");
  }
}
