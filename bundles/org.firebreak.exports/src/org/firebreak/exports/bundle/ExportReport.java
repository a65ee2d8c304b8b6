package org.firebreak.exports.bundle;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.firebreak.core.policy.PolicyNote;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.ObjectUse;
import org.firebreak.exports.verify.PlatformVerification;

/**
 * What an export produced.
 *
 * @param folder the bundle: its folder or ZIP file
 * @param platforms results in the order in which the platforms were asked for
 * @param unenforced rule sets that no chosen platform enforces
 * @param notes what in the design compiled to less than its author may think
 * @param verification how the files of each platform compared with the policy; empty if that was
 *     not asked for
 * @param changes what leads from the previous bundle to this one; {@code null} if none was named
 */
public record ExportReport(
    Path folder,
    List<Platform> platforms,
    List<Limitation> unenforced,
    List<PolicyNote> notes,
    List<PlatformVerification> verification,
    ChangeSet changes) {
  /**
   * The part of a bundle that is for one platform.
   *
   * @param options the option values used
   * @param limitations what the platform cannot express; empty if it expresses everything
   * @param uses how many objects are made and how full their places are
   */
  public record Platform(
      Exporter exporter,
      Map<String, String> options,
      List<BundleFile> files,
      List<Limitation> limitations,
      List<ObjectUse> uses) {
    /** Rules written, over all files. */
    public int rules() {
      return files.stream().mapToInt(file -> file.rules().size()).sum();
    }

    /** Bytes written, over all files. */
    public long size() {
      return files.stream().mapToLong(BundleFile::size).sum();
    }
  }

  ExportReport withVerification(List<PlatformVerification> results) {
    return new ExportReport(folder, platforms, unenforced, notes, results, changes);
  }

  ExportReport withChanges(ChangeSet set) {
    return new ExportReport(folder, platforms, unenforced, notes, verification, set);
  }

  /** Files with the desired state of platforms; manifest and change set are not counted. */
  public int files() {
    return platforms.stream().mapToInt(platform -> platform.files().size()).sum();
  }

  /** Rules written, over all platforms. */
  public int rules() {
    return platforms.stream().mapToInt(Platform::rules).sum();
  }

  /** What no platform enforces, then the limitations of each platform. */
  public List<Limitation> limitations() {
    return Stream.concat(
            unenforced.stream(),
            platforms.stream().flatMap(platform -> platform.limitations().stream()))
        .toList();
  }
}
