package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.awt.event.KeyEvent;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.ShowInContext;
import org.firebreak.model.Element;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.ui.tests.Hands;
import org.firebreak.ui.tests.Ui;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Elements from the explorer are shown on the diagram. */
class DropTest extends SampleFixture {
  private static final String EXPLORER = "org.firebreak.ui.explorer";

  private Tree tree;

  @BeforeEach
  void openExplorer() {
    Shell shell = Ui.window().getShell();
    Ui.view(EXPLORER);
    tree = Ui.find(shell, Tree.class, "the explorer's tree", each -> each.getItemCount() > 0);
    // The keys are the canvas's again.
    robot = new CanvasRobot(editing.canvas());
  }

  @Test
  void aGroupIsShownWhereItIsDropped() {
    ServerGroup db = editing.find(ServerGroup.class, "db");
    Zone zone = (Zone) db.eContainer();
    Rect before = robot.bounds(db);
    int lines = ui(() -> editing.canvas().live().lines().size());
    robot.click(db);
    robot.type(KeyEvent.VK_DELETE);
    until("the group is off the diagram", () -> editing.canvas().partOf(db) == null);
    assertThat(ui(() -> editing.canvas().live().lines().size())).isLessThan(lines);

    Point target = robot.onScreen(before.x() + 5, before.y() + 5);
    select(db);
    dragTo(target);
    until("the group is shown", () -> editing.canvas().partOf(db) != null);
    Rect now = robot.bounds(db);
    assertThat(now.x() - before.x()).isBetween(2, 8);
    assertThat(now.y() - before.y()).isBetween(2, 8);
    assertThat(robot.bounds(zone).contains(now)).isTrue();
    assertThat(ui(() -> editing.canvas().live().lines().size())).isEqualTo(lines);
    assertThat(ui(() -> editing.canvas().selectedElements())).containsExactly(db);
    assertThat(ui(() -> editing.edit().undoLabel())).isEqualTo("Show db");
  }

  @Test
  void whatIsShownAlreadyIsSelected() {
    ExternalNetwork network = editing.design().getExternalNetworks().get(0);
    select(network);
    run(() -> editing.canvas().viewer().deselectAll());
    dragTo(ui(() -> editing.canvas().control().toDisplay(20, 20)));
    until(
        "the network is selected",
        () -> editing.canvas().selectedElements().equals(List.of(network)));
    assertThat(ui(() -> editing.edit().canUndo())).isFalse();
  }

  @Test
  void theKeyShowsAZoneWithItsContentOnAnEmptyDiagram() {
    Zone zone = editing.find(Zone.class, "pci");
    robot.type(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
    robot.type(KeyEvent.VK_DELETE);
    until("the diagram is empty", () -> editing.context().diagram().getNodes().isEmpty());
    select(zone);
    new Hands().press(KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
    until("the zone is shown", () -> editing.canvas().partOf(zone) != null);
    Rect around = robot.bounds(zone);
    Rect last = null;
    for (ServerGroup group : zone.getGroups()) {
      Rect box = robot.bounds(group);
      assertThat(around.contains(box)).isTrue();
      assertThat(last == null || !last.intersects(box)).isTrue();
      last = box;
    }
  }

  private void select(Element element) {
    Ui.run(
        () -> {
          tree.setFocus();
          ((IShowInTarget) Ui.page().findView(EXPLORER))
              .show(new ShowInContext(null, new StructuredSelection(element)));
        });
    Ui.until("it is selected", () -> selected() == element);
    new Hands().click(Ui.get(this::onTree));
    Ui.until("the keyboard is at the tree", tree::isFocusControl);
  }

  private EObject selected() {
    TreeItem[] items = tree.getSelection();
    return items.length == 1 ? (EObject) items[0].getData() : null;
  }

  private Point onTree() {
    TreeItem item = tree.getSelection()[0];
    tree.showItem(item);
    Rectangle bounds = item.getBounds();
    return tree.toDisplay(bounds.x + 20, bounds.y + bounds.height / 2);
  }

  private void dragTo(Point to) {
    Point from = Ui.get(this::onTree);
    // Not where the click was: two would be a double click.
    new Hands().dragAndDrop(new Point(from.x + 16, from.y), to);
  }
}
