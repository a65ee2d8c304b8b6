package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.settle;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.part.Page;
import org.eclipse.ui.part.PageBookView;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tree of the outline and the canvas select the same. */
class OutlineTest {
  @TempDir Path folder;

  private Editing editing;
  private CanvasRobot robot;
  private IViewPart view;

  @BeforeEach
  void open() throws IOException {
    editing = Editing.open(Editing.sample("lab-shop", folder));
    robot = new CanvasRobot(editing.canvas());
    view = ui(() -> Editing.page().showView(IPageLayout.ID_OUTLINE));
    settle();
    run(() -> choose("Tree"));
    until("the tree is shown", () -> tree() != null && tree().isVisible());
  }

  @AfterEach
  void close() {
    run(() -> choose("Thumbnail"));
    editing.close();
  }

  @Test
  void whatKeysSelectInTheTreeIsSelectedOnTheCanvas() {
    run(() -> tree().setFocus());
    robot.type(KeyEvent.VK_HOME);
    robot.type(KeyEvent.VK_DOWN);
    until("the tree has a selection", () -> tree().getSelectionCount() == 1);
    Object chosen = ui(() -> tree().getSelection()[0].getData());
    until(
        "it is selected on the canvas",
        () -> editing.canvas().selectedElements().equals(List.of(chosen)));
    Shots.take("outline-tree");
  }

  @Test
  void aClickOnTheCanvasSelectsInTheTree() {
    ServerGroup group = editing.find(ServerGroup.class, "pay");
    robot.click(group);
    until(
        "it is selected in the tree",
        () ->
            tree().getSelectionCount() == 1
                && Objects.equals(tree().getSelection()[0].getData(), group));
    assertThat(ui(() -> item("Flows").getText())).startsWith("Flows  20");
  }

  @Test
  void theTreeFollowsEdits() {
    Zone zone = editing.find(Zone.class, "pci");
    run(
        () -> {
          editing.canvas().select(List.of(zone));
          editing.task("toggleCollapse");
        });
    until("nothing is shown in it", () -> item("pci").getItemCount() == 0);
    run(() -> editing.edit().undo());
    until("its content is shown again", () -> item("pci").getItemCount() == 1);
  }

  private void choose(String name) {
    for (IContributionItem item :
        view.getViewSite().getActionBars().getToolBarManager().getItems()) {
      press(item, name);
    }
    if (((PageBookView) view).getCurrentPage() instanceof Page page) {
      for (IContributionItem item : page.getSite().getActionBars().getToolBarManager().getItems()) {
        press(item, name);
      }
    }
  }

  private static void press(IContributionItem item, String name) {
    if (item instanceof ActionContributionItem action
        && name.equals(action.getAction().getText())) {
      action.getAction().run();
    }
  }

  private Tree tree() {
    return find(((PageBookView) view).getCurrentPage().getControl());
  }

  private static Tree find(Control control) {
    if (control instanceof Tree tree) {
      return tree;
    }
    if (control instanceof Composite composite) {
      return Arrays.stream(composite.getChildren())
          .map(OutlineTest::find)
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }
    return null;
  }

  private TreeItem item(String label) {
    return Arrays.stream(tree().getItems())
        .filter(item -> item.getText().startsWith(label + "  "))
        .findFirst()
        .orElseThrow();
  }
}
