package org.firebreak.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.firebreak.core.compare.StrategyComparison;
import org.firebreak.core.optimise.Effort;
import org.firebreak.core.optimise.Objective;
import org.firebreak.core.optimise.Optimiser;
import org.firebreak.core.optimise.Plan;
import org.firebreak.core.optimise.Target;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.reach.AttackPaths;
import org.firebreak.core.reach.BlastRadius;
import org.firebreak.core.reach.Hops;
import org.firebreak.core.reach.RadiusKind;
import org.firebreak.core.sizing.ApplianceCatalogue;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Inspection;
import org.firebreak.model.Server;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.io.NewElements;

/**
 * Strategies of a made-up data centre side by side, whose flows have profiles of 168 hours: sizing,
 * blast radius, comparison, and the choice of groups.
 *
 * <p>Arguments: number of groups, servers in each, flows.
 */
public final class Strategies {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final int ROUNDS = 5;
  private static final int HOURS = 168;
  private static final CompileOptions OPTIONS = CompileOptions.on(DAY);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Wall clock, and processor time of the thread. */
  private record Time(double wall, double processor) {}

  private final Design design;

  private Strategies(Design design) {
    this.design = design;
  }

  public static void main(String[] args) throws Exception {
    DataCentre dataCentre =
        new DataCentre(
            Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    Design design = dataCentre.design();
    estimate(design);
    System.out.printf(
        Locale.ROOT,
        "%n%,d servers in %,d groups, %,d flows of %d hours; load %.1f%n",
        dataCentre.groups() * dataCentre.servers(),
        dataCentre.groups(),
        design.getFlows().size(),
        HOURS,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    new Strategies(design).run();
  }

  private static void estimate(Design design) {
    Random random = new Random(4);
    for (Flow flow : design.getFlows()) {
      List<String> hours = new ArrayList<>(HOURS);
      int busiest = random.nextInt(HOURS);
      for (int hour = 0; hour < HOURS; hour++) {
        hours.add(hour == busiest ? "1" : "0." + (100 + random.nextInt(800)));
      }
      flow.setHourlyProfile(hours);
      flow.setPeakBitsPerSecond(1e6 * (1 + random.nextInt(200)));
      flow.setConnectionsPerSecond(1.0 + random.nextInt(20));
      flow.setMeanDurationSeconds(1.0 + random.nextInt(60));
      flow.setMeanPacketBytes(300.0 + random.nextInt(1000));
      flow.setInspection(Inspection.values()[random.nextInt(Inspection.values().length)]);
      flow.setState(FlowState.APPROVED);
    }
  }

  private void run() throws Exception {
    Callable<StrategyComparison> compare =
        () ->
            StrategyComparison.of(
                design, OPTIONS, SizingParameters.defaults(), ApplianceCatalogue.shipped());
    line("compare three strategies with sizing, first time", once(compare));
    line("compare three strategies with sizing", median(compare));
    for (StrategyKind kind : StrategyKind.values()) {
      steps(kind);
    }
    optimise();
    betweenServers();
  }

  private void steps(StrategyKind kind) throws Exception {
    String name = "  " + kind.getLiteral() + ": ";
    CompiledPolicy policy = compile(kind);
    line(name + "compile with rules", median(() -> compile(kind).ruleSets()));
    line(name + "size", median(() -> SizingStudy.of(design, policy, SizingParameters.defaults())));
    line(name + "blast radius of all servers", median(() -> BlastRadius.of(policy)));
    line(
        name + "attack paths from one server",
        median(() -> AttackPaths.from(policy, policy.servers().get(0))));
    line(name + "ACL entries", median(policy::aclEntries));
  }

  private CompiledPolicy compile(StrategyKind kind) {
    CompiledPolicy policy = PolicyCompiler.compile(design, OPTIONS.withStrategy(kind));
    policy.ruleSets();
    return policy;
  }

  /** Of the flows those that lead to groups further down alone, or every server reaches all. */
  private void optimise() throws Exception {
    design.getFlows().removeIf(flow -> number(flow.getSource()) >= number(flow.getDestination()));
    System.out.printf(Locale.ROOT, "  %,d flows downwards:%n", design.getFlows().size());
    Callable<Optimiser> prepare =
        () ->
            Optimiser.of(
                design, OPTIONS, SizingParameters.defaults(), ApplianceCatalogue.shipped());
    line("  optimiser: prepare", median(prepare));
    Optimiser optimiser = prepare.call();
    for (Hops hops : Hops.values()) {
      Objective objective = new Objective(RadiusKind.MEAN, hops);
      String name = "  optimiser, " + hops.label() + ": ";
      line(
          name + "front by rules",
          once(() -> optimiser.front(Effort.RULES, objective, Progress.NONE)));
      Plan all = optimiser.choose(new Target.Budget(Effort.RULES, 1e12, objective), Progress.NONE);
      double middle = (all.before() + all.radius()) / 2;
      Plan[] plan = new Plan[1];
      line(
          name + "goal half way",
          once(
              () ->
                  plan[0] =
                      optimiser.choose(
                          new Target.Goal(middle, Effort.RULES, objective), Progress.NONE)));
      System.out.printf(
          Locale.ROOT,
          "    %,d candidates; blast radius %.1f to %.1f; chosen %,d: %.1f; at most %.2f %%"
              + " worse%n",
          optimiser.candidates().size(),
          all.before(),
          all.radius(),
          plan[0].groups().size(),
          plan[0].radius(),
          100 * plan[0].gap());
    }
  }

  private static int number(Endpoint end) {
    return Integer.parseInt(end.getName().substring(1).replaceFirst("-.*", ""));
  }

  /** The hard case: flows between single servers, so that hardly two stand alike. */
  private void betweenServers() throws Exception {
    List<Endpoint> servers = new ArrayList<>();
    design
        .eAllContents()
        .forEachRemaining(
            object -> {
              if (object instanceof Server server) {
                servers.add(server);
              }
            });
    Random random = new Random(5);
    for (int i = 0; i < 2 * servers.size(); i++) {
      Endpoint from = servers.get(random.nextInt(servers.size()));
      // Downwards only, so that the graph does not fall into one cycle.
      Endpoint to = servers.get(random.nextInt(1 + servers.indexOf(from)));
      Flow flow = NewElements.flow(from, to);
      flow.getServices().add(design.getServices().get(0));
      flow.setState(FlowState.APPROVED);
      design.getFlows().add(flow);
      if (servers.size() > 20_000 && i > 20_000) {
        break;
      }
    }
    design.getFlows().removeIf(flow -> !(flow.getSource() instanceof Server));
    CompiledPolicy policy = compile(StrategyKind.MICRO);
    line(
        "  " + design.getFlows().size() + " flows between single servers, micro: blast radius",
        median(() -> BlastRadius.of(policy)));
  }

  private static Time once(Callable<?> task) throws Exception {
    long processor = THREADS.getCurrentThreadCpuTime();
    long wall = System.nanoTime();
    task.call();
    return new Time(
        (System.nanoTime() - wall) / 1e9, (THREADS.getCurrentThreadCpuTime() - processor) / 1e9);
  }

  private static Time median(Callable<?> task) throws Exception {
    Time[] times = new Time[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      times[i] = once(task);
    }
    Arrays.sort(times, Comparator.comparingDouble(Time::wall));
    return times[ROUNDS / 2];
  }

  private static void line(String what, Time time) {
    System.out.printf(
        Locale.ROOT, "%-62s %7.3f s, processor %7.3f s%n", what, time.wall(), time.processor());
  }
}
