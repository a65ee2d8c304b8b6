package org.firebreak.exports.syntax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.HostileNames;
import org.firebreak.exports.RandomDesign;
import org.firebreak.exports.Samples;
import org.firebreak.exports.bundle.BundleRequest;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.exports.stored.StoredBundle;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;

/**
 * Bundles of the platforms whose artefacts are programs or modules: of all samples in all
 * strategies with the way from one to the next and back, of hostile names, and of tenants.
 */
final class ExportedScripts {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final List<String> PLATFORMS = List.of("aws", "windows", "nftables", "iptables");

  private final Path folder;
  private final Set<String> contents = new HashSet<>();

  private ExportedScripts(Path folder) {
    this.folder = folder;
  }

  static ExportedScripts in(Path folder) throws IOException {
    ExportedScripts bundles = new ExportedScripts(folder);
    for (String sample : Samples.names()) {
      bundles.write(sample, Samples.load(sample));
    }
    bundles.write("hostile", HostileNames.design(StrategyKind.HYBRID));
    bundles.write("tenants", RandomDesign.withTenants(StrategyKind.HYBRID, 40, 12));
    return bundles;
  }

  private void write(String name, Design design) throws IOException {
    Path previous = null;
    for (StrategyKind strategy : StrategyKind.values()) {
      Path target = folder.resolve(name + "-" + strategy.getLiteral());
      BundleRequest request =
          BundleRequest.of(
                  PolicyCompiler.compile(design, CompileOptions.on(DAY).withStrategy(strategy)),
                  Exporters.byIds(String.join(",", PLATFORMS)),
                  Map.of("aws.format", "both"))
              .withoutVerification();
      if (previous == null) {
        BundleWriter.write(target, request, Progress.NONE);
      } else {
        try (StoredBundle former = StoredBundle.open(previous)) {
          BundleWriter.write(target, request.withPrevious(former), Progress.NONE);
        }
      }
      previous = target;
    }
  }

  /** The files whose names end so; of those with the same content the first. */
  List<Path> files(String suffix) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(suffix)).sorted().toList()) {
        if (contents.add(Files.readString(file))) {
          found.add(file);
        }
      }
    }
    return found;
  }
}
