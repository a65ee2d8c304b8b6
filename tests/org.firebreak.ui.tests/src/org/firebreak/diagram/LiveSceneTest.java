package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.diagram.live.Background;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.diagram.live.SceneDelta;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.io.NewElements;
import org.firebreak.scene.Line;
import org.firebreak.scene.SceneBuilder;
import org.firebreak.scene.SceneOptions;
import org.firebreak.scene.geometry.Rect;
import org.junit.jupiter.api.Test;

class LiveSceneTest {
  private static final int GROUPS = 36;
  private static final int COLUMNS = 6;

  private final Design design = NewElements.design("Many lines");
  private final Diagram diagram = NewElements.diagram("All");
  private final ModelEdit edit;
  private final Patient background = new Patient();
  private final List<SceneDelta> told = new ArrayList<>();

  LiveSceneTest() {
    List<ServerGroup> groups = new ArrayList<>();
    for (int i = 0; i < GROUPS; i++) {
      ServerGroup group = NewElements.group("group" + i);
      groups.add(group);
      DiagramNode node = NewElements.node(group);
      node.setX(i % COLUMNS * 220);
      node.setY(i / COLUMNS * 110);
      diagram.getNodes().add(node);
    }
    design.getGroups().addAll(groups);
    for (int i = 0; i < GROUPS; i++) {
      for (int step = 1; step <= 8; step++) {
        design.getFlows().add(NewElements.flow(groups.get(i), groups.get((i + step) % GROUPS)));
      }
    }
    design.getDiagrams().add(diagram);
    edit = new ModelEdit(design);
  }

  @Test
  void boxesFollowAtOnceAndLinesAreRoutedInTheBackground() {
    LiveScene live = open();
    assertThat(live.isSettled()).isFalse();
    assertThat(live.scene().boxes()).hasSize(GROUPS);
    background.finish();
    assertThat(live.isSettled()).isTrue();
    assertThat(live.lines()).containsExactlyElementsOf(SceneBuilder.build(diagram).lines());

    List<Line> before = List.copyOf(live.lines());
    DiagramNode node = diagram.getNodes().get(0);
    edit.run("Move", () -> node.setX(node.getX() - 60));
    assertThat(live.isSettled()).isFalse();
    Rect moved = live.box(node).bounds();
    assertThat(moved.x()).isEqualTo(-60);
    assertThat(live.lines()).hasSameSizeAs(before);
    assertThat(live.lines().stream().filter(before::contains).count())
        .as("lines of other boxes stay as they are")
        .isEqualTo(before.size() - 16);
    for (Line line : live.lines()) {
      if (line.sourceId().equals(node.getId())) {
        assertThat(moved.contains(line.route().get(0))).isTrue();
      }
    }

    background.finish();
    assertThat(live.isSettled()).isTrue();
    assertThat(live.lines()).containsExactlyElementsOf(SceneBuilder.build(diagram).lines());
  }

  @Test
  void whatMovesTogetherKeepsItsLines() {
    LiveScene live = open();
    background.finish();
    List<Line> before = List.copyOf(live.lines());
    edit.run("Move all", () -> diagram.getNodes().forEach(node -> node.setY(node.getY() + 40)));
    assertThat(live.lines().stream().map(line -> line.route().get(0).y()).toList())
        .isEqualTo(before.stream().map(line -> line.route().get(0).y() + 40).toList());
  }

  @Test
  void aLaterEditReplacesTheWorkOfAnEarlierOne() {
    LiveScene live = open();
    background.finish();
    DiagramNode node = diagram.getNodes().get(5);
    edit.run("Move", () -> node.setX(node.getX() + 10));
    edit.run("Move", () -> node.setX(node.getX() + 10));
    assertThat(background.requests).isEqualTo(3);
    background.finish();
    assertThat(live.lines()).containsExactlyElementsOf(SceneBuilder.build(diagram).lines());
  }

  @Test
  void listenersHearWhatDiffers() {
    LiveScene live = open();
    background.finish();
    told.clear();
    edit.run("Rename", () -> design.getGroups().get(3).setName("other"));
    String id = diagram.getNodes().get(3).getId();
    assertThat(told).hasSize(1);
    assertThat(told.get(0).boxes()).containsExactly(id);
    assertThat(told.get(0).emptied()).isEmpty();
    assertThat(told.get(0).ends()).isEmpty();
    told.clear();
    edit.run("Describe", () -> design.setDescription("nothing that is seen"));
    assertThat(told).isEmpty();
    live.dispose();
  }

  private LiveScene open() {
    LiveScene live = new LiveScene(diagram, edit, SceneOptions::plain, background);
    live.addListener(told::add);
    return live;
  }

  /** Does the latest work when it is told to. */
  private static final class Patient implements Background {
    private Runnable work;
    private int requests;

    @Override
    public <T> void request(Supplier<Supplier<T>> prepare, Consumer<T> done) {
      requests++;
      work = () -> done.accept(prepare.get().get());
    }

    void finish() {
      work.run();
    }
  }
}
