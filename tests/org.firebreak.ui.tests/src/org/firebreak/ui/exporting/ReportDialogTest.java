package org.firebreak.ui.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.firebreak.ui.tests.Designs;
import org.firebreak.ui.tests.FileChoice;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.firebreak.ui.theme.Look;
import org.firebreak.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportDialogTest {
  @TempDir Path folder;

  private final Hands hands = new Hands();

  @BeforeEach
  void open() throws IOException {
    Ui.run(
        () -> {
          var shell = Ui.window().getShell();
          shell.setMaximized(false);
          shell.setBounds(0, 0, 1280, 800);
          shell.forceActive();
        });
    Designs.open(Designs.copyOfSample("lab-shop", folder));
  }

  @AfterEach
  void close() {
    Ui.closeAll();
    Ui.run(() -> Themes.set(Look.LIGHT));
  }

  @Test
  void sizingReportIsPreviewedAndSavedWithTheCompany() throws IOException {
    Shell dialog = open("org.firebreak.ui.exportSizing");
    shown(dialog, "Page 1 of ");
    hands.clickInto(field(dialog, "shown on the first page; may be empty"));
    hands.replaceWith("umbrella");
    Ui.choose(combo(dialog, "Markdown text"), "Markdown text");
    Path file = folder.resolve("lab-shop-sizing.md");
    Ui.until(
        "the file has the suffix",
        () -> field(dialog, "where the report goes").getText().equals(file.toString()));
    hands.click(button(dialog, "Save"));
    Ui.run(Ui.dialog("Sizing report")::close);
    assertThat(Files.readString(file)).contains("umbrella", "Core firewall", "Gbit/s");
  }

  @Test
  void pagesAreTurnedByButtonsAndKeysAndThePdfIsSaved() throws IOException {
    Shell dialog = open("org.firebreak.ui.exportPlan");
    shown(dialog, "Page 1 of ");
    hands.click(button(dialog, "Next"));
    shown(dialog, "Page 2 of ");
    Ui.choose(combo(dialog, "PDF"), "PDF");
    Path file = folder.resolve("lab-shop-plan.pdf");
    hands.click(button(dialog, "Save"));
    Ui.run(Ui.dialog("Segmentation plan")::close);
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF-");
  }

  @Test
  void logoIsChosenInTheFileDialogAndStandsInTheReport() throws IOException {
    Path logo = folder.resolve("logo.svg");
    Files.writeString(
        logo,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\">"
            + "<rect width=\"40\" height=\"20\" fill=\"#123456\"/></svg>");
    Shell dialog = open("org.firebreak.ui.exportSizing");
    shown(dialog, "Page 1 of ");
    FileChoice.type(hands, () -> hands.clickApart(button(dialog, "Browse…")), logo);
    Text field = field(dialog, "PNG or SVG, at most 1 MiB; may be empty");
    Ui.until("the logo is taken", () -> field.getText().equals(logo.toString()));
    Ui.choose(combo(dialog, "HTML page"), "HTML page");
    hands.click(button(dialog, "Save"));
    Ui.run(Ui.dialog("Sizing report")::close);
    assertThat(Files.readString(folder.resolve("lab-shop-sizing.html")))
        .contains("data:image/svg+xml;base64,");
    Files.delete(logo);
    Shell next = open("org.firebreak.ui.exportSizing");
    shown(next, "Page 1 of ");
    Text remembered = field(next, "PNG or SVG, at most 1 MiB; may be empty");
    assertThat(Ui.get(() -> remembered.getText())).as("a logo that is gone").isEmpty();
    hands.press(KeyEvent.VK_ESCAPE);
    Ui.until("it is closed", next::isDisposed);
  }

  @Test
  void pageIsEnlargedByMouseAndKeysUntilItsTextCanBeRead() throws IOException {
    Shell dialog = open("org.firebreak.ui.exportSizing");
    shown(dialog, "Page 1 of ");
    ScrolledComposite scroll = Ui.find(dialog, ScrolledComposite.class, "the page", each -> true);
    assertThat(Ui.get(scroll::getMinHeight)).isZero();
    Control larger =
        Ui.find(
            dialog,
            Button.class,
            "the button to zoom in",
            each -> each.getToolTipText() != null && each.getToolTipText().startsWith("Zoom In"));
    hands.click(larger);
    Ui.until("the page is larger than its room", () -> scroll.getMinHeight() > scroll.getSize().y);
    int once = Ui.get(scroll::getMinHeight);
    hands.clickInto(Ui.get(scroll::getContent));
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_EQUALS);
    Ui.until("it is larger still", () -> scroll.getMinHeight() > once);
    hands.press(KeyEvent.VK_DOWN);
    Ui.until("it is scrolled", () -> scroll.getOrigin().y > 0);
    hands.press(KeyEvent.VK_PAGE_DOWN);
    shown(dialog, "Page 2 of ");
    Ui.until("the next page begins at its top", () -> scroll.getOrigin().y == 0);
    String pictures = System.getProperty("firebreak.screenshots", folder.toString());
    hands.photographSteady(
        Ui.get(() -> Ui.window().getShell().getBounds()), Path.of(pictures, "report-enlarged.png"));
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_0);
    Ui.until("the whole page is seen", () -> scroll.getMinHeight() == 0);
    hands.press(KeyEvent.VK_ESCAPE);
    Ui.until("it is closed", dialog::isDisposed);
  }

  @Test
  void everyDocumentHasAPreviewAndAMistakeIsSaid() {
    Shell dialog = open("org.firebreak.ui.exportComparison");
    shown(dialog, "Page 1 of ");
    Ui.choose(combo(dialog, "Segmentation plan"), "Segmentation plan");
    shown(dialog, "Page 1 of ");
    hands.clickInto(field(dialog, "where the report goes"));
    hands.replaceWith("report.doc");
    Ui.until("it cannot be saved", () -> !button(dialog, "Save").isEnabled());
    hands.press(KeyEvent.VK_ESCAPE);
    Ui.until("it is closed", dialog::isDisposed);
  }

  @Test
  void looks() throws IOException {
    String pictures = System.getProperty("firebreak.screenshots", folder.toString());
    for (Look look : Look.values()) {
      Ui.run(() -> Themes.set(look));
      Shell dialog = open("org.firebreak.ui.exportSizing");
      shown(dialog, "Page 1 of ");
      Path file = Path.of(pictures, "report-" + look + ".png");
      hands.photographSteady(Ui.get(() -> Ui.window().getShell().getBounds()), file);
      assertThat(file).isNotEmptyFile();
      hands.press(KeyEvent.VK_ESCAPE);
      Ui.until("it is closed", dialog::isDisposed);
    }
  }

  private static Shell open(String command) {
    Ui.start(command, Map.of());
    return Ui.dialog("Export Report");
  }

  private static void shown(Shell dialog, String page) {
    Ui.find(dialog, Label.class, page, label -> label.getText().startsWith(page));
  }

  private static Text field(Shell dialog, String tip) {
    return Ui.find(dialog, Text.class, tip, text -> tip.equals(text.getMessage()));
  }

  private static Combo combo(Shell dialog, String item) {
    return Ui.find(
        dialog, Combo.class, item, combo -> Arrays.asList(combo.getItems()).contains(item));
  }

  private static Control button(Shell dialog, String text) {
    return Ui.find(dialog, Button.class, text, button -> button.getText().equals(text));
  }
}
