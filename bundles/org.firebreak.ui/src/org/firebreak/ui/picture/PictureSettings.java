package org.firebreak.ui.picture;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.firebreak.report.diagram.PictureFormat;

/** Where the last picture went and in which format, for the next one. */
final class PictureSettings {
  private static final String FOLDER = "picture.folder";
  private static final String FORMAT = "picture.format";
  private static final String SCALE = "picture.scale";
  private static final String FINDINGS = "picture.findings";

  private final IEclipsePreferences node = InstanceScope.INSTANCE.getNode("org.firebreak.ui");

  /** The last folder if it is still there, else that of the design, else the user's. */
  Path folder(Path design) {
    String last = node.get(FOLDER, "");
    if (!last.isEmpty() && Files.isDirectory(Path.of(last))) {
      return Path.of(last);
    }
    return design == null ? Path.of(System.getProperty("user.home")) : design.getParent();
  }

  PictureFormat format() {
    return PictureFormat.of("." + node.get(FORMAT, "")).orElse(PictureFormat.SVG);
  }

  int scale() {
    return Math.clamp(node.getInt(SCALE, 2), 1, PictureDialog.SCALES);
  }

  boolean findings() {
    return node.getBoolean(FINDINGS, true);
  }

  void remember(PictureOrder order) {
    node.put(FOLDER, order.file().getParent().toString());
    node.put(FORMAT, order.format().ending());
    node.putInt(SCALE, (int) order.scale());
    node.putBoolean(FINDINGS, order.findings());
  }
}
