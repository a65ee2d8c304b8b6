package org.firebreak.ui.preview;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.FolderRemoval;
import org.firebreak.exports.stored.BundleManifest;
import org.firebreak.exports.stored.StoredBundle;
import org.firebreak.exports.verify.PlatformVerification;
import org.firebreak.exports.verify.VerificationException;

/** A bundle in a temporary folder, to look at; closing it deletes the folder. */
public final class Preview implements Closeable {
  private final Path folder;
  private final ExportReport report;
  private final BundleManifest manifest;
  private final List<PlatformVerification> verification;

  private Preview(
      Path folder,
      ExportReport report,
      BundleManifest manifest,
      List<PlatformVerification> verification) {
    this.folder = folder;
    this.report = report;
    this.manifest = manifest;
    this.verification = verification;
  }

  /**
   * Makes a bundle to look at. One that does not do what the design says is made as well, and says
   * so in its verification.
   */
  public static Preview of(BundleOrder order, Progress progress) throws IOException {
    Path folder = Files.createTempDirectory("firebreak-preview");
    boolean made = false;
    try {
      Preview preview = in(folder, order, progress);
      made = true;
      return preview;
    } finally {
      if (!made) {
        FolderRemoval.delete(folder);
      }
    }
  }

  private static Preview in(Path folder, BundleOrder order, Progress progress) throws IOException {
    Path bundle = folder.resolve("bundle");
    ExportReport report;
    List<PlatformVerification> verification;
    try {
      report = order.write(bundle, progress);
      verification = report.verification();
    } catch (VerificationException e) {
      report = order.writeUnverified(bundle, progress);
      verification = e.report().platforms();
    }
    try (StoredBundle stored = StoredBundle.open(bundle)) {
      return new Preview(folder, report, stored.manifest(), verification);
    }
  }

  ExportReport report() {
    return report;
  }

  BundleManifest manifest() {
    return manifest;
  }

  /** How what was written compares with the policy, by platform. */
  List<PlatformVerification> verification() {
    return verification;
  }

  /** Whether the rules do what the design says, as far as they can be read back. */
  public boolean holds() {
    return verification.stream().allMatch(PlatformVerification::holds);
  }

  /** The folder of the bundle. */
  public Path bundle() {
    return folder.resolve("bundle");
  }

  /** Where a file of the bundle is. */
  Path file(String path) {
    return bundle().resolve(path);
  }

  @Override
  public void close() throws IOException {
    FolderRemoval.delete(folder);
  }
}
