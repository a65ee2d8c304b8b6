package org.firebreak.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.validation.ValidationProfile;
import org.firebreak.core.validation.Validator;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.bundle.BundleRequest;
import org.firebreak.exports.bundle.BundleVerifier;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.exports.verify.VerificationReport;
import org.firebreak.imports.ImportRequest;
import org.firebreak.imports.Importer;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.io.NewElements;

/**
 * Import, compile, validate, nftables and PAN-OS export of a made-up data centre in one process.
 *
 * <p>Arguments: number of groups, servers in each, flows, strategy. With the property {@code
 * firebreak.everyPlatform} bundles for all platforms too; with the value {@code each} one after the
 * other.
 */
public final class Chain {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private final Path folder;
  private double total;

  private Chain(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    DataCentre dataCentre =
        new DataCentre(
            Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    StrategyKind strategy = StrategyKind.get(args[3]);
    Path folder = Files.createTempDirectory("firebreak-benchmark");
    try {
      System.out.printf(
          Locale.ROOT,
          "%n%,d servers in %,d groups, %,d flows, %s strategy%n",
          dataCentre.groups() * dataCentre.servers(),
          dataCentre.groups(),
          dataCentre.flows(),
          strategy);
      new Chain(folder).run(dataCentre, strategy);
    } finally {
      delete(folder);
    }
  }

  private void run(DataCentre dataCentre, StrategyKind strategy) throws Exception {
    Path inventory = dataCentre.writeInventory(folder);
    Path flows = dataCentre.writeFlows(folder);
    Design design =
        timed(
            "import",
            () -> {
              ModelEdit edit = new ModelEdit(NewElements.design("benchmark"));
              Importer.run(edit, ImportRequest.of(inventory, flows), Progress.NONE);
              return edit.design();
            });
    CompiledPolicy policy =
        timed(
            "compile",
            () -> {
              CompiledPolicy compiled =
                  PolicyCompiler.compile(design, CompileOptions.on(DAY).withStrategy(strategy));
              compiled.ruleSets();
              return compiled;
            });
    timed(
        "validate",
        () ->
            Validator.validate(
                design, policy, ValidationRules.all(), ValidationProfile.BASELINE, Progress.NONE));
    timed("export nftables", () -> export(policy, "nftables"));
    timed(
        "verify nftables",
        () -> {
          VerificationReport report =
              BundleVerifier.verify(policy, folder.resolve("nftables"), Progress.NONE);
          if (!report.holds()) {
            throw new IllegalStateException("the bundle differs from the design");
          }
          return report;
        });
    timed("export panos", () -> export(policy, "panos"));
    System.out.printf(Locale.ROOT, "  %-28s %7.2f s%n", "chain", total);
    String every = System.getProperty("firebreak.everyPlatform", "");
    if (!every.isEmpty()) {
      everyPlatform(policy, every.equals("each"));
    }
    System.out.printf("  %-28s %7s%n", "peak memory", peakMemory());
  }

  /**
   * All platforms; those that the property firebreak.verify names are read back, else all. As the
   * command line does it: in one bundle, or two if some are not read back.
   */
  private void everyPlatform(CompiledPolicy policy, boolean oneByOne) throws Exception {
    List<String> readBack =
        List.of(System.getProperty("firebreak.verify", "").split(",")).stream()
            .filter(id -> !id.isEmpty())
            .toList();
    double before = total;
    double beforeOnProcessor = onProcessor();
    Map<Boolean, List<Exporter>> verified =
        Exporters.all().stream()
            .collect(
                Collectors.partitioningBy(
                    exporter -> readBack.isEmpty() || readBack.contains(exporter.id())));
    for (boolean yes : List.of(true, false)) {
      List<Exporter> exporters = verified.get(yes);
      for (List<Exporter> bundle :
          oneByOne ? exporters.stream().map(List::of).toList() : List.of(exporters)) {
        if (!bundle.isEmpty()) {
          String what = bundle.size() == 1 ? bundle.get(0).id() : bundle.size() + " platforms";
          timed(what + (yes ? " verified" : ""), () -> bundle(policy, bundle, yes));
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "  %-28s %7.2f s, of the processor %.2f s%n",
        "all platforms",
        total - before,
        onProcessor() - beforeOnProcessor);
  }

  /** All threads of the process, those of the virtual machine included. */
  private static double onProcessor() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime() / 1e9
        : Double.NaN;
  }

  private Object bundle(CompiledPolicy policy, List<Exporter> exporters, boolean verified)
      throws IOException {
    BundleRequest request = BundleRequest.of(policy, exporters, Map.of());
    return BundleWriter.write(
        folder.resolve("bundle-" + exporters.get(0).id()),
        verified ? request : request.withoutVerification(),
        Progress.NONE);
  }

  private Object export(CompiledPolicy policy, String platform) throws IOException {
    return BundleWriter.write(
        folder.resolve(platform),
        BundleRequest.of(policy, Exporters.byIds(platform), Map.of()).withoutVerification(),
        Progress.NONE);
  }

  private <T> T timed(String what, Callable<T> step) throws Exception {
    long start = System.nanoTime();
    T result = step.call();
    double seconds = (System.nanoTime() - start) / 1e9;
    total += seconds;
    System.out.printf(Locale.ROOT, "  %-28s %7.2f s%n", what, seconds);
    return result;
  }

  /** Largest resident set of the process, as Linux counts it. */
  static String peakMemory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "not measured on this system";
    }
    List<String> lines = Files.readAllLines(status);
    return lines.stream()
        .filter(line -> line.startsWith("VmHWM"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MiB")
        .findFirst()
        .orElse("unknown");
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
