package org.firebreak.ui.exporting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.firebreak.report.ReportFormat;

/** Company, logo, format and folder of the last report, for the next one. */
final class ReportSettings {
  private static final String COMPANY = "report.company";
  private static final String LOGO = "report.logo";
  private static final String FORMAT = "report.format";
  private static final String FOLDER = "report.folder";

  private final IEclipsePreferences node = InstanceScope.INSTANCE.getNode("org.firebreak.ui");

  String company() {
    return node.get(COMPANY, "");
  }

  /** The last one, as long as its file is there. */
  String logo() {
    String last = node.get(LOGO, "");
    return !last.isEmpty() && Files.isRegularFile(Path.of(last)) ? last : "";
  }

  ReportFormat format() {
    String suffix = node.get(FORMAT, ReportFormat.PDF.suffix());
    return Arrays.stream(ReportFormat.values())
        .filter(each -> each.suffix().equals(suffix))
        .findFirst()
        .orElse(ReportFormat.PDF);
  }

  /** That of the design, else the last one, else the user's. */
  Path folder(Path design) {
    if (design != null) {
      return design.toAbsolutePath().getParent();
    }
    String last = node.get(FOLDER, "");
    return !last.isEmpty() && Files.isDirectory(Path.of(last))
        ? Path.of(last)
        : Path.of(System.getProperty("user.home"));
  }

  void remember(ReportOrder order) {
    node.put(COMPANY, order.company());
    node.put(LOGO, order.logo());
    node.put(FORMAT, order.format().suffix());
    node.put(FOLDER, order.file().toAbsolutePath().getParent().toString());
  }
}
