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
import java.util.function.Supplier;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationProfile;
import org.firebreak.core.validation.ValidationResult;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.Validator;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.Service;
import org.firebreak.model.StrategyKind;

/**
 * Validation of a made-up data centre, warm: copy, compile, all rules, each rule alone, and the
 * whole after one change. Medians.
 *
 * <p>Arguments: number of groups, servers in each, flows, strategy.
 */
public final class Validation {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final int ROUNDS = 5;
  private static final int SLOWEST = 12;
  private static final int SECOND_SERVICE_IN_TEN = 3;

  /**
   * Wall clock, and processor time of the thread, which other work on the machine hardly disturbs.
   */
  private record Time(double wall, double processor) {}

  private record Timed(String id, Time time) {}

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Design design;
  private final CompileOptions options;

  private Validation(Design design, StrategyKind strategy) {
    this.design = design;
    options = CompileOptions.on(DAY).withStrategy(strategy);
  }

  public static void main(String[] args) throws Exception {
    DataCentre dataCentre =
        new DataCentre(
            Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    Design design = load(dataCentre);
    System.out.printf(
        Locale.ROOT,
        "%n%,d servers in %,d groups, %,d flows (%,d terms), %s strategy; load %.1f%n",
        dataCentre.groups() * dataCentre.servers(),
        dataCentre.groups(),
        design.getFlows().size(),
        terms(design),
        args[3],
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    new Validation(design, StrategyKind.get(args[3])).run();
  }

  private static Design load(DataCentre dataCentre) throws Exception {
    Design design = dataCentre.design();
    Random random = new Random(3);
    for (Flow flow : design.getFlows()) {
      Service second = design.getServices().get(random.nextInt(design.getServices().size()));
      if (random.nextInt(10) < SECOND_SERVICE_IN_TEN && !flow.getServices().contains(second)) {
        flow.getServices().add(second);
      }
    }
    return design;
  }

  /** One for each flow and service, as peers count. */
  private static int terms(Design design) {
    return design.getFlows().stream().mapToInt(flow -> flow.getServices().size()).sum();
  }

  private void run() {
    line("copy", median(() -> EcoreUtil.copy(design)));
    line("compile", median(this::compile));
    CompiledPolicy policy = compile();
    Time cold = once(() -> validate(policy));
    line("validate, cold", cold);
    line("validate", median(() -> validate(policy)));
    ValidationResult result = validate(policy);
    line("copy, compile, validate after a change", median(this::change));
    System.out.printf(Locale.ROOT, "  %,d findings; slowest rules:%n", result.findings().size());
    List<Timed> rules = new ArrayList<>();
    for (ValidationRule rule : ValidationRules.all()) {
      rules.add(new Timed(rule.info().id(), median(() -> check(policy, rule))));
    }
    rules.sort(Comparator.comparingDouble((Timed rule) -> rule.time().processor()).reversed());
    rules.stream().limit(SLOWEST).forEach(rule -> line("  " + rule.id(), rule.time()));
  }

  private CompiledPolicy compile() {
    return PolicyCompiler.compile(design, options);
  }

  private static ValidationResult validate(Design design, CompiledPolicy policy) {
    return Validator.validate(
        design, policy, ValidationRules.all(), ValidationProfile.BASELINE, Progress.NONE);
  }

  private ValidationResult validate(CompiledPolicy policy) {
    return validate(design, policy);
  }

  /** Alone, so with all indexes that others would share. */
  private Object check(CompiledPolicy policy, ValidationRule rule) {
    return rule.check(ValidationContext.of(design, policy, ValidationProfile.BASELINE));
  }

  /** What the window does after an edit. */
  private ValidationResult change() {
    Flow flow = design.getFlows().get(design.getFlows().size() / 2);
    flow.setLog(!flow.isLog());
    Design copy = EcoreUtil.copy(design);
    return validate(copy, PolicyCompiler.compile(copy, options));
  }

  private static Time median(Supplier<?> step) {
    once(step);
    double[] wall = new double[ROUNDS];
    double[] processor = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      Time time = once(step);
      wall[i] = time.wall();
      processor[i] = time.processor();
    }
    Arrays.sort(wall);
    Arrays.sort(processor);
    return new Time(wall[ROUNDS / 2], processor[ROUNDS / 2]);
  }

  private static Time once(Supplier<?> step) {
    long start = System.nanoTime();
    long used = THREADS.getCurrentThreadCpuTime();
    Object result = step.get();
    Time time =
        new Time(
            (System.nanoTime() - start) / 1e6, (THREADS.getCurrentThreadCpuTime() - used) / 1e6);
    if (result == null) {
      throw new IllegalStateException("no result");
    }
    return time;
  }

  private static void line(String what, Time time) {
    System.out.printf(
        Locale.ROOT,
        "  %-40s %9.1f ms, of the processor %9.1f ms%n",
        what,
        time.wall(),
        time.processor());
  }
}
