package org.firebreak.ui.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IWorkbenchPage;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.sizing.Unit;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.model.Flow;
import org.firebreak.ui.problems.ProblemsView;
import org.firebreak.ui.tests.Designs;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.firebreak.ui.theme.Look;
import org.firebreak.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThroughputViewTest {
  @TempDir Path folder;

  private final Hands hands = new Hands();
  private DesignDocument document;
  private ThroughputView view;

  @BeforeEach
  void open() throws IOException {
    document = Designs.open(Designs.copyOfSample("lab-shop", folder));
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_F8);
    view =
        Ui.awaitPresent(
            "the view",
            () -> Optional.ofNullable((ThroughputView) Ui.page().findView(ThroughputView.ID)));
    Ui.run(() -> view.list(LoadKind.BOUNDARIES));
    Ui.run(() -> view.draw(ChartKind.PROFILE));
    Ui.until("rows are listed", () -> !view.rows().isEmpty());
  }

  @AfterEach
  void close() {
    Ui.run(
        () -> Ui.page().setPartState(Ui.page().getReference(view), IWorkbenchPage.STATE_RESTORED));
    Ui.run(() -> Themes.set(Look.LIGHT));
    Ui.closeAll();
  }

  @Test
  void boundariesAreThoseOfTheStudy() throws IOException {
    SizingStudy study = study();
    List<List<String>> expected = new ArrayList<>();
    study
        .boundaries()
        .forEach(
            load ->
                expected.add(
                    List.of(
                        load.isInside()
                            ? "within " + load.from().name()
                            : load.from().name() + " → " + load.to().name(),
                        load.load().isKnown()
                            ? Unit.BITS_PER_SECOND.format(load.coincidentPeak().bitsPerSecond())
                            : "",
                        load.load().isKnown()
                            ? Unit.BITS_PER_SECOND.format(load.sumOfPeaks().bitsPerSecond())
                            : "",
                        load.load().isKnown()
                            ? Unit.BITS_PER_SECOND.format(
                                load.need(study.parameters()).bitsPerSecond())
                            : "")));
    assertThat(cells(4)).isEqualTo(expected);
    photograph("throughput-view-profile");
    choose(ChartKind.ZONES.label());
    Ui.until("the chart is drawn", () -> view.chart().chart().id().equals("zones"));
    photograph("throughput-view-zones");
  }

  @Test
  void faultyProfileIsNamedAndTheThroughputComputedOnceItIsMended() throws IOException {
    Path profile = folder.resolve("firebreak-profile.json");
    Files.writeString(profile, "{");
    Flow flow = Ui.get(() -> document.design().getFlows().get(0));
    Ui.run(() -> document.edit().run("Set peak", () -> flow.setPeakBitsPerSecond(77e9)));
    Shell shell = Ui.get(() -> Ui.window().getShell());
    Ui.view(ProblemsView.ID);
    Ui.find(
        shell,
        Label.class,
        "the problem",
        each -> each.isVisible() && each.getText().startsWith("The design is not validated"));
    Ui.view(ThroughputView.ID);
    Ui.find(
        shell,
        Label.class,
        "the reason",
        each ->
            each.isVisible()
                && each.getText().startsWith("The throughput cannot be computed")
                && each.getText().contains("firebreak-profile.json"));
    Files.delete(profile);
    follow("Compute again");
    Ui.until("rows are listed", () -> !view.rows().isEmpty());
    Ui.until("a row has the new peak", () -> has("77 Gbit/s"));
  }

  @Test
  void firewallsShowLoadAndYearOfTheChosenAppliance() throws IOException {
    Ui.run(
        () ->
            document
                .edit()
                .run(
                    "Choose appliance",
                    () -> document.design().getEnforcementPoints().get(0).setModel("PA-3430")));
    choose(LoadKind.FIREWALLS.label());
    Ui.until(
        "the firewall has a load",
        () -> view.rows().size() == 1 && !Double.isNaN(view.rows().get(0).utilisation()));
    var check = study().central().get(0).chosen().orElseThrow();
    List<String> row = cells(8).get(0);
    assertThat(row.get(5)).isEqualTo(Unit.SHARE.format(check.utilisation()));
    assertThat(row.get(7))
        .endsWith("years")
        .contains(Unit.YEARS.format(check.yearOutgrown().years()));
    choose(ChartKind.YEARS.label());
    photograph("throughput-view-years");
  }

  @Test
  void rowsFollowEditsUndoAndRedo() {
    List<List<String>> before = cells(4);
    Flow flow = Ui.get(() -> document.design().getFlows().get(0));
    Ui.run(() -> document.edit().run("Set peak", () -> flow.setPeakBitsPerSecond(77e9)));
    Ui.until("a row has the new peak", () -> has("77 Gbit/s"));
    Ui.run(() -> document.edit().undo());
    Ui.until("the rows are as before", () -> !has("77 Gbit/s"));
    assertThat(cells(4)).isEqualTo(before);
    Ui.run(() -> document.edit().redo());
    Ui.until("a row has the new peak again", () -> has("77 Gbit/s"));
  }

  @Test
  void selectedRowLetsItsFlowsStandOutOnTheDiagram() {
    Table table = table();
    hands.clickUntil(
        "the row is selected",
        () ->
            Ui.steady(
                "the first row",
                () -> {
                  Rectangle at = table.getItem(0).getBounds(0);
                  return Optional.of(table.toDisplay(new Point(at.x + 8, at.y + at.height / 2)));
                }),
        () -> table.getSelectionCount() == 1);
    DiagramCanvas canvas = Designs.canvas();
    List<Flow> wanted =
        Ui.get(
            () ->
                document.design().getFlows().stream()
                    .filter(flow -> view.rows().get(0).flows().contains(flow.getId()))
                    .toList());
    assertThat(wanted).isNotEmpty();
    for (Flow flow : wanted) {
      Ui.until(
          "the line stands out", () -> canvas.live().isHighlighted(canvas.live().lineOf(flow)));
    }
  }

  @Test
  void chartIsCopiedAsImageAndAsCsvByMouse() {
    hands.click(Ui.toolItem("Copy Chart as Image"));
    Ui.until("an image is copied", () -> Ui.clipboard(ImageTransfer.getInstance()) != null);
    ImageData image = (ImageData) Ui.clipboard(ImageTransfer.getInstance());
    assertThat(image.width).isEqualTo(2 * view.chart().chart().width());
    assertThat(image.height).isEqualTo(2 * view.chart().chart().height());
    assertThat(colours(image)).as("colours of the chart").isGreaterThan(20);
    hands.click(Ui.toolItem("Copy Chart as CSV"));
    Ui.until("a text is copied", () -> Ui.clipboard(TextTransfer.getInstance()) != null);
    String csv = (String) Ui.clipboard(TextTransfer.getInstance());
    assertThat(csv).isEqualTo(view.chart().chart().csv()).contains(",");
  }

  private static long colours(ImageData image) {
    int[] row = new int[image.width];
    return IntStream.range(0, image.height)
        .flatMap(
            y -> {
              image.getPixels(0, y, image.width, row, 0);
              return Arrays.stream(row.clone());
            })
        .distinct()
        .count();
  }

  @Test
  void atTheBottomOfTheWindowAChosenChartGetsTheRoomThatItNeeds() {
    Ui.run(
        () -> {
          Ui.window().getShell().setMaximized(false);
          Ui.window().getShell().setBounds(0, 0, 1280, 800);
        });
    Ui.until("the table has the whole width", () -> !view.chart().control().isVisible());
    choose(ChartKind.ZONES.label());
    Ui.until(
        "the chart can be read",
        () -> view.chart().control().isVisible() && view.chart().control().getSize().y > 260);
    Link back =
        Ui.find(
            Ui.get(() -> Ui.window().getShell()),
            Link.class,
            "the link back",
            each -> each.getText().contains("Back to the diagram"));
    hands.click(back);
    Ui.until("the diagram is back", () -> Designs.canvas().control().isVisible());
    Ui.until("the table has the whole width again", () -> !view.chart().control().isVisible());
  }

  @Test
  void computationIsCancelledByMouseAndBegunAgain() {
    List<List<String>> before = cells(4);
    Flow flow = Ui.get(() -> document.design().getFlows().get(0));
    Job.getJobManager().suspend();
    try {
      Ui.run(() -> document.edit().run("Set peak", () -> flow.setPeakBitsPerSecond(77e9)));
      follow("Cancel");
      link("Compute again");
    } finally {
      Job.getJobManager().resume();
    }
    Ui.until("all work is done", () -> Job.getJobManager().isIdle());
    assertThat(cells(4)).isEqualTo(before);
    follow("Compute again");
    Ui.until("a row has the new peak", () -> has("77 Gbit/s"));
    Ui.until(
        "nothing is to be cancelled",
        () -> Ui.controls(Ui.window().getShell()).noneMatch(each -> isLink(each, "Cancel")));
  }

  /** Clicks the link, the first of its text. */
  private void follow(String words) {
    Link link = link(words);
    Rectangle at = Ui.get(link::getBounds);
    hands.click(Ui.get(() -> link.toDisplay(14, at.height / 2)));
  }

  private static Link link(String words) {
    return Ui.find(
        Ui.get(() -> Ui.window().getShell()),
        Link.class,
        "the link " + words,
        each -> isLink(each, words));
  }

  private static boolean isLink(Control control, String words) {
    return control instanceof Link link
        && link.isVisible()
        && link.getText().contains(">" + words + "</a>");
  }

  @Test
  void tableIsCopiedAsCsvByKey() {
    Ui.run(() -> table().setFocus());
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_C);
    Ui.until(
        "the table is on the clipboard",
        () -> {
          Object text = Ui.clipboard(TextTransfer.getInstance());
          return text instanceof String csv && csv.lines().count() == view.rows().size() + 1;
        });
  }

  @Test
  void withoutLinksTheViewSaysSoAndLeadsToWhatIsMissing() throws IOException {
    choose(LoadKind.LINKS.label());
    Link link =
        Ui.find(
            Ui.window().getShell(),
            Link.class,
            "the link to missing estimates",
            each -> each.getText().contains("missing estimates"));
    assertThat(link).isNotNull();
    photograph("throughput-view-empty");
    choose(LoadKind.MISSING.label());
    Ui.until("missing estimates are listed", () -> !view.rows().isEmpty());
    assertThat(Ui.get(() -> view.rows().size())).isEqualTo(study().missing().size());
  }

  private SizingStudy study() {
    return Ui.get(
        () ->
            SizingStudy.of(
                document.design(),
                PolicyCompiler.compile(document.design(), CompileOptions.today())));
  }

  private boolean has(String text) {
    Table table = table();
    for (int i = 0; i < table.getItemCount(); i++) {
      if (text.equals(table.getItem(i).getText(1))) {
        return true;
      }
    }
    return false;
  }

  private List<List<String>> cells(int columns) {
    return Ui.get(
        () -> {
          Table table = table();
          List<List<String>> rows = new ArrayList<>();
          for (int i = 0; i < table.getItemCount(); i++) {
            List<String> row = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
              row.add(table.getItem(i).getText(column));
            }
            rows.add(row);
          }
          return rows;
        });
  }

  private static Table table() {
    return Ui.get(
        () ->
            Ui.controls(Ui.window().getShell())
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(table -> table.isVisible() && table.getColumnCount() == 8)
                .findFirst()
                .orElseThrow());
  }

  private static void choose(String item) {
    Combo combo =
        Ui.find(
            Ui.get(() -> Ui.window().getShell()),
            Combo.class,
            "the choice of " + item,
            each -> each.indexOf(item) >= 0);
    Ui.choose(combo, item);
  }

  private void photograph(String name) throws IOException {
    String pictures = System.getProperty("firebreak.screenshots");
    if (pictures == null) {
      return;
    }
    for (Look look : Look.values()) {
      Ui.run(() -> Themes.set(look));
      long end = System.nanoTime() + 1_500_000_000L;
      while (System.nanoTime() < end) {
        Ui.run(
            () -> {
              while (Ui.display().readAndDispatch()) {
                // Until everything is painted.
              }
            });
      }
      Rectangle window = Ui.get(() -> Ui.window().getShell().getBounds());
      hands.photograph(window, Path.of(pictures, name + "-" + look + ".png"));
    }
    Ui.run(() -> Themes.set(Look.LIGHT));
  }
}
