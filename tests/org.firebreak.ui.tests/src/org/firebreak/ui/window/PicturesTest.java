package org.firebreak.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.diagram.DiagramEditor;
import org.firebreak.model.Server;
import org.firebreak.ui.findings.Findings;
import org.firebreak.ui.tests.Designs;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.firebreak.ui.theme.Look;
import org.firebreak.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes the pictures of the documentation for {@code releng/screenshots}; skipped otherwise. */
class PicturesTest {
  private static final Map<String, String> PAGES =
      Map.of(
          "servers", "table-servers",
          "flows", "table-flows",
          "services", "table-services",
          "matrix", "matrix");

  private static final int MOST_SHOTS = 10;
  private static final int PAUSE_MS = 250;

  @TempDir Path folder;

  private final String target = System.getenv("FIREBREAK_PICTURES");
  private final String suffix = System.getenv("FIREBREAK_PICTURES_SUFFIX");
  private final Hands hands = new Hands();

  @BeforeEach
  void start() {
    assumeTrue(target != null, "only for releng/screenshots");
    Ui.closeAll();
    Ui.run(
        () -> {
          Shell shell = Ui.window().getShell();
          shell.setMaximized(true);
          shell.forceActive();
        });
  }

  @AfterEach
  void end() {
    Ui.closeAll();
    Ui.run(() -> Themes.set(Look.LIGHT));
  }

  @Test
  void windowPagesAndDialogs() throws IOException, InterruptedException {
    DesignDocument document = Designs.open(Designs.copyOfSample("lab-shop", folder));
    Ui.command("org.firebreak.ui.fit", Map.of());
    Ui.view("org.firebreak.ui.problems");
    Server pay = Designs.find(document.design(), Server.class, "pay1");
    Ui.run(
        () -> {
          Ui.page().activate(Ui.page().getActiveEditor());
          Designs.canvas().select(List.of(pay));
        });
    Ui.until("it is validated", () -> !Findings.in(Ui.window()).isPending(document));
    inBothLooks("window");
    for (Map.Entry<String, String> page : PAGES.entrySet()) {
      if (Ui.get(() -> showPage(page.getKey()))) {
        inBothLooks(page.getValue());
      } else {
        System.err.println("no page " + page.getKey() + " in the editor");
      }
    }
    Ui.command("org.firebreak.ui.userGuide", Map.of());
    inBothLooks("help");
    // Last, because a window that closes may leave its picture on the screen for a moment.
    dialog("org.firebreak.ui.newDesign", "New", "wizard-new");
    dialog("org.firebreak.ui.import", "Import", "wizard-import");
  }

  /** Ids as the editor knows them, whoever adds the page. */
  private static boolean showPage(String name) {
    DiagramEditor editor = (DiagramEditor) Ui.page().getActiveEditor();
    return editor.showPage("org.firebreak.ui.tables." + name)
        || editor.showPage("org.firebreak.ui." + name)
        || editor.showPage("org.firebreak.ui.matrix." + name)
        || editor.showPage(name);
  }

  private void dialog(String command, String title, String name)
      throws IOException, InterruptedException {
    Ui.start(command, Map.of());
    Shell dialog = Ui.dialog(title);
    inBothLooks(name);
    Ui.run(dialog::close);
  }

  private void inBothLooks(String name) throws IOException, InterruptedException {
    for (Look look : Look.values()) {
      Ui.run(() -> Themes.set(look));
      photograph(name + (look == Look.DARK ? "-dark" : "") + (suffix == null ? "" : suffix));
    }
    Ui.run(() -> Themes.set(Look.LIGHT));
  }

  /** The real pixels of the screen, which the toolkits would scale. */
  private void photograph(String name) throws IOException, InterruptedException {
    Rectangle screen = Ui.get(() -> Display.getCurrent().getBounds());
    hands.moveTo(new Point(screen.width / 2, screen.height - 1));
    Path picture = Path.of(target, name + ".png");
    // Native widgets fade from one look into the other: the picture is that of the screen at rest.
    byte[] before = shoot(picture);
    byte[] now = shoot(picture);
    for (int i = 0; i < MOST_SHOTS && !Arrays.equals(before, now); i++) {
      before = now;
      now = shoot(picture);
    }
    assertThat(Files.size(picture)).isGreaterThan(10_000);
  }

  private static byte[] shoot(Path picture) throws IOException, InterruptedException {
    Ui.run(() -> Display.getCurrent().update());
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MS));
    Process scrot = new ProcessBuilder("scrot", "--overwrite", picture.toString()).start();
    assertThat(scrot.waitFor()).isZero();
    return Files.readAllBytes(picture);
  }
}
