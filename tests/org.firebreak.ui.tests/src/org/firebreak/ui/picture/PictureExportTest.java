package org.firebreak.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.firebreak.cli.Main;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.model.Zone;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.firebreak.ui.theme.Look;
import org.firebreak.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureExportTest {
  private static final String TITLE = "Diagram as Picture";

  @TempDir Path folder;

  private final Hands hands = new Hands();
  private Path design;

  @BeforeEach
  void open() throws IOException {
    Ui.closeAll();
    Path sample = Path.of(System.getProperty("firebreak.root"), "samples", "lab-shop.firebreak");
    design = Files.copy(sample, folder.resolve("lab-shop.firebreak"));
    Ui.command(
        "org.firebreak.ui.openDesign", Map.of("org.firebreak.ui.open.path", design.toString()));
    canvas();
  }

  @AfterEach
  void close() {
    Ui.run(() -> Themes.set(Look.LIGHT));
    Ui.closeAll();
  }

  @ParameterizedTest
  @ValueSource(strings = {"svg", "png", "pdf"})
  void pictureIsTheOneThatRenderMakes(String ending) throws IOException {
    Path exported = folder.resolve("window." + ending);
    Path rendered = folder.resolve("command." + ending);

    export(exported);
    render("-o", rendered.toString());

    assertThat(Files.readAllBytes(exported)).isEqualTo(Files.readAllBytes(rendered));
  }

  @Test
  void pictureIsLightInADarkWindowUnlessDarkIsChosen() throws IOException {
    Ui.run(() -> Themes.set(Look.DARK));
    Path light = folder.resolve("light.svg");
    Path dark = folder.resolve("dark.svg");

    export(light);
    Shell dialog = dialog();
    enter(dialog, dark);
    Combo theme = combo(dialog, "Dark");
    Ui.run(() -> theme.select(1));
    finish(dialog, dark);

    assertThat(Files.readString(light)).contains(Token.CANVAS.hex(Theme.LIGHT));
    assertThat(Files.readString(dark))
        .contains(Token.CANVAS.hex(Theme.DARK))
        .doesNotContain(Token.CANVAS.hex(Theme.LIGHT));
  }

  @Test
  void findingsAreThoseOfTheProfileBesideTheDesign() throws IOException {
    Path marked = folder.resolve("marked.svg");
    export(marked);
    String rules =
        ValidationRules.all().stream()
            .map(rule -> '"' + rule.info().id() + '"')
            .collect(Collectors.joining(","));
    Files.writeString(
        folder.resolve("firebreak-profile.json"),
        "{\"extends\": \"baseline\", \"disabled\": [" + rules + "]}");
    Path exported = folder.resolve("window.svg");
    Path rendered = folder.resolve("command.svg");

    export(exported);
    render("--no-findings", "-o", rendered.toString());

    assertThat(Files.readString(exported))
        .isEqualTo(Files.readString(rendered))
        .isNotEqualTo(Files.readString(marked));
  }

  @Test
  void selectionAloneIsTheOneThatRenderMakesOfItsName() throws IOException {
    selectZone("data");
    Path exported = folder.resolve("window.svg");
    Path rendered = folder.resolve("command.svg");
    Shell dialog = dialog();
    enter(dialog, exported);
    Button only =
        Ui.find(
            dialog, Button.class, "selection", button -> button.getText().startsWith("Selection"));
    assertThat(Ui.get(only::getText)).isEqualTo("Selection (1 element)");

    hands.click(only);
    finish(dialog, exported);
    render("--only", "data", "-o", rendered.toString());

    assertThat(Files.readString(exported))
        .contains(">db1<")
        .doesNotContain(">web1<")
        .isEqualTo(Files.readString(rendered));
  }

  @Test
  void fileThatExistsIsReplacedOnlyAfterAQuestion() throws IOException {
    Path target = Files.writeString(folder.resolve("kept.svg"), "mine");
    Shell dialog = dialog();
    enter(dialog, target);
    press(dialog, "Export");
    Shell question = child(dialog);
    press(question, "No");
    assertThat(Files.readString(target)).isEqualTo("mine");
    press(dialog, "Export");
    press(child(dialog), "Yes");
    Ui.until("the picture is there", () -> Files.size(target) > 1000);
    close(written());
  }

  @Test
  void endingChoosesTheFormatAndAnUnknownOneIsRefused() {
    Shell dialog = dialog();
    enter(dialog, folder.resolve("x.pdf"));
    assertThat(Ui.get(() -> combo(dialog, "PDF: vector, to print").getText())).startsWith("PDF");
    Button ok = button(dialog, "Export");
    assertThat(Ui.get(ok::isEnabled)).isTrue();
    enter(dialog, folder.resolve("x.gif"));
    assertThat(Ui.get(ok::isEnabled)).isFalse();
    enter(dialog, folder.resolve("nowhere/x.svg"));
    assertThat(Ui.get(ok::isEnabled)).isFalse();
    close(dialog);
  }

  @Test
  void nextPictureIsProposedInTheFolderOfTheLast() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("pictures"));
    export(elsewhere.resolve("one.png"));
    Shell dialog = dialog();
    assertThat(Ui.get(() -> field(dialog).getText()))
        .isEqualTo(elsewhere.resolve("lab-shop-Overview.png").toString());
    close(dialog);
  }

  @Test
  void copiedImageIsOnTheClipboardAsPixelsAndAsSvg() {
    Ui.run(() -> Themes.set(Look.DARK));
    selectZone("data");
    Ui.run(() -> canvas().control().forceFocus());

    hands.press(
        java.awt.event.KeyEvent.VK_CONTROL,
        java.awt.event.KeyEvent.VK_SHIFT,
        java.awt.event.KeyEvent.VK_C);

    ImageData image = Ui.awaitPresent("an image is on the clipboard", this::copied);
    assertThat(image.width).isBetween(300, 1200);
    assertThat(image.palette.getRGB(image.getPixel(0, 0)))
        .isEqualTo(new org.eclipse.swt.graphics.RGB(0xFB, 0xFC, 0xFD));
    List<String> types =
        Ui.get(
            () -> {
              Clipboard clipboard = new Clipboard(Ui.display());
              try {
                return List.of(clipboard.getAvailableTypeNames());
              } finally {
                clipboard.dispose();
              }
            });
    assertThat(types).anyMatch(type -> type.contains("image/svg+xml"));
  }

  private Optional<ImageData> copied() {
    Clipboard clipboard = new Clipboard(Ui.display());
    try {
      return Optional.ofNullable((ImageData) clipboard.getContents(ImageTransfer.getInstance()));
    } finally {
      clipboard.dispose();
    }
  }

  private void export(Path target) {
    Shell dialog = dialog();
    enter(dialog, target);
    finish(dialog, target);
  }

  private void finish(Shell dialog, Path target) {
    press(dialog, "Export");
    Ui.until("the picture is there", () -> Files.exists(target));
    close(written());
  }

  private static Shell dialog() {
    Ui.start("org.firebreak.ui.exportPicture", Map.of());
    return Ui.awaitPresent("the dialog", () -> shell(text -> text != null));
  }

  private static Optional<Shell> shell(java.util.function.Predicate<Text> has) {
    for (Shell shell : Ui.display().getShells()) {
      if (shell.isVisible()
          && shell.getText().equals(TITLE)
          && Ui.controls(shell)
              .anyMatch(
                  control ->
                      control instanceof Text text
                          && (text.getStyle() & SWT.READ_ONLY) == 0
                          && has.test(text))) {
        return Optional.of(shell);
      }
    }
    return Optional.empty();
  }

  private static Shell written() {
    return Ui.awaitPresent(
        "the message that it is written",
        () -> {
          for (Shell shell : Ui.display().getShells()) {
            if (shell.isVisible()
                && Ui.controls(shell)
                    .anyMatch(
                        control ->
                            control instanceof Button button && button.getText().equals("Open"))) {
              return Optional.of(shell);
            }
          }
          return Optional.empty();
        });
  }

  private static Shell child(Shell parent) {
    return Ui.awaitPresent(
        "the question",
        () ->
            java.util.Arrays.stream(parent.getShells())
                .filter(shell -> !shell.isDisposed() && shell.isVisible())
                .findFirst());
  }

  private static Text field(Shell dialog) {
    return Ui.find(
        dialog,
        Text.class,
        "the file",
        text -> (text.getStyle() & SWT.READ_ONLY) == 0 && text.isEnabled());
  }

  private static void enter(Shell dialog, Path target) {
    Text field = field(dialog);
    Ui.run(() -> field.setText(target.toString()));
  }

  private static Combo combo(Shell dialog, String item) {
    return Ui.find(
        dialog,
        Combo.class,
        item,
        combo -> java.util.Arrays.asList(combo.getItems()).contains(item));
  }

  private static Button button(Shell dialog, String text) {
    return Ui.find(
        dialog, Button.class, text, button -> button.getText().replace("&", "").equals(text));
  }

  private void press(Shell dialog, String text) {
    hands.click(button(dialog, text));
  }

  private static void close(Shell shell) {
    Ui.run(shell::close);
    Ui.until("the dialog is gone", shell::isDisposed);
  }

  private static DiagramCanvas canvas() {
    return Ui.awaitPresent(
        "the active editor shows a diagram",
        () ->
            Optional.ofNullable(Ui.page().getActiveEditor())
                .map(editor -> editor.getAdapter(DiagramCanvas.class))
                .filter(canvas -> canvas.control().isVisible()));
  }

  private static void selectZone(String name) {
    DiagramCanvas canvas = canvas();
    Ui.run(
        () -> {
          for (Zone zone : canvas.live().edit().design().getZones()) {
            if (zone.getName().equals(name)) {
              canvas.select(List.of(zone));
            }
          }
        });
    assertThat(Ui.get(canvas::selectedElements)).hasSize(1);
  }

  private void render(String... options) {
    List<String> args = new ArrayList<>(List.of("render", design.toString()));
    args.addAll(List.of(options));
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    int exitCode = Main.run(args.toArray(String[]::new), stream, stream);
    assertThat(exitCode).as(err.toString(StandardCharsets.UTF_8)).isZero();
  }
}
