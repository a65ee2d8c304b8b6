package org.firebreak.exports.verify;

import java.util.List;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.stored.BundleIntegrity;

/**
 * Whether a bundle is whole and does what the design says.
 *
 * @param files files that are not as the manifest says
 * @param platforms one for each platform of the bundle
 * @param unenforced rule sets that no platform of the bundle enforces
 */
public record VerificationReport(
    List<BundleIntegrity.Flaw> files,
    List<PlatformVerification> platforms,
    List<Limitation> unenforced) {
  public VerificationReport {
    files = List.copyOf(files);
    platforms = List.copyOf(platforms);
    unenforced = List.copyOf(unenforced);
  }

  /** Whether every file is as exported, and nothing differs but what is declared. */
  public boolean holds() {
    return files.isEmpty() && platforms.stream().allMatch(PlatformVerification::holds);
  }
}
