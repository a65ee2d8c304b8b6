package org.firebreak.exports.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.ExportRequest;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.OptionValues;

/**
 * Writes policy bundles.
 *
 * <pre>
 * FOLDER/manifest.json        what is there, with hashes, provenance and limitations
 * FOLDER/nftables/…           one folder a platform
 * FOLDER/panos/…
 * </pre>
 *
 * A rule set whose enforcement point names a platform goes to that platform alone; any other goes
 * to every chosen platform that enforces its kind.
 */
public final class BundleWriter {
  private BundleWriter() {}

  /**
   * Writes a bundle, or nothing at all. The same policy, platforms and settings give the same
   * bytes.
   *
   * @param folder the bundle's folder: new, empty, or an older bundle, which is replaced
   * @param settings option values by {@code platform.key}, or by {@code key} for all that have it
   * @throws IllegalArgumentException if a setting does not exist or is out of range
   * @throws org.firebreak.exports.ExportException if the folder may not be replaced; the message
   *     says why
   * @throws org.firebreak.core.progress.CancelledException if the user cancelled
   */
  public static ExportReport write(
      Path folder,
      CompiledPolicy policy,
      List<Exporter> exporters,
      Map<String, String> settings,
      Progress progress)
      throws IOException {
    Map<Exporter, OptionValues> options = Settings.resolve(exporters, settings);
    try (BundleFolder bundle = BundleFolder.begin(folder)) {
      List<ExportReport.Platform> platforms = new ArrayList<>();
      for (Exporter exporter : exporters) {
        progress.check();
        platforms.add(
            export(exporter, policy, options.get(exporter), bundle.temporary(), progress));
      }
      ExportReport report =
          new ExportReport(
              folder,
              List.copyOf(platforms),
              Assignment.unenforced(policy, exporters),
              policy.notes());
      ManifestFile.write(bundle.temporary(), policy, report);
      progress.check();
      bundle.commit();
      return report;
    }
  }

  private static ExportReport.Platform export(
      Exporter exporter, CompiledPolicy policy, OptionValues options, Path root, Progress progress)
      throws IOException {
    FolderSink sink = new FolderSink(root, exporter.id());
    List<RuleSet> ruleSets =
        policy.ruleSets().stream().filter(set -> Assignment.isFor(set, exporter)).toList();
    exporter.export(
        new ExportRequest(policy, ruleSets, options, ToolVersion.CURRENT), sink, progress);
    return new ExportReport.Platform(exporter, options.asMap(), sink.files(), sink.limitations());
  }
}
