package org.firebreak.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IPageLayout;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.Finding;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.io.NewElements;
import org.firebreak.scene.Alarm;
import org.firebreak.ui.tests.Designs;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings are fixed in place with real keys and the mouse; every fix can be undone. */
class QuickFixTest {
  private static final String DUPLICATE = "FB-301";

  @TempDir Path folder;

  private final Hands hands = new Hands();
  private DesignDocument document;
  private InProblems problems;

  @BeforeEach
  void open() throws IOException {
    document = Designs.open(Designs.copyOfSample("lab-shop", folder));
    problems = new InProblems(hands);
    InProblems.settle(document);
  }

  @AfterEach
  void close() {
    Ui.closeAll();
  }

  /** Draws flows again that are there. */
  private List<Flow> duplicate(String... names) {
    List<Flow> copies = new ArrayList<>();
    Ui.run(
        () ->
            document
                .edit()
                .run(
                    "Draw again",
                    () -> {
                      for (String name : names) {
                        Flow flow =
                            document.design().getFlows().stream()
                                .filter(each -> ElementRef.of(each).name().equals(name))
                                .findFirst()
                                .orElseThrow();
                        Flow copy = NewElements.flow(flow.getSource(), flow.getDestination());
                        copy.getServices().addAll(flow.getServices());
                        copy.setState(flow.getState());
                        copies.add(copy);
                      }
                      document.design().getFlows().addAll(copies);
                    }));
    return copies;
  }

  private List<Finding> found(String rule) {
    InProblems.settle(document);
    return Ui.get(
        () ->
            InProblems.findings().of(document).orElseThrow().findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList());
  }

  private Table popup(String row) {
    Shell popup = Ui.dialog("Quick Fix");
    return Ui.find(
        popup,
        Table.class,
        "the popup offers " + row,
        table -> Arrays.stream(table.getItems()).anyMatch(item -> item.getText().contains(row)));
  }

  @Test
  void coverageOfAFlowNamesAConnectionThatItAlonePermits() {
    Flow flow = document.design().getFlows().get(0);
    Ui.run(() -> Designs.canvas().select(List.of(flow)));
    Ui.run(() -> Designs.canvas().control().forceFocus());
    hands.press(KeyEvent.VK_SHIFT, KeyEvent.VK_F9);
    Shell answer = Ui.dialog("Coverage of Flows");
    Ui.find(
        answer,
        Label.class,
        "the example",
        label -> label.getText().contains("no other flow permits cli1 (10.99.1.10) → lb1"));
    hands.press(KeyEvent.VK_ENTER);
    Ui.until("the answer is closed", answer::isDisposed);
  }

