package org.firebreak.exports.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.ChangeWriter;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.compare.BundleDifference;
import org.firebreak.exports.compare.PlatformDifference;
import org.firebreak.exports.stored.BundleIntegrity;
import org.firebreak.exports.stored.BundleManifest;
import org.firebreak.exports.stored.StoredBundle;
import org.firebreak.rulebase.RuleFiles;

/**
 * Writes what leads from a previous bundle to a new one.
 *
 * <pre>
 * changes.json            what differs, rule by rule
 * PLATFORM/changes/…      steps from the previous bundle to this one
 * PLATFORM/roll-back/…    steps back
 * </pre>
 */
final class ChangeSetWriter {
  private final Path root;
  private final StoredBundle from;
  private final StoredBundle to;
  private final List<BundleFile> files = new ArrayList<>();
  private final List<Limitation> limitations = new ArrayList<>();

  private ChangeSetWriter(Path root, StoredBundle from, StoredBundle to) {
    this.root = root;
    this.from = from;
    this.to = to;
  }

  /**
   * Writes the change set into the folder of the new bundle, which has all but its final manifest.
   */
  static ChangeSet write(Path root, StoredBundle from, List<Exporter> exporters, Progress progress)
      throws IOException {
    try (StoredBundle to = StoredBundle.open(root);
        InputStream manifest = from.open(BundleManifest.NAME)) {
      BundleDifference difference = BundleDifference.between(from, to, progress);
      ChangeSetWriter writer = new ChangeSetWriter(root, from, to);
      try (FolderSink sink = new FolderSink(root, "")) {
        ChangesFile.write(sink, from.manifest(), difference);
        writer.files.addAll(sink.files());
      }
      for (PlatformDifference platform : difference.platforms()) {
        progress.check();
        if (!platform.files().isEmpty()) {
          writer.steps(platform.id(), writer(platform.id(), exporters), progress);
        }
      }
      return new ChangeSet(
          BundleIntegrity.sha256(manifest), difference, writer.files, writer.limitations);
    }
  }

  private static ChangeWriter writer(String platform, List<Exporter> exporters) {
    return exporters.stream()
        .filter(exporter -> exporter.id().equals(platform))
        .findFirst()
        .or(() -> Exporters.named(platform))
        .flatMap(Exporter::changes)
        .orElseGet(WholeFileChanges::new);
  }

  private void steps(String platform, ChangeWriter writer, Progress progress) throws IOException {
    RuleFiles older = from.files(platform);
    RuleFiles newer = to.files(platform);
    List<Way> ways =
        List.of(
            new Way(platform + "/changes", older, newer),
            new Way(platform + "/roll-back", newer, older));
    for (FolderSink sink :
        PlatformTasks.run(
            "changes of " + platform,
            ways,
            (way, part) -> {
              try (FolderSink sink = new FolderSink(root, way.folder())) {
                writer.write(way.from(), way.to(), sink, part);
                return sink;
              }
            },
            progress)) {
      files.addAll(sink.files());
      limitations.addAll(sink.limitations());
    }
  }

  /** From some files of a platform to others. */
  private record Way(String folder, RuleFiles from, RuleFiles to) {}
}
