package org.firebreak.ui.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;

/** The copies of unsaved designs in the workspace of the running window. */
final class Left {
  private static final Path FOLDER =
      Platform.getStateLocation(Platform.getBundle("org.firebreak.ui")).append("recovery").toPath();

  private Left() {}

  static void autosaveEvery(int seconds) {
    InstanceScope.INSTANCE.getNode("org.firebreak.ui").putInt("autosaveSeconds", seconds);
  }

  static void autosaveAsUsual() {
    InstanceScope.INSTANCE.getNode("org.firebreak.ui").remove("autosaveSeconds");
  }

  /** The designs that are kept completely. */
  static List<Path> copies() throws IOException {
    if (!Files.exists(FOLDER)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".firebreak"))
          .filter(file -> Files.exists(about(file)))
          .toList();
    }
  }

  static void removeAll() throws IOException {
    for (Path copy : copies()) {
      Files.delete(about(copy));
      Files.delete(copy);
    }
  }

  /** Makes a second copy as a process that was killed would have left it. */
  static void asAfterACrash(Path copy) throws IOException {
    Path crashed = FOLDER.resolve("crashed.firebreak");
    Files.copy(copy, crashed);
    String about = Files.readString(about(copy));
    Files.writeString(about(crashed), about.replaceAll("process=.*", "process=1@never"));
  }

  /** Leaves a copy whose description is damaged. */
  static void damagedCopy() throws IOException {
    Files.writeString(FOLDER.resolve("damaged.firebreak"), "");
    Files.writeString(FOLDER.resolve("damaged.properties"), "name=\\u12");
  }

  static void press(Shell dialog, String button) {
    Button found =
        Ui.find(
            dialog, Button.class, button, each -> each.getText().replace("&", "").equals(button));
    new Hands().click(found);
  }

  private static Path about(Path copy) {
    return Path.of(copy.toString().replaceAll("firebreak$", "properties"));
  }
}
