package org.firebreak.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.firebreak.core.compare.StrategyComparison;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.sizing.ApplianceCatalogue;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.validation.ValidationProfile;
import org.firebreak.core.validation.ValidationResult;
import org.firebreak.core.validation.Validator;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;
import org.firebreak.report.ComparisonReport;
import org.firebreak.report.Report;
import org.firebreak.report.ReportFormat;
import org.firebreak.report.SegmentationPlanReport;
import org.firebreak.report.SizingReport;
import org.firebreak.report.document.Brand;

/**
 * Sizing report, segmentation plan and comparison of a made-up data centre in every format.
 *
 * <p>Arguments: number of groups, servers in each, flows, strategy, and formats (all if none).
 */
public final class Reports {
  private static final CompileOptions OPTIONS = CompileOptions.on(LocalDate.of(2026, 11, 23));
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Design design;
  private final StrategyKind strategy;

  private Reports(Design design, StrategyKind strategy) {
    this.design = design;
    this.strategy = strategy;
  }

  public static void main(String[] args) throws Exception {
    DataCentre dataCentre =
        new DataCentre(
            Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    Design design = Sizing.load(dataCentre);
    System.out.printf(
        Locale.ROOT,
        "%n%,d servers in %,d groups, %,d flows, %s strategy; load %.1f%n",
        dataCentre.groups() * dataCentre.servers(),
        dataCentre.groups(),
        design.getFlows().size(),
        args[3],
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    List<ReportFormat> formats =
        args.length > 4
            ? List.of(args).subList(4, args.length).stream()
                .map(suffix -> ReportFormat.ofFile("." + suffix))
                .toList()
            : List.of(ReportFormat.values());
    new Reports(design, StrategyKind.get(args[3])).run(formats);
    System.out.printf("  %-26s %s%n", "peak memory", Chain.peakMemory());
  }

  private void run(List<ReportFormat> formats) throws Exception {
    CompiledPolicy policy =
        timed("compile", () -> PolicyCompiler.compile(design, OPTIONS.withStrategy(strategy)));
    write("size", timed("size", this::sizing), formats);
    ValidationResult findings =
        timed(
            "validate",
            () ->
                Validator.validate(
                    design,
                    policy,
                    ValidationRules.all(),
                    ValidationProfile.BASELINE,
                    Progress.NONE));
    write(
        "plan", timed("plan", () -> SegmentationPlanReport.of(design, policy, findings)), formats);
    write("compare", timed("compare", this::comparison), formats);
  }

  private Report sizing() {
    CompiledPolicy policy = PolicyCompiler.compile(design, OPTIONS.withStrategy(strategy));
    return SizingReport.of(design, policy, SizingStudy.of(design, policy));
  }

  private Report comparison() {
    return ComparisonReport.of(
        StrategyComparison.of(
            design, OPTIONS, SizingParameters.defaults(), ApplianceCatalogue.shipped()),
        Optional.empty());
  }

  private static void write(String name, Report report, List<ReportFormat> formats)
      throws Exception {
    for (ReportFormat format : formats) {
      Counter counter = new Counter();
      timed(
          name + " ." + format.suffix(),
          () -> {
            report.write(format, Brand.NONE, counter);
            return null;
          });
      System.out.printf(Locale.ROOT, "    %,d kB%n", counter.bytes / 1000);
    }
  }

  private static <T> T timed(String what, Callable<T> work) throws Exception {
    long wall = System.nanoTime();
    long processor = THREADS.getCurrentThreadCpuTime();
    T result = work.call();
    System.out.printf(
        Locale.ROOT,
        "  %-26s %7.2f s, of the processor %7.2f s%n",
        what,
        (System.nanoTime() - wall) / 1e9,
        (THREADS.getCurrentThreadCpuTime() - processor) / 1e9);
    return result;
  }

  private static final class Counter extends OutputStream {
    private long bytes;

    @Override
    public void write(int b) throws IOException {
      bytes++;
    }

    @Override
    public void write(byte[] portion, int offset, int length) throws IOException {
      bytes += length;
    }
  }
}
