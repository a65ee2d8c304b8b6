package org.firebreak.ui.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.firebreak.core.optimise.Effort;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Inspection;
import org.firebreak.model.NamedElement;
import org.firebreak.model.io.DesignFile;
import org.firebreak.ui.tests.Designs;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.firebreak.ui.theme.Look;
import org.firebreak.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrategiesViewTest {
  @TempDir Path folder;

  private final Hands hands = new Hands();
  private DesignDocument document;
  private StrategiesView view;

  @BeforeEach
  void open() throws IOException {
    Ui.run(
        () -> {
          var shell = Ui.window().getShell();
          shell.setMaximized(false);
          shell.setBounds(0, 0, 1280, 800);
          shell.forceActive();
        });
    document = Designs.open(Designs.copyOfSample("lab-shop", folder));
    hands.clickInto(Ui.get(() -> Designs.canvas().viewer().getControl()));
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_F8);
    view =
        Ui.awaitPresent(
            "the key shows the view",
            () -> Optional.ofNullable((StrategiesView) Ui.page().findView(StrategiesView.ID)));
    Ui.until("it has room", this::isMaximised);
    Ui.until("the strategies are compared", () -> heads().size() == 4);
    tab("Best Hybrids");
    Combo axis = axis();
    if (!Ui.get(() -> axis.getText()).equals(Effort.RULES.label())) {
      Ui.choose(axis, Effort.RULES.label());
      state("Compare again");
    }
  }

  @AfterEach
  void close() {
    Ui.run(
        () -> Ui.page().setPartState(Ui.page().getReference(view), IWorkbenchPage.STATE_RESTORED));
    Ui.closeAll();
    Ui.run(() -> Themes.set(Look.LIGHT));
  }

  @Test
  void bestOfEachRowIsMarkedAndTheStrategyInForceIsNamed() {
    assertThat(heads()).containsExactly("Figure", "group", "micro", "hybrid (in force)");
    assertThat(rows()).anyMatch(row -> row.startsWith("Blast radius, mean | "));
    assertThat(rows())
        .filteredOn(row -> row.contains("★"))
        .isNotEmpty()
        .allMatch(row -> row.split("★", -1).length <= 3);
  }

  @Test
  void clickedPointIsExplainedAppliedAndUndone() {
    byte[] saved = Ui.get(() -> DesignFile.toBytes(document.design()));
    List<String> before = chosenGroups();
    clickPoint(1);
    Ui.until("it can be applied", () -> button("Apply").isEnabled());
    hands.click(button("Apply"));
    Ui.until("the design has the groups", () -> !chosenGroups().equals(before));
    assertThat(chosenGroups()).hasSize(1);
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
    Ui.until("the strategy is what it was", () -> chosenGroups().equals(before));
    assertThat(Ui.get(() -> DesignFile.toBytes(document.design()))).isEqualTo(saved);
  }

  @Test
  void arrowKeysWalkAlongTheFront() {
    clickPoint(0);
    Ui.until("a point is chosen", () -> button("Apply").isEnabled());
    hands.press(KeyEvent.VK_RIGHT);
    hands.press(KeyEvent.VK_RIGHT);
    Ui.until(
        "its reasons are said",
        () ->
            Ui.controls(Ui.window().getShell())
                .anyMatch(
                    each ->
                        each instanceof Text text
                            && text.isVisible()
                            && text.getText().contains(": mean blast radius ")));
  }

  @Test
  void goalIsFoundAndSavedAsAVariantThatIsComparedToo() {
    hands.clickInto(
        Ui.find(
            Ui.get(() -> Ui.window().getShell()),
            Text.class,
            "the limit",
            text -> "number".equals(text.getMessage())));
    hands.type("0.1");
    hands.press(KeyEvent.VK_ENTER);
    Ui.until("something is proposed", () -> button("Save as…").isEnabled());
    hands.click(button("Save as…"));
    Shell dialog = Ui.dialog("Save Strategy Variant");
    hands.clickInto(Ui.find(dialog, Text.class, "the name", text -> true));
    hands.type("tight");
    hands.press(KeyEvent.VK_ENTER);
    Ui.until("it is compared", () -> heads().contains("tight"));
    assertThat(Ui.get(() -> document.design().getStrategyVariants().size())).isEqualTo(1);
  }

  @Test
  void viewWithLittleHeightOffersMore() throws IOException {
    Ui.run(
        () -> Ui.page().setPartState(Ui.page().getReference(view), IWorkbenchPage.STATE_RESTORED));
    Link link =
        Ui.find(
            Ui.get(() -> Ui.window().getShell()),
            Link.class,
            "the link",
            each -> each.getText().contains("Enlarge"));
    String pictures = System.getProperty("firebreak.screenshots", folder.toString());
    Path file = Path.of(pictures, "strategies-small.png");
    hands.photographSteady(Ui.get(() -> Ui.window().getShell().getBounds()), file);
    assertThat(file).isNotEmptyFile();
    Event event = new Event();
    event.text = "enlarge";
    Ui.run(() -> link.notifyListeners(SWT.Selection, event));
    Ui.until("it has room again", this::isMaximised);
  }

  @Test
  void withoutADesignTheViewSaysWhatToDo() {
    Ui.run(() -> Ui.window().getActivePage().closeAllEditors(false));
    Ui.until(
        "it asks for a design",
        () ->
            Ui.controls(Ui.window().getShell())
                .anyMatch(
                    each ->
                        each instanceof Label label
                            && label.isVisible()
                            && label.getText().startsWith("Open a design to compare")));
    document = Designs.open(folder.resolve("lab-shop.firebreak"));
    Ui.until("it compares again", () -> heads().size() == 4);
  }

  @Test
  void chartsAreCopiedAsFiguresAndAsImagesByMouse() {
    clickPoint(0);
    hands.click(Ui.toolItem("Copy Chart as CSV"));
    Ui.until("a text is copied", () -> copied().startsWith("Choice,"));
    assertThat(copied()).contains("no group");
    hands.click(Ui.toolItem("Copy Chart as Image"));
    Ui.until("an image is copied", () -> Ui.clipboard(ImageTransfer.getInstance()) != null);
    int[] front = pixels();
    tab("Bars");
    hands.click(Ui.toolItem("Copy Chart as CSV"));
    Ui.until("the figures of the bars are copied", () -> !copied().startsWith("Choice,"));
    assertThat(copied()).contains("micro");
    hands.click(Ui.toolItem("Copy Chart as Image"));
    Ui.until(
        "the image of the bars is copied",
        () -> Ui.clipboard(ImageTransfer.getInstance()) != null && !Arrays.equals(pixels(), front));
  }

  @Test
  void choiceIsCancelledByMouse() {
    Job.getJobManager().suspend();
    try {
      Ui.choose(axis(), Effort.DEVICES.label());
      Link state = state("Cancel");
      hands.click(Ui.get(() -> state.toDisplay(cancelAt(state), state.getSize().y / 2)));
      state("Compare again");
    } finally {
      Job.getJobManager().resume();
    }
    Ui.until("all work is done", () -> Job.getJobManager().isIdle());
    assertThat(Ui.get(() -> view.front().effort())).isEqualTo(Effort.RULES);
    Combo axis = axis();
    assertThat(Ui.get(() -> axis.getText())).isEqualTo(Effort.RULES.label());
  }

  private static int cancelAt(Link state) {
    GC gc = new GC(state);
    try {
      return gc.textExtent(state.getText().replaceAll("<a.*", "")).x + 12;
    } finally {
      gc.dispose();
    }
  }

  private static Link state(String words) {
    return Ui.find(
        Ui.get(() -> Ui.window().getShell()),
        Link.class,
        "the link " + words,
        each -> each.getText().contains(">" + words + "</a>"));
  }

  @Test
  void axisOfTheFrontIsWhatMicrosegmentationCosts() {
    Ui.choose(axis(), Effort.DEVICES.label());
    Ui.until("the front counts hosts", () -> view.front().effort() == Effort.DEVICES);
    clickPoint(1);
    Ui.until("its hosts are said", () -> said().endsWith(" " + Effort.DEVICES.label()));
    Ui.choose(axis(), Effort.VCPUS.label());
    Ui.until("it says why there is no front", () -> said().contains("too few estimates"));
    assertThat(Ui.get(() -> button("Apply").isEnabled())).isFalse();
    Ui.run(() -> document.edit().run("Estimate all", this::estimate));
    Ui.until("the front counts vCPUs", () -> view.front().effort() == Effort.VCPUS);
    clickPoint(0);
    Ui.until("its vCPUs are said", () -> said().endsWith(" " + Effort.VCPUS.label()));
  }

  /** Figures that tell the processors of packet filters. */
  private void estimate() {
    document
        .design()
        .getFlows()
        .forEach(
            flow -> {
              flow.setInspection(Inspection.LAYER_4);
              flow.setPeakBitsPerSecond(1e8);
              flow.setMeanPacketBytes(500.0);
              flow.setConnectionsPerSecond(100.0);
              flow.setMeanDurationSeconds(2.0);
            });
  }

  private static Combo axis() {
    return Ui.find(
        Ui.get(() -> Ui.window().getShell()),
        Combo.class,
        "the axis",
        combo -> combo.indexOf(Effort.values()[0].label()) >= 0);
  }

  /** What is said of the choice. */
  private static String said() {
    return Ui.get(
        () ->
            Ui.controls(Ui.window().getShell())
                .filter(each -> each instanceof Button && each.isVisible())
                .filter(each -> ((Button) each).getText().equals("Apply"))
                .flatMap(each -> Arrays.stream(each.getParent().getChildren()))
                .filter(Label.class::isInstance)
                .map(each -> ((Label) each).getText())
                .findFirst()
                .orElse(""));
  }

  private void tab(String title) {
    Point tab =
        Ui.steady(
            "the tab " + title,
            () ->
                Ui.controls(Ui.window().getShell())
                    .filter(CTabFolder.class::isInstance)
                    .flatMap(each -> Arrays.stream(((CTabFolder) each).getItems()))
                    .filter(item -> item.getText().equals(title) && item.getParent().isVisible())
                    .findFirst()
                    .map(
                        item -> {
                          Rectangle at = item.getBounds();
                          return item.getParent()
                              .toDisplay(at.x + at.width / 2, at.y + at.height / 2);
                        }));
    hands.click(tab);
  }

  private static String copied() {
    return Ui.clipboard(TextTransfer.getInstance()) instanceof String text ? text : "";
  }

  private static int[] pixels() {
    ImageData image = (ImageData) Ui.clipboard(ImageTransfer.getInstance());
    int[] pixels = new int[image.width * image.height];
    for (int y = 0; y < image.height; y++) {
      image.getPixels(0, y, image.width, pixels, y * image.width);
    }
    return pixels;
  }

  @Test
  void looks() throws IOException {
    String pictures = System.getProperty("firebreak.screenshots", folder.toString());
    clickPoint(2);
    Ui.until("a point is chosen", () -> button("Apply").isEnabled());
    for (Look look : Look.values()) {
      Ui.run(() -> Themes.set(look));
      hands.moveTo(new Point(640, 788));
      Path file = Path.of(pictures, "strategies-" + look + ".png");
      hands.photographSteady(Ui.get(() -> Ui.window().getShell().getBounds()), file);
      assertThat(file).isNotEmptyFile();
    }
  }

  private boolean isMaximised() {
    return Ui.page().getPartState(Ui.page().getReference(view)) == IWorkbenchPage.STATE_MAXIMIZED;
  }

  private void clickPoint(int index) {
    hands.click(
        Ui.steady(
            "the point",
            () -> {
              List<Point2D> places = view.front().places();
              if (places.size() <= index) {
                return Optional.empty();
              }
              Point2D at = places.get(index);
              return Optional.of(
                  view.front()
                      .control()
                      .toDisplay((int) Math.round(at.getX()), (int) Math.round(at.getY())));
            }));
  }

  private List<String> chosenGroups() {
    return Ui.get(
        () ->
            document.design().getStrategy().getMicroEndpoints().stream()
                .map(NamedElement::getName)
                .toList());
  }

  private static Button button(String text) {
    return Ui.find(
        Ui.get(() -> Ui.window().getShell()),
        Button.class,
        text,
        button -> button.getText().equals(text));
  }

  private static List<String> heads() {
    return Ui.get(
        () ->
            table()
                .map(table -> Arrays.stream(table.getColumns()).map(TableColumn::getText).toList())
                .orElse(List.of()));
  }

  private static List<String> rows() {
    return Ui.get(
        () ->
            Arrays.stream(table().orElseThrow().getItems())
                .map(
                    item -> {
                      StringBuilder row = new StringBuilder();
                      for (int i = 0; i < item.getParent().getColumnCount(); i++) {
                        row.append(item.getText(i)).append(" | ");
                      }
                      return row.toString();
                    })
                .toList());
  }

  private static Optional<Table> table() {
    return Ui.controls(Ui.window().getShell())
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .filter(
            table ->
                table.isVisible()
                    && table.getColumnCount() > 0
                    && table.getColumn(0).getText().equals("Figure"))
        .findFirst();
  }
}
