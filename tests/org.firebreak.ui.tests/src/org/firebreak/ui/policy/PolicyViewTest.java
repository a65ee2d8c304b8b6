package org.firebreak.ui.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.model.Element;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Server;
import org.firebreak.ui.findings.Findings;
import org.firebreak.ui.tests.Designs;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyViewTest {
  private static final int RULE_COLUMNS = 9;

  /** A scroll bar that lies over the last row, px. */
  private static final int BAR = 16;

  @TempDir Path folder;

  private final Hands hands = new Hands();
  private DesignDocument document;

  @BeforeEach
  void open() throws IOException {
    document = Designs.open(Designs.copyOfSample("lab-shop", folder));
    Ui.view("org.firebreak.ui.policy");
    Ui.until("the design is validated", () -> !Findings.in(Ui.window()).isPending(document));
  }

  @AfterEach
  void close() {
    Ui.closeAll();
  }

  @Test
  void rulesFollowTheDesign() throws IOException {
    List<String> before = settled(RULE_COLUMNS, rows -> rows.size() > 3);
    assertThat(before.get(before.size() - 1)).contains("Deny", "no flow permits it");
    photograph("policy");
    Flow flow =
        Ui.get(
            () ->
                document.design().getFlows().stream()
                    .filter(each -> rulesOf(before, each) > 0)
                    .findFirst()
                    .orElseThrow());
    Ui.run(() -> document.edit().run("Retire", () -> flow.setState(FlowState.RETIRED)));
    settled(RULE_COLUMNS, rows -> rows.size() == before.size() - rulesOf(before, flow));
    Ui.run(() -> document.edit().undo());
    settled(RULE_COLUMNS, rows -> rows.equals(before));
  }

  @Test
  void wordsFindRulesOfAllEnforcementPoints() {
    int all = settled(RULE_COLUMNS, rows -> rows.size() > 3).size();
    hands.clickInto(
        Ui.find(
            Ui.get(() -> Ui.window().getShell()),
            Text.class,
            "the field of words",
            text -> "Find rules".equals(text.getMessage())));
    hands.type("postgres");
    List<String> found = settled(RULE_COLUMNS, rows -> !rows.isEmpty() && rows.size() < all);
    assertThat(found).allMatch(row -> row.toLowerCase(java.util.Locale.ROOT).contains("postgres"));
    hands.press(KeyEvent.VK_ESCAPE);
    settled(RULE_COLUMNS, rows -> rows.size() == all);
  }

  @Test
  void showRulesFindsWhereASelectedServerIsUsed() {
    int all = settled(RULE_COLUMNS, rows -> rows.size() > 3).size();
    Server web = Designs.find(document.design(), Server.class, "web1");
    hands.click(Designs.onDiagram(web));
    untilSelected(web);
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_F9);
    Ui.until(
        "the view says whose rules it shows",
        () ->
            Ui.controls(Ui.window().getShell())
                .anyMatch(
                    control ->
                        control instanceof Link link
                            && link.getText().startsWith("Rules of web1")));
    List<String> rows = settled(RULE_COLUMNS, found -> !found.isEmpty() && found.size() < all);
    assertThat(rows).noneMatch(row -> row.contains("no flow permits it"));
  }

  @Test
  void enterOnARuleShowsItsFlowOnTheDiagram() {
    List<String> rows = settled(RULE_COLUMNS, found -> found.size() > 3);
    Flow flow =
        Ui.get(
            () ->
                document.design().getFlows().stream()
                    .filter(each -> rulesOf(rows, each) > 0)
                    .findFirst()
                    .orElseThrow());
    String name = name(flow);
    hands.clickUntil(
        "the rule is selected",
        () ->
            Ui.steady(
                "the rule of " + name,
                () ->
                    table(RULE_COLUMNS)
                        .flatMap(
                            table -> {
                              for (int i = 0; i < table.getItemCount(); i++) {
                                if (table.getItem(i).getText(6).equals(name)) {
                                  Rectangle at = table.getItem(i).getBounds(2);
                                  Rectangle inside = table.getClientArea();
                                  if (at.y < 0 || at.y + at.height > inside.height - BAR) {
                                    table.setTopIndex(i);
                                    return Optional.empty();
                                  }
                                  return Optional.of(
                                      table.toDisplay(new Point(at.x + 8, at.y + at.height / 2)));
                                }
                              }
                              return Optional.empty();
                            })),
        () -> table(RULE_COLUMNS).map(table -> table.getSelectionCount() == 1).orElse(false));
    hands.press(KeyEvent.VK_ENTER);
    untilSelected(flow);
  }

  private static int rulesOf(List<String> rows, Flow flow) {
    String name = name(flow);
    return (int) rows.stream().filter(row -> row.contains("| " + name + " |")).count();
  }

  private static String name(Flow flow) {
    return Ui.get(() -> ElementRef.of(flow).name());
  }

  private void untilSelected(Element element) {
    Ui.until(
        "the element is selected on the diagram",
        () -> {
          DiagramCanvas canvas = Ui.page().getActiveEditor().getAdapter(DiagramCanvas.class);
          return canvas != null && canvas.selectedElements().equals(List.of(element));
        });
  }

  private interface Rows {
    boolean areThere(List<String> rows);
  }

  private static List<String> settled(int columns, Rows wanted) {
    return Ui.awaitPresent(
        "the rows are as they shall be", () -> Optional.of(rows(columns)).filter(wanted::areThere));
  }

  private static List<String> rows(int columns) {
    List<String> rows = new ArrayList<>();
    table(columns)
        .ifPresent(
            table -> {
              for (int i = 0; i < table.getItemCount(); i++) {
                StringBuilder row = new StringBuilder("| ");
                for (int column = 0; column < columns; column++) {
                  row.append(table.getItem(i).getText(column)).append(" | ");
                }
                rows.add(row.toString());
              }
            });
    return rows;
  }

  private static Optional<Table> table(int columns) {
    return Ui.controls(Ui.window().getShell())
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .filter(table -> table.isVisible() && table.getColumnCount() == columns)
        .findFirst();
  }

  private void photograph(String name) throws IOException {
    String pictures = System.getProperty("firebreak.screenshots");
    if (pictures != null) {
      Ui.run(
          () -> {
            while (Ui.display().readAndDispatch()) {
              // Until everything is painted.
            }
          });
      hands.photograph(Ui.get(() -> Ui.display().getBounds()), Path.of(pictures, name + ".png"));
    }
  }
}
