package org.firebreak.ui.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/** The designs opened last, the latest first; kept in the preferences of the workspace. */
public final class RecentFiles {
  private static final int KEPT = 10;
  private static final String NODE = "org.firebreak.ui";
  private static final String KEY = "recentFiles";

  private RecentFiles() {}

  public static List<Path> all() {
    List<Path> files = new ArrayList<>();
    for (String line : preferences().get(KEY, "").split("\n")) {
      try {
        if (!line.isBlank()) {
          files.add(Path.of(line));
        }
      } catch (InvalidPathException e) {
        // Written by another system; such a file is not here.
        ILog.of(RecentFiles.class).info("Forgotten recent file " + line);
      }
    }
    return files;
  }

  static void add(Path file) {
    List<Path> files = all();
    files.remove(file);
    files.add(0, file);
    store(files.subList(0, Math.min(KEPT, files.size())));
  }

  static void remove(Path file) {
    List<Path> files = all();
    if (files.remove(file)) {
      store(files);
    }
  }

  private static void store(List<Path> files) {
    Preferences preferences = preferences();
    preferences.put(KEY, String.join("\n", files.stream().map(Path::toString).toList()));
    try {
      preferences.flush();
    } catch (BackingStoreException e) {
      ILog.of(RecentFiles.class).warn("The list of recent files is not kept", e);
    }
  }

  private static Preferences preferences() {
    return InstanceScope.INSTANCE.getNode(NODE);
  }
}
