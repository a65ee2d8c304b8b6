package org.firebreak.ui.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.reach.AttackPaths;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Server;
import org.firebreak.model.StrategyKind;
import org.firebreak.ui.overlays.OverlayKind;
import org.firebreak.ui.overlays.Overlays;
import org.firebreak.ui.tests.Designs;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.firebreak.ui.theme.Look;
import org.firebreak.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttackPathsViewTest {
  @TempDir Path folder;

  private final Hands hands = new Hands();
  private DesignDocument document;
  private Server start;
  private AttackPathsView view;

  @BeforeEach
  void open() throws IOException {
    document = Designs.open(Designs.copyOfSample("lab-shop", folder));
    start = Designs.find(document.design(), Server.class, "lb1");
    hands.click(Designs.onDiagram(start));
    Ui.until("the server is selected", () -> Designs.canvas().selectedElements().contains(start));
    hands.press(KeyEvent.VK_SHIFT, KeyEvent.VK_F8);
    view =
        Ui.awaitPresent(
            "the view",
            () -> Optional.ofNullable((AttackPathsView) Ui.page().findView(AttackPathsView.ID)));
    Ui.until("servers are listed", () -> !view.rows().isEmpty());
  }

  @AfterEach
  void close() {
    Ui.run(
        () -> {
          Themes.set(Look.LIGHT);
          Ui.page().hideView(view);
        });
    Ui.closeAll();
  }

  @Test
  void listHasTheHopsUnderBothStrategies() throws IOException {
    Map<String, Integer> before = hops(null);
    Map<String, Integer> after = hops(StrategyKind.MICRO);
    Ui.until("all are listed", () -> view.rows().size() >= before.size());
    for (AttackRow row : Ui.get(() -> view.rows())) {
      assertThat(row.before()).isEqualTo(before.getOrDefault(row.server().id(), 0));
      assertThat(row.after()).isEqualTo(after.getOrDefault(row.server().id(), 0));
    }
    photograph("attack-paths");
  }

  @Test
  void diagramNumbersTheHopsAndForgetsThemWhenAskedTo() {
    Ui.until(
        "the start is marked",
        () ->
            Designs.canvas().live().box(start).tint() != null
                && "start".equals(Designs.canvas().live().box(start).tint().figure()));
    Map<String, Integer> hops = hops(null);
    Server next =
        Ui.get(
            () ->
                hops.entrySet().stream()
                    .filter(each -> each.getValue() == 1)
                    .map(each -> server(each.getKey()))
                    .findFirst()
                    .orElseThrow());
    assertThat(Ui.get(() -> Designs.canvas().live().box(next).tint().figure())).isEqualTo("hop 1");
    choose("neither");
    Ui.until("nothing is marked", () -> Designs.canvas().live().box(start).tint() == null);
    choose("the other");
    Ui.until("the start is marked again", () -> Designs.canvas().live().box(start).tint() != null);
  }

  @Test
  void overlayThatWasChosenSinceStays() {
    Overlays overlays = Ui.get(() -> Overlays.in(Ui.window()));
    Ui.run(() -> overlays.choose(document, OverlayKind.BLAST_RADIUS));
    choose("neither");
    assertThat(Ui.get(() -> overlays.chosen(document))).contains(OverlayKind.BLAST_RADIUS);
  }

  @Test
  void otherStrategyIsComparedWithWhenItIsChosen() {
    choose(StrategyKind.GROUP.getLiteral());
    Map<String, Integer> after = hops(StrategyKind.GROUP);
    Ui.until(
        "the hops are those of the other strategy",
        () ->
            !view.rows().isEmpty()
                && view.rows().stream()
                    .allMatch(row -> row.after() == after.getOrDefault(row.server().id(), 0)));
  }

  private Map<String, Integer> hops(StrategyKind kind) {
    return Ui.get(
        () -> {
          CompileOptions options = CompileOptions.today();
          CompiledPolicy policy =
              PolicyCompiler.compile(
                  document.design(), kind == null ? options : options.withStrategy(kind));
          Map<String, Integer> hops = new TreeMap<>();
          AttackPaths.from(
                  policy,
                  policy.servers().stream()
                      .filter(each -> each.ref().id().equals(start.getId()))
                      .findFirst()
                      .orElseThrow())
              .layers()
              .forEach(
                  layer -> layer.forEach(step -> hops.put(step.server().ref().id(), step.hops())));
          return hops;
        });
  }

  private Server server(String id) {
    for (var all = document.design().eAllContents(); all.hasNext(); ) {
      if (all.next() instanceof Server server && id.equals(server.getId())) {
        return server;
      }
    }
    throw new AssertionError("no server " + id);
  }

  private static void choose(String item) {
    Combo combo =
        Ui.find(
            Ui.get(() -> Ui.window().getShell()),
            Combo.class,
            "the choice of " + item,
            each ->
                each.indexOf(item) >= 0
                    && String.valueOf(each.getToolTipText())
                        .matches("Which paths.*|Strategy to.*"));
    Ui.choose(combo, item);
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
