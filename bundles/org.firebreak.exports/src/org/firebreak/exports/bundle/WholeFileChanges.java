package org.firebreak.exports.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.ChangeWriter;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.stored.BundleIntegrity;
import org.firebreak.rulebase.RuleFiles;

/**
 * The change set of a platform on which each file replaces all that an older one did: the new and
 * changed files as they are, and a list of what to load and what to take away.
 */
final class WholeFileChanges implements ChangeWriter {
  private static final int BUFFER = 1 << 16;

  @Override
  public void write(RuleFiles from, RuleFiles to, ExportSink sink, Progress progress)
      throws IOException {
    List<String> load = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    TreeSet<String> older = new TreeSet<>(from.paths());
    for (String path : new TreeSet<>(to.paths())) {
      progress.check();
      if (!older.contains(path) || !isSame(from, to, path)) {
        copy(to, path, sink);
        load.add(path);
      }
    }
    older.removeAll(to.paths());
    gone.addAll(older);
    if (load.isEmpty() && gone.isEmpty()) {
      return;
    }
    try (ExportFile table = sink.open("steps.csv", "Steps in their order, for machines")) {
      table.write("action,file\n");
      for (String path : load) {
        table.write("load,").write(path).newLine();
      }
      for (String path : gone) {
        table.write("remove,").write(path).newLine();
      }
    }
    try (ExportFile steps = sink.open("steps.txt", "Steps in their order")) {
      list(steps, "Load, in this order, the files that are new or differ (they lie here):", load);
      list(steps, "Then take away what only these files of the other bundle made:", gone);
    }
  }

  private static void list(ExportFile steps, String head, List<String> paths) throws IOException {
    if (!paths.isEmpty()) {
      steps.write(head).newLine();
      for (String path : paths) {
        steps.write("  ").write(path).newLine();
      }
    }
  }

  private static boolean isSame(RuleFiles from, RuleFiles to, String path) throws IOException {
    try (InputStream older = from.open(path);
        InputStream newer = to.open(path)) {
      return BundleIntegrity.sha256(older).equals(BundleIntegrity.sha256(newer));
    }
  }

  private static void copy(RuleFiles files, String path, ExportSink sink) throws IOException {
    try (InputStream in = files.open(path);
        ExportFile out = sink.open(path, "Copy of the file that shall be in force")) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(java.util.Arrays.copyOf(buffer, read));
      }
    }
  }
}
