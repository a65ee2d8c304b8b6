package org.firebreak.ui.overlays;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.draw2d.IFigure;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.reach.BlastRadius;
import org.firebreak.core.sizing.Unit;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.io.DesignFile;
import org.firebreak.scene.Legend;
import org.firebreak.scene.Line;
import org.firebreak.scene.LineTint;
import org.firebreak.scene.Paint;
import org.firebreak.scene.Token;
import org.firebreak.ui.tests.Designs;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.firebreak.ui.theme.Look;
import org.firebreak.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlayTest {
  @TempDir Path folder;

  private final Hands hands = new Hands();
  private Path file;
  private DesignDocument document;

  @BeforeEach
  void open() throws IOException {
    file = Designs.copyOfSample("lab-shop", folder);
    document = Designs.open(file);
    Ui.until("the diagram is shown", () -> Designs.canvas() != null);
    hands.click(Designs.onDiagram(Designs.find(document.design(), Server.class, "web1")));
  }

  @AfterEach
  void close() {
    Ui.run(() -> Themes.set(Look.LIGHT));
    Ui.closeAll();
  }

  @Test
  void keyShowsThroughputOnEveryFlowAndTakesItAwayAgain() throws IOException {
    chooseAppliance("PA-3430");
    assertThat(lines()).allMatch(line -> line.tint() == null);
    throughputByKey();
    Ui.until("all lines are tinted", () -> lines().stream().allMatch(line -> line.tint() != null));
    Line widest = line(largest());
    assertThat(widest.label().text())
        .isEqualTo(Unit.BITS_PER_SECOND.format(largest().getPeakBitsPerSecond()));
    assertThat(widest.tint().width())
        .isEqualTo(lines().stream().mapToDouble(line -> line.tint().width()).max().orElseThrow());
    Flow unknown = unknown();
    assertThat(line(unknown).label().text()).isEqualTo("no estimate");
    assertThat(line(unknown).tint().pattern()).isEqualTo(LineTint.Pattern.UNKNOWN);
    photograph("overlay-throughput");
    throughputByKey();
    Ui.until("no line is tinted", () -> lines().stream().allMatch(line -> line.tint() == null));
    assertThat(Ui.get(() -> document.isDirty())).as("only the appliance was chosen").isTrue();
  }

  @Test
  void legendNamesTheStepsAndStandsBelowTheCanvas() {
    throughputByKey();
    Legend legend =
        Ui.awaitPresent("the overlay", () -> Designs.canvas().overlay().map(each -> each.legend()));
    assertThat(legend.lines())
        .contains("Throughput")
        .anyMatch(
            line ->
                line.startsWith("Busiest hour today: 10 Mbit/s, 100 Mbit/s, 1 Gbit/s, 10 Gbit/s"))
        .anyMatch(line -> line.contains("≤ 65 %, the ceiling"));
    int before = Ui.get(() -> Designs.canvas().control().getSize().y);
    throughputByKey();
    Ui.until("the strip is gone", () -> Designs.canvas().control().getSize().y > before + 30);
  }

  @Test
  void withoutAnApplianceTheLegendNamesTheTightestFitAndChoosesItInOneClick() throws IOException {
    byte[] before = Ui.get(() -> DesignFile.toBytes(document.design()));
    throughputByKey();
    Flow flow = crossing();
    Ui.until("the line is coloured", () -> line(flow).tint() != null);
    assertThat(line(flow).tint().paint()).isNotEqualTo(Paint.of(Token.RETIRED));
    Link offer =
        Ui.find(
            Ui.get(() -> Ui.window().getShell()),
            Link.class,
            "the offer",
            each -> each.getText().contains("Choose it"));
    photograph("overlay-tightest-fit");
    hands.click(offer);
    Ui.until("the appliance is chosen", () -> firewall().getModel() != null);
    Ui.until(
        "nothing is to be chosen any more",
        () ->
            !offer.isVisible()
                && Designs.canvas().overlay().orElseThrow().legend().remarks().isEmpty());
    hands.clickInto(Ui.get(() -> Designs.canvas().viewer().getControl()));
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
    Ui.until("none is chosen", () -> firewall().getModel() == null);
    assertThat(Ui.get(() -> DesignFile.toBytes(document.design()))).isEqualTo(before);
  }

  @Test
  void overlaysAreToggledByMouse() {
    for (String tool : List.of("Throughput Overlay", "Blast-Radius Heat Map")) {
      hands.click(Ui.toolItem(tool));
      Ui.until(tool + " is shown", () -> Designs.canvas().overlay().isPresent());
      assertThat(isPressed(tool)).isTrue();
      hands.click(Ui.toolItem(tool));
      Ui.until(tool + " is gone", () -> Designs.canvas().overlay().isEmpty());
      assertThat(isPressed(tool)).isFalse();
    }
  }

  private static boolean isPressed(String tool) {
    return Ui.get(
        () ->
            Ui.controls(Ui.window().getShell())
                .filter(ToolBar.class::isInstance)
                .flatMap(bar -> Arrays.stream(((ToolBar) bar).getItems()))
                .anyMatch(
                    item ->
                        item.getSelection()
                            && item.getToolTipText() != null
                            && item.getToolTipText().startsWith(tool)));
  }

  @Test
  void tooltipOfALineSaysTheRateAndWhatItCrosses() {
    chooseAppliance("PA-3430");
    throughputByKey();
    Flow flow = crossing();
    Ui.until("the line is tinted", () -> line(flow).tint() != null);
    Ui.until(
        "the load is known",
        () -> line(flow).hint().stream().anyMatch(words -> words.contains("PA-3430")));
    hands.moveTo(labelOf(flow));
    Shell tip =
        Ui.awaitPresent(
            "the tooltip",
            () ->
                Arrays.stream(Ui.display().getShells())
                    .filter(shell -> shell.isVisible() && shell.getParent() != null)
                    .filter(shell -> shell.getText().isEmpty())
                    .findFirst());
    assertThat(tip).isNotNull();
    assertThat(line(flow).hint().get(0)).contains("in the busiest hour");
    assertThat(line(flow).hint()).anyMatch(words -> words.startsWith("Crosses Core firewall: "));
  }

  @Test
  void overlayFollowsEditsUndoAndRedo() {
    throughputByKey();
    Flow flow = largest();
    String before = Unit.BITS_PER_SECOND.format(flow.getPeakBitsPerSecond());
    untilLabel(flow, before);
    Ui.run(() -> document.edit().run("Set peak", () -> flow.setPeakBitsPerSecond(9.5e9)));
    untilLabel(flow, "9.50 Gbit/s");
    Ui.run(() -> document.edit().undo());
    untilLabel(flow, before);
    Ui.run(() -> document.edit().redo());
    untilLabel(flow, "9.50 Gbit/s");
  }

  @Test
  void heatMapTintsServersByTheirBlastRadius() throws IOException {
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_H);
    Server web = Designs.find(document.design(), Server.class, "web1");
    BlastRadius radius =
        Ui.get(
            () ->
                BlastRadius.of(PolicyCompiler.compile(document.design(), CompileOptions.today())));
    String figure = "→ " + radius.of(web.getId()).orElseThrow().multiHop();
    Ui.until(
        "the row says how many servers are reached",
        () ->
            Designs.canvas().live().box(web).tint() != null
                && figure.equals(Designs.canvas().live().box(web).tint().figure()));
    assertThat(Ui.get(() -> Designs.canvas().live().box(web).text().hint()))
        .anyMatch(words -> words.startsWith("Reaches ") && words.endsWith("directly"));
    photograph("overlay-blast-radius");
  }

  @Test
  void choiceIsRememberedForTheFile() {
    throughputByKey();
    Ui.until("the overlay is shown", () -> Designs.canvas().overlay().isPresent());
    Ui.closeAll();
    document = Designs.open(file);
    Ui.until("the overlay is back", () -> Designs.canvas().overlay().isPresent());
    throughputByKey();
    Ui.until("the overlay is gone", () -> Designs.canvas().overlay().isEmpty());
    Ui.closeAll();
    document = Designs.open(file);
    assertThat(Ui.get(() -> Overlays.in(Ui.window()).chosen(document))).isEmpty();
  }

  private void throughputByKey() {
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_T);
  }

  private void chooseAppliance(String model) {
    Ui.run(
        () -> {
          EnforcementPoint point = firewall();
          document.edit().run("Choose appliance", () -> point.setModel(model));
        });
  }

  private EnforcementPoint firewall() {
    return document.design().getEnforcementPoints().stream()
        .filter(each -> "Core firewall".equals(each.getName()))
        .findFirst()
        .orElseThrow();
  }

  private static List<Line> lines() {
    return Ui.get(() -> List.copyOf(Designs.canvas().live().lines()));
  }

  private static Line line(Flow flow) {
    return Ui.get(
        () -> {
          var live = Designs.canvas().live();
          return live.line(live.lineOf(flow));
        });
  }

  private Flow largest() {
    return Ui.get(
        () ->
            document.design().getFlows().stream()
                .filter(flow -> flow.getPeakBitsPerSecond() != null)
                .max(java.util.Comparator.comparingDouble(Flow::getPeakBitsPerSecond))
                .orElseThrow());
  }

  private Flow unknown() {
    return Ui.get(
        () ->
            document.design().getFlows().stream()
                .filter(flow -> flow.getPeakBitsPerSecond() == null)
                .filter(flow -> flow.getAverageBitsPerSecond() == null)
                .findFirst()
                .orElseThrow());
  }

  /** A flow between two zones, which crosses the central firewall. */
  private Flow crossing() {
    return Ui.get(
        () ->
            document.design().getFlows().stream()
                .filter(flow -> flow.getPeakBitsPerSecond() != null)
                .filter(flow -> line(flow).label().text().contains("3.20 Gbit/s") || isRsync(flow))
                .findFirst()
                .orElseThrow());
  }

  private static boolean isRsync(Flow flow) {
    return flow.getServices().stream().anyMatch(service -> "rsync".equals(service.getName()));
  }

  private void untilLabel(Flow flow, String text) {
    Ui.until(
        "the label says " + text,
        () -> {
          var live = Designs.canvas().live();
          return live.line(live.lineOf(flow)).label().text().equals(text);
        });
  }

  private static Point labelOf(Flow flow) {
    return Ui.steady(
        "the place of the label",
        () -> {
          var canvas = Designs.canvas();
          IFigure figure = ((GraphicalEditPart) canvas.partOf(flow)).getFigure();
          var place = canvas.live().line(canvas.live().lineOf(flow)).label().bounds().center();
          var at = new org.eclipse.draw2d.geometry.Point(place.x(), place.y());
          figure.translateToAbsolute(at);
          return Optional.of(canvas.control().toDisplay(at.x, at.y));
        });
  }

  private void photograph(String name) throws IOException {
    String pictures = System.getProperty("firebreak.screenshots");
    if (pictures == null) {
      return;
    }
    for (Look look : Look.values()) {
      Ui.run(() -> Themes.set(look));
      Ui.run(
          () -> {
            while (Ui.display().readAndDispatch()) {
              // Until everything is painted.
            }
          });
      Rectangle window = Ui.get(() -> Ui.window().getShell().getBounds());
      hands.photograph(window, Path.of(pictures, name + "-" + look + ".png"));
    }
    Ui.run(() -> Themes.set(Look.LIGHT));
  }
}
