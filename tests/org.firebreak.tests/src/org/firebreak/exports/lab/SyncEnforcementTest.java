package org.firebreak.exports.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.firebreak.cli.CliProcess;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.Connection;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.exports.DesignBuilder;
import org.firebreak.exports.nftables.Nft;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Zone;
import org.firebreak.model.io.DesignFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty namespaces are virtual machines that are created, moved and retired at random, several at a
 * time, while {@code firebreak sync --watch} and its hook run. Each machine starts with a ruleset
 * that denies everything. While a step is under way every ordered pair tries to connect, and what
 * opens is what the policy before or after the step permits; after it, exactly what the policy
 * permits opens. The watch is a process of its own. It is killed without warning at a random
 * moment, and again while a hook is at work, and the next one finishes what it had begun.
 */
class SyncEnforcementTest {
  private static final int MACHINES = 50;
  private static final int STEPS = 6;
  private static final int KILLED_STEP = 1;
  private static final int STOPPED_STEP = 3;
  private static final int ROUNDS = 5;
  private static final long DURING_MILLIS = 1000;
  private static final long AFTER_MILLIS = 1200;
  private static final long KILL_WITHIN_MILLIS = 1500;
  private static final LocalDate TODAY = LocalDate.of(2030, 1, 31);
  private static final List<String> ROLES = List.of("web", "app", "db", "none");
  private static final List<Integer> PORTS = List.of(8080, 5432);
  private static final String DENY_ALL =
      """
      table inet firebreak
      delete table inet firebreak
      table inet firebreak {
        chain input { type filter hook input priority 0; policy drop; }
        chain output { type filter hook output priority 0; policy drop; }
      }
      """;

  @TempDir Path folder;

  private final Random random = new Random(20300131);
  private final Map<String, String> roles = new TreeMap<>();
  private final Map<String, Address> addresses = new LinkedHashMap<>();
  private Path output;
  private LabNetwork network;
  private Process watching;
  private int runs;
  private int kills;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void machinesAreNeverReachableBeyondTheirPolicy() throws Exception {
    Assumptions.assumeTrue(Nft.isRoot(), "skipped: only root may lay out network namespaces");
    Assumptions.assumeTrue(Nft.isOnPath("ip"), "skipped: ip is not installed (package iproute2)");
    Nft.assumeAvailable();
    output = folder.resolve("output");
    CliProcess.assumeAvailable(output);
    Map<String, List<Address>> hosts = new LinkedHashMap<>();
    for (int i = 0; i < MACHINES; i++) {
      String name = "vm%02d".formatted(i);
      addresses.put(name, Address.parse("10.0.%d.%d".formatted(i % 4, 10 + i)));
      hosts.put(name, List.of(addresses.get(name)));
    }
    List<String> ports = PORTS.stream().map(port -> "tcp:" + port).toList();
    try (LabNetwork lab = LabNetwork.create(folder, hosts, ports)) {
      network = lab;
      prepare();
      Set<String> before = Set.of();
      for (int step = 0; step < STEPS; step++) {
        before = step(step, before);
      }
      assertThat(before).hasSizeGreaterThan(50);
      assertThat(kills).isEqualTo(2);
    } finally {
      if (watching != null) {
        kill();
      }
    }
  }

