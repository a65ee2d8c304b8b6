package org.firebreak.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.bundle.BundleRequest;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.imports.ImportRequest;
import org.firebreak.imports.Importer;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.io.NewElements;

/**
 * How long the real {@code nft -c} takes for the rulesets of a made-up data centre: the central
 * firewall's, the largest of a host, and all of the hosts one after the other. Needs root, nft and
 * bash.
 *
 * <p>Arguments: number of groups, servers in each, flows, strategy.
 */
public final class NftCheck {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final int ROUNDS = 5;

  private NftCheck() {}

  public static void main(String[] args) throws Exception {
    DataCentre dataCentre =
        new DataCentre(
            Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    Path folder = Files.createTempDirectory("firebreak-benchmark");
    try {
      ModelEdit edit = new ModelEdit(NewElements.design("benchmark"));
      Path inventory = dataCentre.writeInventory(folder);
      Path flows = dataCentre.writeFlows(folder);
      Importer.run(edit, ImportRequest.of(inventory, flows), Progress.NONE);
      export(edit.design(), StrategyKind.get(args[3]), folder.resolve("bundle"));
      System.out.printf(
          Locale.ROOT,
          "%n%,d servers in %,d groups, %,d flows, %s strategy; load %.1f%n",
          dataCentre.groups() * dataCentre.servers(),
          dataCentre.groups(),
          dataCentre.flows(),
          args[3],
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
      List<Path> central = rulesets(folder.resolve("bundle/nftables/central"));
      List<Path> hosts = rulesets(folder.resolve("bundle/nftables/hosts"));
      measure("central firewall", central);
      measure("largest of a host", hosts.subList(0, Math.min(1, hosts.size())));
      measure("all hosts", hosts);
    } finally {
      delete(folder);
    }
  }

  private static void export(Design design, StrategyKind strategy, Path bundle) throws IOException {
    CompiledPolicy policy =
        PolicyCompiler.compile(design, CompileOptions.on(DAY).withStrategy(strategy));
    BundleWriter.write(
        bundle,
        BundleRequest.of(policy, Exporters.byIds("nftables"), Map.of()).withoutVerification(),
        Progress.NONE);
  }

  /** The largest first. */
  private static List<Path> rulesets(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".nft"))
          .sorted(Comparator.comparingLong(NftCheck::size).reversed())
          .toList();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Wall clock, and the processor's time in user and kernel mode: medians. */
  private static void measure(String what, List<Path> files) throws Exception {
    if (files.isEmpty()) {
      return;
    }
    double[] wall = new double[ROUNDS];
    double[] processor = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      double[] seconds = check(files);
      wall[i] = seconds[0];
      processor[i] = seconds[1] + seconds[2];
    }
    System.out.printf(
        Locale.ROOT,
        "  nft -c %-18s %4d files %,10d bytes %7.3f s, of the processor %.3f s%n",
        what,
        files.size(),
        files.stream().mapToLong(NftCheck::size).sum(),
        median(wall),
        median(processor));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  /** Checks each file in a process of its own, in one empty network namespace. */
  private static double[] check(List<Path> files) throws Exception {
    StringBuilder script = new StringBuilder("TIMEFORMAT='%R %U %S'; time {\n");
    for (Path file : files) {
      script.append("nft -c -f '").append(file).append("' || exit 1\n");
    }
    script.append("}\n");
    Process process =
        new ProcessBuilder("unshare", "-n", "bash", "-c", script.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("nft refused a ruleset: " + output);
    }
    String[] lines = output.strip().split("\n");
    return Arrays.stream(lines[lines.length - 1].split(" "))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
