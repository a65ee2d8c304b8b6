package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;
import org.firebreak.diagram.commands.DiagramEdits;
import org.firebreak.model.Diagram;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.io.DesignFile;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several diagrams of one design, on their tabs. */
class SeveralDiagramsTest {
  @TempDir Path folder;

  private final Hands hands = new Hands();
  private Editing editing;
  private byte[] opened;

  @BeforeEach
  void open() throws IOException {
    editing = Editing.open(Editing.sample("lab-shop", folder));
    opened = bytes();
  }

  @AfterEach
  void undoEverything() {
    try {
      run(
          () -> {
            while (editing.edit().canUndo()) {
              editing.edit().undo();
            }
          });
      assertThat(bytes()).as("undone exactly").isEqualTo(opened);
      assertThat(ui(() -> editing.editor().isDirty())).isFalse();
    } finally {
      editing.close();
    }
  }

  @Test
  void anElementOnTwoDiagramsChangesAndGoesOnBoth() {
    run(() -> new DiagramEdits(editing.edit()).duplicate(editing.context().diagram()));
    until("there are two tabs", () -> names().size() == 2);
    ServerGroup db = editing.find(ServerGroup.class, "db");
    CanvasRobot robot = new CanvasRobot(editing.canvas());
    run(() -> editing.edit().run("Rename", () -> db.setName("ledger")));
    assertThat(title(db)).isEqualTo("ledger");
    hands.click(tab("Overview copy"));
    until("the copy is shown", () -> "Overview copy".equals(editing.context().diagram().getName()));
    assertThat(title(db)).isEqualTo("ledger");

    robot = new CanvasRobot(editing.canvas());
    robot.click(db);
    hands.press(KeyEvent.VK_SHIFT, KeyEvent.VK_DELETE);
    Shell dialog = Ui.dialog("Delete from Design");
    hands.press(KeyEvent.VK_ENTER);
    until("the question is answered", dialog::isDisposed);
    until("it is gone here", () -> editing.canvas().partOf(db) == null);
    hands.click(tab("Overview"));
    until("the first is shown", () -> "Overview".equals(editing.context().diagram().getName()));
    assertThat(ui(() -> editing.canvas().partOf(db))).isNull();
    hands.press(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
    until("it is back", () -> editing.canvas().partOf(db) != null);
    for (Diagram diagram : editing.design().getDiagrams()) {
      assertThat(diagram.getNodes()).anyMatch(node -> node.getElement() == db);
    }
  }

  @Test
  void aDoubleClickRenamesAndSavedStatesAreClean() {
    hands.doubleClick(tab("Overview"));
    Shell dialog = Ui.dialog("Rename Diagram");
    hands.replaceWith("all");
    hands.press(KeyEvent.VK_ENTER);
    until("the dialog is closed", dialog::isDisposed);
    until("the tab has the name", () -> names().equals(List.of("all")));
    assertThat(ui(() -> editing.editor().isDirty())).isTrue();
    run(() -> editing.edit().undo());
    assertThat(ui(() -> editing.editor().isDirty())).isFalse();
    run(() -> editing.edit().redo());
    assertThat(ui(() -> editing.editor().isDirty())).isTrue();
  }

  private CTabFolder tabs() {
    return Ui.find(
        Ui.window().getShell(),
        CTabFolder.class,
        "the tabs of the editor",
        folder -> Stream.of(folder.getItems()).anyMatch(item -> item.getData() instanceof Diagram));
  }

  private List<String> names() {
    return Stream.of(tabs().getItems())
        .filter(item -> item.getData() instanceof Diagram)
        .map(CTabItem::getText)
        .toList();
  }

  private Point tab(String name) {
    CTabFolder folder = tabs();
    return Ui.get(
        () -> {
          CTabItem item =
              Stream.of(folder.getItems())
                  .filter(each -> name.equals(each.getText()))
                  .findFirst()
                  .orElseThrow();
          Rectangle bounds = item.getBounds();
          return folder.toDisplay(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
        });
  }

  private String title(ServerGroup group) {
    return ui(
        () ->
            editing
                .canvas()
                .live()
                .scene()
                .boxOfElement(group.getId())
                .orElseThrow()
                .text()
                .title());
  }

  private byte[] bytes() {
    return ui(() -> DesignFile.toBytes(editing.design()));
  }
}
