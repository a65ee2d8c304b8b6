package org.firebreak.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.imports.ImportRequest;
import org.firebreak.imports.Importer;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.Inspection;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;

/**
 * Sizing of a made-up data centre whose flows have profiles of 168 hours, under the three
 * strategies. The policies are compiled before, and the time of that is told apart.
 *
 * <p>Arguments: number of groups, servers in each, flows.
 */
public final class Sizing {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final int ROUNDS = 3;
  private static final int HOURS = 168;
  private static final int SERVERS_ON_A_HOST = 30;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Sizing() {}

  public static void main(String[] args) throws Exception {
    DataCentre dataCentre =
        new DataCentre(
            Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    Design design = load(dataCentre);
    System.out.printf(
        Locale.ROOT,
        "%n%,d servers in %,d groups, %,d flows with %d hours; load %.1f%n",
        dataCentre.groups() * dataCentre.servers(),
        dataCentre.groups(),
        design.getFlows().size(),
        HOURS,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    List<CompiledPolicy> policies = new ArrayList<>();
    for (StrategyKind strategy : StrategyKind.VALUES) {
      policies.add(
          timed(
              "compile, " + strategy,
              () -> {
                CompiledPolicy policy =
                    PolicyCompiler.compile(design, CompileOptions.on(DAY).withStrategy(strategy));
                policy.ruleSets();
                return policy;
              }));
    }
    for (int round = 1; round <= ROUNDS; round++) {
      long start = System.nanoTime();
      List<SizingStudy> studies = new ArrayList<>();
      for (CompiledPolicy policy : policies) {
        studies.add(
            timed(
                "size, " + policy.strategy() + ", round " + round,
                () -> SizingStudy.of(design, policy)));
      }
      System.out.printf(Locale.ROOT, "  all three: %.2f s%n", (System.nanoTime() - start) / 1e9);
      if (round == ROUNDS) {
        report(studies);
      }
    }
  }

  private static void report(List<SizingStudy> studies) {
    for (SizingStudy study : studies) {
      System.out.printf(
          Locale.ROOT,
          "  %s: %d boundaries, %d firewalls, %d hosts%n",
          study.strategy(),
          study.boundaries().size(),
          study.central().size(),
          study.hosts().map(hosts -> hosts.loads().size()).orElse(0));
      for (CentralSizing central : study.central()) {
        timed("sensitivity, " + study.strategy(), central::sensitivity);
      }
    }
  }

  private static <T> T timed(String what, Supplier<T> work) {
    long wall = System.nanoTime();
    long processor = THREADS.getCurrentThreadCpuTime();
    T result = work.get();
    System.out.printf(
        Locale.ROOT,
        "  %-28s %6.2f s, %6.2f s of processor%n",
        what,
        (System.nanoTime() - wall) / 1e9,
        (THREADS.getCurrentThreadCpuTime() - processor) / 1e9);
    return result;
  }

  /** The data centre with estimates and hosts. */
  static Design load(DataCentre dataCentre) throws Exception {
    Path folder = Files.createTempDirectory("firebreak-benchmark");
    Path inventory = dataCentre.writeInventory(folder);
    Path flows = dataCentre.writeFlows(folder);
    ModelEdit edit = new ModelEdit(NewElements.design("benchmark"));
    Importer.run(edit, ImportRequest.of(inventory, flows), Progress.NONE);
    Files.delete(inventory);
    Files.delete(flows);
    Files.delete(folder);
    Random random = new Random(4);
    edit.design().getFlows().forEach(flow -> estimate(flow, random));
    int servers = 0;
    for (Zone zone : edit.design().getZones()) {
      for (ServerGroup group : zone.getGroups()) {
        for (Server server : group.getServers()) {
          // Servers of a group are spread over the hosts, as high availability asks for.
          server.setHypervisorHost("esx" + servers++ % Math.max(1, hosts(dataCentre)));
        }
      }
    }
    return edit.design();
  }

  private static int hosts(DataCentre dataCentre) {
    return dataCentre.groups() * dataCentre.servers() / SERVERS_ON_A_HOST;
  }

  private static void estimate(Flow flow, Random random) {
    flow.setPeakBitsPerSecond(1e6 * Math.exp(4 * random.nextGaussian()));
    flow.setConnectionsPerSecond(random.nextDouble() * 100);
    flow.setMeanDurationSeconds(random.nextDouble() * 60);
    flow.setMeanPacketBytes(200 + random.nextDouble() * 1200);
    flow.setInspection(Inspection.VALUES.get(random.nextInt(Inspection.VALUES.size())));
    flow.setDecryptedShare(0.5);
    List<String> shares = new ArrayList<>(HOURS);
    for (int hour = 0; hour < HOURS; hour++) {
      shares.add(String.format(Locale.ROOT, "%.3f", random.nextDouble()));
    }
    flow.setHourlyProfile(shares);
  }
}