  private void prepare() throws IOException {
    DesignBuilder builder = new DesignBuilder("vms", StrategyKind.MICRO);
    Zone zone = builder.zone("Shop");
    for (String role : ROLES.subList(0, 3)) {
      ServerGroup group = builder.group(zone, role);
      group.setMembershipLabel("role");
      group.setMembershipValue(role);
    }
    builder.flow("web", "app", "tcp/8080");
    builder.flow("app", "db", "tcp/5432");
    builder.flow("app", "app", "tcp/8080");
    DesignFile.save(builder.design(), folder.resolve("vms.firebreak"));
    Files.writeString(folder.resolve("deny.nft"), DENY_ALL);
    Map<String, String> deny = new LinkedHashMap<>();
    for (String machine : addresses.keySet()) {
      deny.put(machine, "nft -f '" + folder.resolve("deny.nft") + "'");
    }
    network.load(deny, 20_000);
    String prefix = network.namespace("");
    Files.writeString(
        folder.resolve("hook"),
        """
        #!/bin/sh
        PATH=$PATH:/usr/sbin:/sbin
        set -e
        while [ -e '%1$s/stall' ] && [ -e '%1$s/first' ]; do touch '%1$s/stalled'; sleep 0.05; done
        touch '%1$s/first'
        for vm in $(tail -n +2 "$FIREBREAK_HOSTS" | cut -d, -f1); do
          case $2 in
            load) ip netns exec "%2$s$vm" nft -f "$3" ;;
            members) ip netns exec "%2$s$vm" nft -f "$4" || ip netns exec "%2$s$vm" nft -f "$3" ;;
            remove) ip netns exec "%2$s$vm" nft -f '%1$s/deny.nft' ;;
          esac
        done
        """
            .formatted(folder, prefix));
    assertThat(folder.resolve("hook").toFile().setExecutable(true)).isTrue();
  }

  /** Changes several machines at once, and gives what is permitted afterwards. */
  private Set<String> step(int step, Set<String> before) throws Exception {
    change(step);
    boolean stopped = step == STOPPED_STEP;
    if (stopped) {
      Files.deleteIfExists(folder.resolve("first"));
      Files.createFile(folder.resolve("stall"));
    }
    List<Attempt> all = attempts();
    Map<String, List<Attempt>> begun = begin(all, DURING_MILLIS);
    writeInventory();
    if (watching == null) {
      watch();
    }
    if (stopped) {
      awaitUntil(() -> Files.exists(folder.resolve("stalled")));
      kill();
      assertThat(folder.resolve("state/pending")).exists();
      assertThat(said()).doesNotContain("run " + (runs + 1) + " is in");
      Files.delete(folder.resolve("stall"));
      watch();
    } else if (step == KILLED_STEP) {
      if (!watching.waitFor(random.nextLong(KILL_WITHIN_MILLIS), TimeUnit.MILLISECONDS)) {
        kill();
      }
      watch();
    }
    runs++;
    Set<String> open = names(opened(begun));
    while (!isInForce(runs)) {
      assertThat(watching.isAlive()).as(said()).isTrue();
      open.addAll(names(opened(begin(all, DURING_MILLIS))));
    }
    Set<String> after = permitted();
    Set<String> either = new HashSet<>(before);
    either.addAll(after);
    assertThat(open).as("open during step %s", step).isSubsetOf(either);
    exactly(after, all, step);
    return after;
  }

  private void change(int step) {
    List<String> machines = new ArrayList<>(addresses.keySet());
    Collections.shuffle(machines, random);
    for (String machine : machines.subList(0, step == 0 ? 25 : 12)) {
      if (roles.containsKey(machine) && random.nextInt(3) == 0) {
        roles.remove(machine);
      } else {
        roles.put(machine, ROLES.get(random.nextInt(ROLES.size())));
      }
    }
  }

  private void writeInventory() throws IOException {
    StringBuilder csv = new StringBuilder("name,address,labels\n");
    roles.forEach(
        (name, role) -> csv.append(name + "," + addresses.get(name) + ",role=" + role + "\n"));
    Path next = Files.writeString(folder.resolve("vms.csv.new"), csv);
    Files.move(next, folder.resolve("vms.csv"), StandardCopyOption.REPLACE_EXISTING);
  }

  private void watch() throws IOException {
    String[] args = {
      "sync",
      folder.resolve("vms.firebreak").toString(),
      "--inventory",
      folder.resolve("vms.csv").toString(),
      "-o",
      folder.resolve("state").toString(),
      "--platform",
      "nftables",
      "--as-of",
      TODAY.toString(),
      "--max-removed",
      "1000",
      "--max-opened",
      "1000000",
      "--apply",
      folder.resolve("hook").toString(),
      "--apply-now",
      "--watch"
    };
    watching = CliProcess.start(output, List.of(args));
  }

