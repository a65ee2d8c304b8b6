package org.firebreak.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.firebreak.core.edit.Undoable.assertUndoable;
import static org.firebreak.core.edit.Undoable.text;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelEditTest {
  private final Design design = NewElements.design("shop");
  private final Zone zone = NewElements.zone("data");
  private final ServerGroup web = NewElements.group("web");
  private final ServerGroup app = NewElements.group("app");
  private final Server web1 = NewElements.server("web1");

  @BeforeEach
  void fill() {
    design.getZones().add(zone);
    zone.getGroups().add(web);
    zone.getGroups().add(app);
    web.getServers().add(web1);
    design.getFlows().add(NewElements.flow(web, app));
  }

  @Test
  void attributesAreUndone() {
    assertUndoable(design, () -> web1.setAddresses(List.of("10.0.0.1", "fd00::1")));
  }

  @Test
  void movesBetweenContainersAreUndone() {
    assertUndoable(design, () -> app.getServers().add(web1));
  }

  @Test
  void deletionsWithTheirReferencesAreUndone() {
    assertUndoable(
        design,
        () -> {
          Flow flow = design.getFlows().get(0);
          EcoreUtil.delete(flow);
          EcoreUtil.delete(web, true);
        });
  }

  @Test
  void whatACreatedElementLearnsLaterIsUndone() {
    ModelEdit edit = new ModelEdit(design);
    String before = text(design);
    Server server = NewElements.server("web2");
    edit.run("add", () -> web.getServers().add(server));
    String between = text(design);
    edit.run("rename", () -> server.setName("web9"));
    edit.undo();
    assertThat(text(design)).isEqualTo(between);
    edit.undo();
    assertThat(text(design)).isEqualTo(before);
    edit.redo();
    edit.redo();
    assertThat(server.getName()).isEqualTo("web9");
    assertThat(web.getServers()).contains(server);
  }

  @Test
  void whatACreatedElementLosesWhenItIsDeletedIsRestored() {
    ModelEdit edit = new ModelEdit(design);
    Server server = NewElements.server("web2");
    Flow flow = NewElements.flow(web1, server);
    edit.run(
        "add",
        () -> {
          web.getServers().add(server);
          design.getFlows().add(flow);
        });
    String added = text(design);
    edit.run(
        "delete",
        () -> {
          flow.setSource(null);
          flow.setDestination(null);
          design.getFlows().remove(flow);
          EcoreUtil.delete(server, true);
        });
    edit.undo();
    assertThat(flow.getDestination()).isSameAs(server);
    assertThat(text(design)).isEqualTo(added);
  }

  @Test
  void anEditOfARestoredElementIsRecorded() {
    ModelEdit edit = new ModelEdit(design);
    edit.run("delete", () -> zone.getGroups().remove(web));
    edit.undo();
    String before = text(design);
    edit.run("rename", () -> web1.setName("other"));
    edit.undo();
    assertThat(text(design)).isEqualTo(before);
  }

  @Test
  void aFailingEditChangesNothingAndLeavesNoStep() {
    ModelEdit edit = new ModelEdit(design);
    String before = text(design);
    assertThatThrownBy(
            () ->
                edit.run(
                    "fails",
                    () -> {
                      web1.setName("half");
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(text(design)).isEqualTo(before);
    assertThat(edit.canUndo()).isFalse();
  }

  @Test
  void theDesignStaysTheRootWhateverIsDone() {
    ModelEdit edit = new ModelEdit(design);
    edit.run("rename", () -> design.setName("other"));
    assertThat(design.eContainer()).isNull();
    edit.undo();
    assertThat(design.eContainer()).isNull();
  }

  @Test
  void nestedEditsAreOneStep() {
    ModelEdit edit = new ModelEdit(design);
    edit.run("outer", () -> edit.run("inner", () -> web1.setName("x")));
    assertThat(edit.undoLabel()).isEqualTo("outer");
    edit.undo();
    assertThat(edit.canUndo()).isFalse();
    assertThat(web1.getName()).isEqualTo("web1");
  }

  @Test
  void anEditWithoutChangeLeavesNoStep() {
    ModelEdit edit = new ModelEdit(design);
    edit.run("nothing", () -> {});
    assertThat(edit.canUndo()).isFalse();
    assertThat(edit.isDirty()).isFalse();
  }

  @Test
  void dirtyFollowsTheSavedStateThroughUndoAndRedo() {
    ModelEdit edit = new ModelEdit(design);
    edit.run("a", () -> web1.setName("a"));
    edit.markSaved();
    assertThat(edit.isDirty()).isFalse();
    edit.undo();
    assertThat(edit.isDirty()).isTrue();
    edit.redo();
    assertThat(edit.isDirty()).isFalse();
    edit.undo();
    edit.run("b", () -> web1.setName("b"));
    edit.undo();
    assertThat(edit.isDirty()).isTrue();
  }

  @Test
  void listenersHearWhatWasAffected() {
    ModelEdit edit = new ModelEdit(design);
    List<ModelChange> heard = new ArrayList<>();
    edit.addListener(heard::add);
    edit.run("rename", () -> web1.setName("a"));
    edit.undo();
    assertThat(heard)
        .extracting(ModelChange::kind)
        .containsExactly(ModelChange.Kind.RUN, ModelChange.Kind.UNDO);
    assertThat(heard.get(0).affected()).containsExactly(web1);
  }
}
