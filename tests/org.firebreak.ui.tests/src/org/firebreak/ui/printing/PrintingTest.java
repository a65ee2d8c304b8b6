package org.firebreak.ui.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.eclipse.swt.printing.Printer;
import org.eclipse.swt.printing.PrinterData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.firebreak.core.progress.Progress;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;
import org.firebreak.report.diagram.PagePlan;
import org.firebreak.report.diagram.PageSetup;
import org.firebreak.report.diagram.PageTitles;
import org.firebreak.report.diagram.Paper;
import org.firebreak.report.diagram.PictureMetrics;
import org.firebreak.report.diagram.PictureScene;
import org.firebreak.report.diagram.Scaling;
import org.firebreak.scene.Scene;
import org.firebreak.scene.SceneOptions;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintingTest {
  private static final Path SAMPLE =
      Path.of(System.getProperty("firebreak.root"), "samples", "lab-shop.firebreak");

  @TempDir Path folder;

  private final Hands hands = new Hands();

  @BeforeEach
  @AfterEach
  void closeAll() {
    Ui.closeAll();
  }

  @Test
  void previewShowsThePagesAsTheyAreCut() throws IOException {
    Shell preview = openPreview();
    Label position =
        Ui.find(preview, Label.class, "position", label -> label.getText().startsWith("Page "));
    assertThat(Ui.get(position::getText)).isEqualTo("Page 1 of 1");
    assertThat(Ui.get(() -> button(preview, "Next").isEnabled())).isFalse();

    choose(preview, "Fit on several pages");
    assertThat(Ui.get(position::getText)).matches("Page 1 of [2-9]");
    hands.click(button(preview, "Next"));
    Ui.until("the second page is shown", () -> position.getText().startsWith("Page 2 of"));

    hands.click(button(preview, "All Pages"));
    Ui.until("all pages are shown", () -> position.getText().matches("[2-9] pages"));
    Canvas pages =
        Ui.find(
            preview, Canvas.class, "pages", each -> each.getClass().getName().endsWith("Preview"));
    hands.click(
        Ui.get(() -> pages.toDisplay(pages.getSize().x / 2 - 40, pages.getSize().y / 2 - 40)));
    Ui.until("the first is shown", () -> position.getText().startsWith("Page 1 of"));

    choose(preview, "A0");
    choose(preview, "Fit on one page");
    assertThat(Ui.get(position::getText)).isEqualTo("Page 1 of 1");
    Ui.run(preview::close);
  }

  @Test
  void pagesCanBeSavedAlsoWhereThereIsNoPrinter() throws IOException {
    Shell preview = openPreview();
    boolean printers = Ui.get(() -> Printer.getPrinterList().length > 0);

    assertThat(Ui.get(() -> button(preview, "Save as PDF…").isEnabled())).isTrue();
    assertThat(Ui.get(() -> button(preview, "Print…").isEnabled())).isEqualTo(printers);
    boolean explained =
        Ui.get(
            () ->
                Ui.controls(preview)
                    .anyMatch(
                        control ->
                            control instanceof Label label
                                && label.getText().contains("No printer is set up")));
    assertThat(explained).isEqualTo(!printers);
    Ui.run(preview::close);
  }

  @Test
  void printerGetsEveryPageAsVectors() throws IOException {
    Optional<PrinterData> found =
        Ui.get(
            () ->
                Arrays.stream(Printer.getPrinterList())
                    .filter(data -> data.name.contains("File"))
                    .findFirst());
    assumeTrue(found.isPresent(), "no printer that writes files is installed");
    PrinterData file = found.get();
    // GTK's printer of files takes a name from its own dialog only.
    Path printed = Path.of("output.pdf").toAbsolutePath();
    Files.deleteIfExists(printed);
    Design design = DesignFile.load(SAMPLE);
    Scene scene =
        PictureScene.of(
            design.getDiagrams().getFirst(),
            SceneOptions.plain().withMetrics(PictureMetrics.INSTANCE));
    PageSetup setup = PageSetup.onePage(Paper.A4).withScaling(new Scaling.PagesWide(2));
    PagePlan plan =
        PagePlan.of(scene, setup, new PageTitles("Lab shop", "Overview", LocalDate.EPOCH));
    PrintRun run = new PrintRun(scene, plan);

    int pages = Ui.get(() -> run.print(run.prepared(file), "Lab shop", Progress.NONE));

    assertThat(pages).isEqualTo(plan.pages().size());
    try {
      Ui.until("the file is printed", () -> Files.exists(printed) && isWhole(printed));
      try (PDDocument document = Loader.loadPDF(printed.toFile())) {
        assertThat(document.getNumberOfPages()).isEqualTo(plan.pages().size());
        PDPage page = document.getPage(0);
        assertThat((double) page.getMediaBox().getWidth()).isCloseTo(plan.width(), within(2.0));
        assertThat(page.getResources().getXObjectNames())
            .noneMatch(page.getResources()::isImageXObject);
        assertThat(inkedPart(document)).isGreaterThan(0.5);
      }
    } finally {
      Files.deleteIfExists(printed);
    }
  }

  private static boolean isWhole(Path pdf) throws IOException {
    return new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1)
        .stripTrailing()
        .endsWith("%%EOF");
  }

  /** Part of the width of the first page between what is leftmost and what is rightmost. */
  private static double inkedPart(PDDocument document) throws IOException {
    BufferedImage image = new PDFRenderer(document).renderImage(0);
    int left = image.getWidth();
    int right = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        if ((image.getRGB(x, y) & 0xFF00) < 0xA000) {
          left = Math.min(left, x);
          right = Math.max(right, x);
        }
      }
    }
    return (double) (right - left) / image.getWidth();
  }

  private Shell openPreview() throws IOException {
    Path design = Files.copy(SAMPLE, folder.resolve("lab-shop.firebreak"));
    Ui.command(
        "org.firebreak.ui.openDesign", Map.of("org.firebreak.ui.open.path", design.toString()));
    DiagramCanvas canvas =
        Ui.awaitPresent(
            "the diagram",
            () ->
                Optional.ofNullable(Ui.page().getActiveEditor())
                    .map(editor -> editor.getAdapter(DiagramCanvas.class))
                    .filter(shown -> shown.control().isVisible()));
    Ui.run(() -> canvas.control().forceFocus());
    hands.press(java.awt.event.KeyEvent.VK_CONTROL, java.awt.event.KeyEvent.VK_P);
    return Ui.dialog("Print “");
  }

  private static void choose(Shell preview, String item) {
    Combo combo =
        Ui.find(preview, Combo.class, item, each -> Arrays.asList(each.getItems()).contains(item));
    Ui.choose(combo, item);
  }

  private static Button button(Shell preview, String text) {
    return Ui.find(preview, Button.class, text, button -> button.getText().equals(text));
  }
}
