package org.firebreak.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.themes.ITheme;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Server;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.theme.Look;
import org.firebreak.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the window looks; makes the pictures of the documentation. */
class LookTest {
  private static final Point SIZE = new Point(1440, 900);

  @TempDir Path folder;

  @BeforeEach
  @AfterEach
  void closeAll() {
    Ui.closeAll();
    Ui.run(() -> Themes.set(Look.LIGHT));
  }

  @Test
  void windowInBothLooks() throws IOException {
    Path pictures = Path.of(System.getProperty("firebreak.screenshots", folder.toString()));
    Ui.run(
        () -> {
          var shell = Ui.window().getShell();
          shell.setMaximized(false);
          shell.setBounds(0, 0, SIZE.x, SIZE.y);
          shell.forceActive();
        });
    DesignDocument document = Designs.open(Designs.copyOfSample("lab-shop", folder));
    Ui.view("org.firebreak.ui.problems");
    Server pay = Designs.find(document.design(), Server.class, "pay1");
    Ui.run(
        () -> {
          Ui.page().activate(Ui.page().getActiveEditor());
          Designs.canvas().select(List.of(pay));
        });
    Properties.text("Name", "pay1");
    Ui.find(
        Ui.get(() -> Ui.window().getShell()),
        Table.class,
        "the design is validated",
        table -> table.getItemCount() > 0);
    Hands hands = new Hands();
    for (Look look : Look.values()) {
      Ui.run(() -> Themes.set(look));
      String name = look == Look.LIGHT ? "window.png" : "window-dark.png";
      hands.moveTo(Ui.get(() -> Ui.window().getShell().toDisplay(SIZE.x / 2, SIZE.y - 50)));
      hands.photograph(Ui.get(() -> Ui.window().getShell().getBounds()), pictures.resolve(name));
      assertThat(Files.size(pictures.resolve(name))).isGreaterThan(20_000);
    }
  }

  @Test
  void windowAndDiagramHaveTheSameColours() {
    Map<String, Token> colours = new LinkedHashMap<>();
    colours.put("INK", Token.INK);
    colours.put("MUTED", Token.MUTED);
    colours.put("ACCENT", Token.ACCENT);
    colours.put("CANVAS", Token.CANVAS);
    colours.put("PROBLEM", Token.ERROR);
    colours.put("LINE", Token.ROW_BORDER);
    for (Look look : Look.values()) {
      Ui.run(() -> Themes.set(look));
      Theme theme = look == Look.DARK ? Theme.DARK : Theme.LIGHT;
      colours.forEach(
          (id, token) ->
              Ui.until(
                  look + " " + id + " is " + token.hex(theme),
                  () -> hex(id).equalsIgnoreCase(token.hex(theme))));
    }
  }

  @Test
  void lookIsChangedInTheMenu() {
    Ui.command("org.firebreak.ui.theme", Map.of("org.firebreak.ui.theme.look", "DARK"));
    assertThat(Ui.get(Themes::current)).isEqualTo(Look.DARK);
    Ui.command("org.firebreak.ui.theme", Map.of("org.firebreak.ui.theme.look", "LIGHT"));
    assertThat(Ui.get(Themes::current)).isEqualTo(Look.LIGHT);
  }

  @Test
  void everyIconOfTheModelHasAPicture() {
    for (String key : ModelDescriptions.icons()) {
      assertThat(Images.descriptor(key)).as(key).isNotNull();
    }
    for (String key : List.of("error", "warning", "info")) {
      assertThat(Images.descriptor(key)).as(key).isNotNull();
    }
  }

  @Test
  void startLeavesNoEntryInTheErrorLog() throws IOException {
    Path log = Platform.getLogFileLocation().toPath();
    if (Files.exists(log)) {
      assertThat(Files.readAllLines(log))
          .filteredOn(line -> line.startsWith("!ENTRY"))
          .filteredOn(line -> line.substring(line.length() - 23).compareTo(Ui.FIRST_USE) < 0)
          .isEmpty();
    }
  }

  private static String hex(String id) {
    ITheme theme = PlatformUI.getWorkbench().getThemeManager().getCurrentTheme();
    RGB rgb = theme.getColorRegistry().getRGB("org.firebreak.ui." + id);
    return "#%02X%02X%02X".formatted(rgb.red, rgb.green, rgb.blue);
  }
}
