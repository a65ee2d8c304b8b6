package org.firebreak.exports.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.ExportException;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.stored.BundleIntegrity;
import org.firebreak.exports.stored.BundleManifest;
import org.firebreak.exports.stored.StoredBundle;
import org.firebreak.exports.verify.PlatformVerification;
import org.firebreak.exports.verify.PlatformVerifier;
import org.firebreak.exports.verify.VerificationReport;
import org.firebreak.rulebase.RuleBaseReader;
import org.firebreak.rulebase.RuleFiles;
import org.firebreak.rulebase.readers.RuleBaseReaders;

/** Checks that a bundle is whole, and that it does what the compiled policy says. */
public final class BundleVerifier {
  private BundleVerifier() {}

  /** As {@link #verify(CompiledPolicy, StoredBundle, Progress)}, of a folder or ZIP file. */
  public static VerificationReport verify(CompiledPolicy policy, Path bundle, Progress progress)
      throws IOException {
    try (StoredBundle stored = StoredBundle.open(bundle)) {
      return verify(policy, stored, progress);
    }
  }

  /**
   * Checks the files of a bundle, reads back those of every platform for which there is a reader,
   * and compares them with the policy over all connections.
   *
   * @param policy the design, compiled with the settings that the manifest records, see {@link
   *     org.firebreak.exports.stored.CompileSettings}
   * @throws ExportException if the bundle names a platform that is not known
   * @throws IOException if a file cannot be read
   * @throws org.firebreak.core.progress.CancelledException if the user cancelled
   */
  public static VerificationReport verify(
      CompiledPolicy policy, StoredBundle bundle, Progress progress) throws IOException {
    List<BundleIntegrity.Flaw> flaws = BundleIntegrity.files(bundle, progress);
    List<Exporter> exporters = new ArrayList<>();
    List<PlatformVerification> platforms = new ArrayList<>();
    for (BundleManifest.PlatformEntry platform : bundle.manifest().platforms()) {
      Exporter exporter =
          Exporters.named(platform.id())
              .orElseThrow(
                  () ->
                      new ExportException(
                          "the bundle is for the platform '"
                              + platform.id()
                              + "', which this version does not know; verify it with the version"
                              + " that wrote it"));
      exporters.add(exporter);
      platforms.add(
          compare(
              exporter, policy, present(bundle, platform.id()), platform.limitations(), progress));
    }
    return new VerificationReport(flaws, platforms, Assignment.unenforced(policy, exporters));
  }

  /** Those of a platform's files that are there; missing ones are flaws of the bundle. */
  private static RuleFiles present(StoredBundle bundle, String platform) throws IOException {
    RuleFiles listed = bundle.files(platform);
    SortedSet<String> all = bundle.paths();
    Set<String> here = new HashSet<>(all.subSet(platform + "/", platform + "0"));
    List<String> paths =
        listed.paths().stream().filter(path -> here.contains(platform + "/" + path)).toList();
    return new RuleFiles() {
      @Override
      public List<String> paths() {
        return paths;
      }

      @Override
      public InputStream open(String path) throws IOException {
        return listed.open(path);
      }
    };
  }

  /** Compares the files of one platform with the policy. */
  static PlatformVerification compare(
      Exporter exporter,
      CompiledPolicy policy,
      RuleFiles files,
      List<Limitation> limitations,
      Progress progress)
      throws IOException {
    Optional<RuleBaseReader> reader = RuleBaseReaders.of(exporter.id());
    if (reader.isEmpty()) {
      return PlatformVerification.notReadBack(exporter.id(), exporter.title());
    }
    List<RuleSet> ruleSets =
        policy.ruleSets().stream().filter(set -> Assignment.isFor(set, exporter)).toList();
    return new PlatformVerifier(exporter, policy, ruleSets, limitations)
        .verify(reader.get(), files, progress);
  }
}