  private void kill() throws InterruptedException {
    watching.destroyForcibly().waitFor();
    watching = null;
    kills++;
  }

  private String said() throws IOException {
    return Files.readString(output);
  }

  /** A killed run may not have said that its state is in place; the audit log knows. */
  private boolean isInForce(int run) throws IOException {
    Path current = folder.resolve("state/current/run.json");
    return Files.exists(current)
        && Files.readString(current).contains("\"run\":" + run + ",")
        && !Files.exists(folder.resolve("state/pending"))
        && Files.readString(folder.resolve("state/audit.jsonl"))
            .contains("\"run\":" + run + ",\"event\":\"run\"");
  }

  private interface Condition {
    boolean holds();
  }

  private void awaitUntil(Condition condition) throws InterruptedException {
    while (!condition.holds()) {
      assertThat(watching.isAlive()).isTrue();
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private List<Attempt> attempts() {
    List<Attempt> attempts = new ArrayList<>();
    for (Map.Entry<String, Address> from : addresses.entrySet()) {
      for (Map.Entry<String, Address> to : addresses.entrySet()) {
        for (int port :
            from == to || from.getKey().equals(to.getKey()) ? List.<Integer>of() : PORTS) {
          attempts.add(new Attempt(from.getKey(), from.getValue(), to.getValue(), "tcp", port));
        }
      }
    }
    return attempts;
  }

  private static String name(Attempt attempt) {
    return attempt.source() + " " + attempt.destination() + " " + attempt.port();
  }

  private static Set<String> names(Set<Attempt> attempts) {
    Set<String> names = new HashSet<>();
    attempts.forEach(attempt -> names.add(name(attempt)));
    return names;
  }

  /** What the simulator permits between machines of the state in force. */
  private Set<String> permitted() throws Exception {
    CompiledPolicy policy =
        PolicyCompiler.compile(
            DesignFile.load(folder.resolve("state/current/design.firebreak")),
            CompileOptions.on(TODAY));
    Set<Address> known = new HashSet<>();
    for (PolicyServer server : policy.servers()) {
      known.addAll(server.addresses());
    }
    assertThat(known).hasSize(roles.size());
    Set<String> permitted = new HashSet<>();
    for (Attempt attempt : attempts()) {
      boolean both = known.contains(attempt.source()) && known.contains(attempt.destination());
      Connection connection =
          Connection.of(
              policy.sharedDomain(),
              attempt.source(),
              attempt.destination(),
              IpProtocols.TCP,
              attempt.port());
      if (both && policy.decide(connection).permits()) {
        permitted.add(name(attempt));
      }
    }
    return permitted;
  }

  /** What opens is what is permitted; what a busy machine has lost is tried again. */
  private void exactly(Set<String> permitted, List<Attempt> all, int step) throws Exception {
    Set<String> open = new HashSet<>();
    List<Attempt> pending = all;
    for (int round = 0; round < ROUNDS && !pending.isEmpty(); round++) {
      open.addAll(names(opened(begin(pending, AFTER_MILLIS))));
      pending =
          all.stream()
              .filter(each -> permitted.contains(name(each)) && !open.contains(name(each)))
              .toList();
    }
    assertThat(open).as("open after step %s", step).isEqualTo(permitted);
  }

  private Map<String, List<Attempt>> begin(List<Attempt> attempts, long millis) throws IOException {
    Map<String, List<Attempt>> byHost = new LinkedHashMap<>();
    for (Attempt attempt : attempts) {
      byHost.computeIfAbsent(attempt.from(), host -> new ArrayList<>()).add(attempt);
    }
    for (Map.Entry<String, List<Attempt>> host : byHost.entrySet()) {
      network.agent(host.getKey()).begin(host.getValue(), millis);
    }
    return byHost;
  }

  private Set<Attempt> opened(Map<String, List<Attempt>> byHost) throws IOException {
    Set<Attempt> open = new HashSet<>();
    for (Map.Entry<String, List<Attempt>> host : byHost.entrySet()) {
      open.addAll(network.agent(host.getKey()).opened(host.getValue()));
    }
    return open;
  }
}