  @Test
  void aFindingComesGoesByQuickFixAndReturnsWithUndo() throws IOException {
    int flows = Ui.get(() -> document.design().getFlows().size());
    duplicate("web → app");
    problems.select(DUPLICATE, "web → app");
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_1);
    Table popup = popup("Accept with reason");
    Ui.until("a fix is chosen", () -> popup.getSelectionIndex() == 1);
    String label = Ui.get(() -> popup.getItem(1).getText());
    Shell shell = Ui.dialog("Quick Fix");
    Ui.find(
        shell,
        Table.class,
        "the preview says what changes",
        table -> table != popup && table.getItemCount() > 0 && table.getItem(0).getImage() != null);
    problems.photograph("quick-fix");
    Ui.until("the popup has the keyboard", popup::isFocusControl);
    hands.press(KeyEvent.VK_ENTER);
    Ui.until("the flow is gone", () -> document.design().getFlows().size() == flows);
    assertThat(Ui.get(() -> document.edit().undoLabel())).isEqualTo(label);
    assertThat(found(DUPLICATE)).isEmpty();
    Ui.run(() -> document.edit().undo());
    problems.row(DUPLICATE, "web → app");
    assertThat(found(DUPLICATE)).hasSize(1);
  }

  @Test
  void theCanvasOffersTheFixesOfTheSelection() {
    Server web1 = Designs.find(document.design(), Server.class, "web1");
    Ui.run(() -> document.edit().run("Clear", () -> web1.setAddresses(List.of())));
    InProblems.settle(document);
    Ui.until("the canvas shows the finding", () -> document.alarm(web1) == Alarm.WARNING);
    assertThat(Ui.get(() -> document.remarks(web1.getId())))
        .first()
        .isEqualTo("Warning: FB-001 Server without address");
    Point at = Designs.onDiagram(web1);
    hands.click(at);
    Ui.until("web1 is selected", () -> selected().equals(List.of(web1)));
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_1);
    Table popup = popup("Accept with reason");
    assertThat(Ui.get(() -> popup.getItem(0).getText())).contains("web1");
    hands.press(KeyEvent.VK_ESCAPE);
    Ui.until("the popup is closed", popup::isDisposed);
  }

  private static List<?> selected() {
    return Designs.canvas().selectedElements();
  }

  @Test
  void allFindingsOfARuleAreFixedAsOneStep() throws IOException {
    int flows = Ui.get(() -> document.design().getFlows().size());
    duplicate("web → app", "app → cache1", "app → mq1");
    assertThat(found(DUPLICATE)).hasSize(3);
    problems.select(DUPLICATE, "web → app");
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_ALT, KeyEvent.VK_X);
    Shell dialog = Ui.dialog("Fix All of " + DUPLICATE);
    Button fix = Ui.find(dialog, Button.class, "Fix 3", each -> each.getText().equals("Fix 3"));
    problems.photograph("fix-all");
    hands.click(fix);
    Ui.until("all are gone", () -> document.design().getFlows().size() == flows);
    assertThat(found(DUPLICATE)).isEmpty();
    assertThat(Ui.get(() -> document.edit().undoLabel())).startsWith("Fix 3 × " + DUPLICATE);
    Ui.run(() -> document.edit().undo());
    assertThat(found(DUPLICATE)).hasSize(3);
  }

  @Test
  void manyFixesAreMadeInTheBackgroundAndUndoneAtOnce() {
    int flows = Ui.get(() -> document.design().getFlows().size());
    String[] names = new String[50 * 5];
    Arrays.setAll(
        names,
        i ->
            List.of("web → app", "app → cache1", "app → mq1", "web → log1", "db → log1")
                .get(i % 5));
    duplicate(names);
    int found = found(DUPLICATE).size();
    assertThat(found).isGreaterThan(200);
    problems.select(DUPLICATE, "web → app");
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_ALT, KeyEvent.VK_X);
    Shell dialog = Ui.dialog("Fix All of " + DUPLICATE);
    Button fix =
        Ui.find(dialog, Button.class, "Fix", each -> each.getText().equals("Fix " + found));
    hands.click(fix);
    Ui.until("all are gone", () -> document.design().getFlows().size() == flows);
    assertThat(found(DUPLICATE)).isEmpty();
    Ui.run(() -> document.edit().undo());
    assertThat(Ui.get(() -> document.design().getFlows().size())).isEqualTo(flows + 250);
    assertThat(found(DUPLICATE)).hasSize(found);
  }

  @Test
  void aClickOnTheRulerOfTheOutlineGoesToTheFinding() throws IOException {
    Server web1 = Designs.find(document.design(), Server.class, "web1");
    Ui.run(() -> document.edit().run("Clear", () -> web1.setAddresses(List.of())));
    InProblems.settle(document);
    Ui.view(IPageLayout.ID_OUTLINE);
    Ui.run(() -> Designs.canvas().viewer().deselectAll());
    Control ruler =
        Ui.find(
            InProblems.shell(),
            Control.class,
            "the ruler",
            each -> each.getClass().getSimpleName().equals("FindingRuler"));
    int height = Ui.get(() -> ruler.getSize().y);
    Point left = Ui.get(() -> ruler.toDisplay(6, 0));
    problems.photograph("outline-ruler");
    AtomicBoolean went = new AtomicBoolean();
    Ui.run(
        () ->
            Designs.canvas()
                .viewer()
                .addSelectionChangedListener(
                    event -> {
                      if (selected().contains(web1)) {
                        went.set(true);
                      }
                    }));
    for (int y = 2; y < height && !went.get(); y++) {
      hands.click(new Point(left.x, left.y + y));
    }
    Ui.until("a click on a mark went to web1", went::get);
  }

  @Test
  void tablesAndExplorerShowFindings() throws IOException {
    Server web1 = Designs.find(document.design(), Server.class, "web1");
    Ui.run(() -> document.edit().run("Clear", () -> web1.setAddresses(List.of())));
    InProblems.settle(document);
    assertThat(Ui.get(() -> InProblems.findings().inside(document, document.design())))
        .isEqualTo(Alarm.WARNING);
    assertThat(
            Ui.get(
                () ->
                    InProblems.findings()
                        .inside(
                            document,
                            web1.eContainer() instanceof org.firebreak.model.Element e ? e : null)))
        .isEqualTo(Alarm.WARNING);
    Ui.run(
        () ->
            ((org.firebreak.diagram.DiagramEditor) Ui.activeEditor())
                .showPage("org.firebreak.ui.tables.servers"));
    Ui.view("org.firebreak.ui.explorer");
    problems.photograph("table-and-explorer");
  }
}
