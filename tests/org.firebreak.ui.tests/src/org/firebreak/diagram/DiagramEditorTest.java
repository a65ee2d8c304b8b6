package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.firebreak.diagram.UiCondition.run;
import static org.firebreak.diagram.UiCondition.settle;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.commands.CommandStack;
import org.eclipse.gef.editparts.ZoomManager;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.XMLMemento;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.ShowInContext;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.progress.Progress;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.io.DesignFile;
import org.firebreak.model.io.NewElements;
import org.firebreak.scene.geometry.Rect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagramEditorTest {
  @TempDir Path folder;

  @Test
  void aMovedNodeIsUndoneSavedAndFoundAgain() throws IOException {
    Path file = Editing.sample("lab-shop", folder);
    Rect moved;
    try (Editing editing = Editing.open(file)) {
      CanvasRobot robot = new CanvasRobot(editing.canvas());
      ServerGroup group = editing.find(ServerGroup.class, "db");
      Rect before = robot.bounds(group);
      Shots.take("editor-opened");

      robot.drag(group, 60, 40);
      until("the card has moved", () -> !robot.bounds(group).equals(before));
      assertThat(ui(() -> editing.edit().undoLabel())).isEqualTo("Move db");
      moved = robot.bounds(group);
      assertThat(moved.x() - before.x()).isBetween(58, 62);
      assertThat(moved.y() - before.y()).isBetween(38, 42);

      run(() -> editing.edit().undo());
      assertThat(robot.bounds(group)).isEqualTo(before);
      run(() -> editing.edit().redo());
      assertThat(robot.bounds(group)).isEqualTo(moved);
      Shots.take("editor-moved");
      editing.save();
    }
    try (Editing again = Editing.open(file)) {
      assertThat(again.editor().isDirty()).isFalse();
      CanvasRobot robot = new CanvasRobot(again.canvas());
      assertThat(robot.bounds(again.find(ServerGroup.class, "db"))).isEqualTo(moved);
    }
  }

  @Test
  void aDesignWithoutDiagramGetsOneThatCanBeUndone() throws IOException {
    Path file = withoutDiagram(Editing.sample("lab-shop", folder));
    try (Editing editing = Editing.open(file)) {
      assertThat(ui(() -> editing.edit().undoLabel())).isEqualTo("Create diagram");
      assertThat(ui(() -> editing.editor().isDirty())).isTrue();
      assertThat(ui(() -> editing.canvas().live().scene().boxes())).hasSizeGreaterThan(30);

      run(() -> editing.edit().undo());
      until("no diagram is shown", () -> editing.canvas() == null);
      assertThat(ui(() -> editing.editor().isDirty())).isFalse();

      run(() -> editing.edit().redo());
      until("the diagram is back", () -> editing.canvas() != null);
    }
  }

  @Test
  void aMissingFileIsExplainedAndCanBeTriedAgain() throws IOException {
    Path file = folder.resolve("gone.firebreak");
    try (Editing editing = Editing.openAnyhow(file)) {
      assertThat(ui(() -> editing.document())).isNull();
      assertThat(ui(() -> editing.editor().isDirty())).isFalse();
      assertThat(ui(() -> editing.editor().isSaveAsAllowed())).isFalse();
      Shots.take("editor-missing-file");
    }
    Files.writeString(file, "this is no design");
    try (Editing editing = Editing.openAnyhow(file)) {
      assertThat(ui(() -> editing.document())).isNull();
    }
  }

  @Test
  void twoInputsOfOneFileShareTheDocument() throws IOException {
    Path file = Editing.sample("lab-shop", folder);
    try (Editing editing = Editing.open(file)) {
      DesignDocument same = ui(() -> DesignDocuments.open(folder.resolve(".").resolve(file)));
      assertThat(same).isSameAs(editing.document());
      run(() -> DesignDocuments.release(same));
      assertThat(ui(() -> DesignDocuments.find(file))).contains(same);
    }
    assertThat(ui(() -> DesignDocuments.find(file))).isEmpty();
  }

  @Test
  void aSaveThatFailsLeavesTheDesignDirtyAndItsFileAlone() throws IOException {
    Path file = Editing.sample("lab-shop", folder);
    byte[] before = Files.readAllBytes(file);
    try (Editing editing = Editing.open(file)) {
      run(() -> editing.edit().run("Rename", () -> editing.design().setName("other")));
      assertThatThrownBy(
              () -> editing.document().save(folder.resolve("none/x.firebreak"), Progress.NONE))
          .isInstanceOf(IOException.class);
      assertThat(ui(() -> editing.editor().isDirty())).isTrue();
      assertThat(editing.document().file()).isEqualTo(file.toRealPath());
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aLargeDesignIsLoadedInTheBackground() throws IOException {
    Path file = large(folder.resolve("large.firebreak"));
    try (Editing editing = Editing.openAnyhow(file)) {
      assertThat(ui(() -> editing.editor().isDirty())).isFalse();
      until("its diagram is shown", () -> editing.canvas() != null);
      assertThat(editing.design().getGroups().get(0).getServers()).hasSize(3000);
      assertThat(ui(() -> DesignDocuments.find(file))).contains(editing.document());
    }
    assertThat(ui(() -> DesignDocuments.find(file))).isEmpty();
  }

  @Test
  void aLargeFileThatIsNoDesignIsExplained() throws IOException {
    Path file = large(folder.resolve("large.firebreak"));
    String cut = Files.readString(file);
    Files.writeString(file, cut.substring(0, cut.length() - 100));
    try (Editing editing = Editing.openAnyhow(file)) {
      until("it says so", () -> shows(editing, "This design cannot be opened"));
      assertThat(editing.canvas()).isNull();
    }
  }

  private static Path large(Path file) throws IOException {
    Design design = NewElements.design("large");
    ServerGroup group = NewElements.group("web");
    design.getGroups().add(group);
    for (int i = 0; i < 3000; i++) {
      Server server = NewElements.server("web" + i);
      server.setAddresses(List.of("10.1." + i / 250 + "." + (i % 250 + 1)));
      group.getServers().add(server);
    }
    Diagram diagram = NewElements.diagram("Overview");
    diagram.getNodes().add(NewElements.node(group));
    diagram.getNodes().get(0).setCollapsed(true);
    design.getDiagrams().add(diagram);
    DesignFile.save(design, file);
    return file;
  }

  private static boolean shows(Editing editing, String text) {
    return ui(() -> texts(editing.editor().getSite().getShell())).contains(text);
  }

  private static String texts(Composite parent) {
    StringBuilder all = new StringBuilder();
    for (Control child : parent.getChildren()) {
      if (child instanceof Label label) {
        all.append(label.getText()).append('\n');
      } else if (child instanceof Composite inner) {
        all.append(texts(inner));
      }
    }
    return all.toString();
  }

  /** With overlay scroll bars Draw2d lays everything out twice for every edit. */
  @Test
  void scrollBarsTakeRoomOfTheirOwn() throws IOException {
    try (Editing editing = Editing.open(Editing.sample("lab-shop", folder))) {
      assertThat(ui(() -> editing.canvas().control().getScrollbarsMode())).isEqualTo(SWT.NONE);
      int shown = ui(() -> editing.canvas().control().getHorizontalBar().getVisible() ? 1 : 0);
      assertThat(shown).as("a fitted diagram needs no scroll bar").isZero();
    }
  }

  @Test
  void anInputIsRestoredFromASession() throws IOException {
    Path file = Editing.sample("lab-shop", folder);
    DesignEditorInput input = new DesignEditorInput(file);
    IMemento memento = XMLMemento.createWriteRoot("input");
    input.getPersistable().saveState(memento);
    assertThat(new DesignInputFactory().createElement(memento)).isEqualTo(input);
    assertThat(new DesignInputFactory().createElement(XMLMemento.createWriteRoot("none"))).isNull();
  }

  @Test
  void theEditorAdaptsToWhatOthersNeed() throws IOException {
    try (Editing editing = Editing.open(Editing.sample("lab-shop", folder))) {
      for (Class<?> type :
          List.of(
              DesignDocument.class,
              ModelEdit.class,
              Design.class,
              GraphicalViewer.class,
              CommandStack.class,
              ZoomManager.class,
              DiagramContext.class,
              IContentOutlinePage.class)) {
        assertThat((Object) ui(() -> editing.editor().getAdapter(type)))
            .as(type.getName())
            .isNotNull();
      }
    }
  }

  @Test
  void selectionIsOfModelElementsBothWays() throws IOException {
    try (Editing editing = Editing.open(Editing.sample("lab-shop", folder))) {
      CanvasRobot robot = new CanvasRobot(editing.canvas());
      Server server = editing.find(Server.class, "web2");
      robot.click(server);
      assertThat(selected(editing)).containsExactly(server);

      ServerGroup group = editing.find(ServerGroup.class, "pay");
      boolean shown =
          ui(
              () ->
                  editing
                      .editor()
                      .getAdapter(IShowInTarget.class)
                      .show(new ShowInContext(null, new StructuredSelection(group))));
      assertThat(shown).isTrue();
      assertThat(selected(editing)).containsExactly(group);
    }
  }

  @Test
  void editsFromElsewhereShowAtOnce() throws IOException {
    try (Editing editing = Editing.open(Editing.sample("lab-shop", folder))) {
      ServerGroup group = editing.find(ServerGroup.class, "web");
      Object part = ui(() -> editing.canvas().partOf(group));
      run(() -> editing.edit().run("Rename", () -> group.setName("front")));
      assertThat(title(editing, group)).isEqualTo("front");
      assertThat((Object) ui(() -> editing.canvas().partOf(group))).isSameAs(part);

      Server server = group.getServers().get(0);
      run(() -> editing.edit().run("Delete", () -> group.getServers().remove(server)));
      assertThat((Object) ui(() -> editing.canvas().partOf(server))).isNull();
      run(() -> editing.edit().undo());
      assertThat((Object) ui(() -> editing.canvas().partOf(server))).isNotNull();
      settle();
    }
  }

  private static String title(Editing editing, ServerGroup group) {
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

  private static List<EObject> selected(Editing editing) {
    return ui(
        () ->
            ((org.eclipse.jface.viewers.IStructuredSelection)
                    editing.editor().getSite().getSelectionProvider().getSelection())
                .stream().map(part -> Adapters.adapt(part, EObject.class)).toList());
  }

  private static Path withoutDiagram(Path file) throws IOException {
    Design design = DesignFile.load(file);
    design.getDiagrams().clear();
    DesignFile.save(design, file);
    return file;
  }
}
