package org.firebreak.ui.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.firebreak.core.diff.DesignDifference;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.PolicyScope;
import org.firebreak.core.policy.StrategyChoice;
import org.firebreak.core.policy.TenantDesign;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.ExportException;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.exports.compare.BundleDifference;
import org.firebreak.exports.stored.BundleManifest;
import org.firebreak.exports.stored.CompileSettings;
import org.firebreak.exports.stored.StoredBundle;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;
import org.firebreak.ui.preview.BundleOrder;
import org.firebreak.ui.preview.Preview;

/**
 * What differs from something older to the open design.
 *
 * @param summary the counts in words
 */
record Comparison(String summary, List<Row> rows) {

  /**
   * Compares.
   *
   * @param other a design, or the folder or ZIP file of a bundle; the design is compiled for the
   *     platforms, options, phase and part that the bundle has
   * @param design a copy of the open design that nobody else uses
   */
  static Comparison between(Path other, Design design, Progress progress) throws IOException {
    if (isDesign(other)) {
      DesignDifference difference = DesignDifference.between(DesignFile.load(other), design);
      return new Comparison(difference.summary(), DesignRows.of(difference));
    }
    try (StoredBundle older = StoredBundle.open(other);
        Preview now = Preview.of(order(older.manifest(), design), progress);
        StoredBundle newer = StoredBundle.open(now.bundle())) {
      BundleDifference difference = BundleDifference.between(older, newer, progress);
      return new Comparison(difference.summary(), BundleRows.of(difference));
    }
  }

  private static boolean isDesign(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith("." + DesignFile.EXTENSION)
        && !Files.isDirectory(path);
  }

  private static BundleOrder order(BundleManifest manifest, Design design) throws ExportException {
    List<Exporter> exporters =
        Exporters.all().stream().filter(each -> manifest.platform(each.id()).isPresent()).toList();
    Map<String, String> settings = new LinkedHashMap<>();
    for (Exporter exporter : exporters) {
      Map<String, String> options = manifest.platform(exporter.id()).orElseThrow().options();
      for (ExportOption option : exporter.options()) {
        if (options.containsKey(option.key())) {
          settings.put(exporter.id() + "." + option.key(), options.get(option.key()));
        }
      }
    }
    CompileOptions options = options(manifest);
    String domain = options.scope().domain();
    if (domain == null || domain.equals(PolicyScope.SHARED)) {
      return new BundleOrder(design, exporters, settings, options, null);
    }
    try {
      // A bundle of a tenant has only what the tenant may see.
      TenantDesign part = TenantDesign.of(design, domain);
      return new BundleOrder(part.design(), exporters, settings, part.options(options), null);
    } catch (IllegalArgumentException e) {
      throw new ExportException("the bundle is not of this design: " + e.getMessage(), e);
    }
  }

  /** Those of the bundle, but as of today and under the strategy that the design has now. */
  private static CompileOptions options(BundleManifest manifest) throws ExportException {
    CompileOptions then = CompileSettings.of(manifest);
    return new CompileOptions(
        LocalDate.now(),
        then.approvedOnly(),
        StrategyChoice.AS_DESIGNED,
        then.rollout(),
        then.quarantine(),
        then.scope());
  }
}
