package org.firebreak.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.gef.commands.Command;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.diagram.commands.BoxEdits;
import org.firebreak.diagram.commands.ContainmentEdits;
import org.firebreak.diagram.commands.CreateEdits;
import org.firebreak.diagram.commands.DeleteEdits;
import org.firebreak.diagram.commands.FlowEdits;
import org.firebreak.diagram.commands.ModelEditCommandStack;
import org.firebreak.diagram.commands.NewBox;
import org.firebreak.diagram.live.Background;
import org.firebreak.diagram.live.FlowLine;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.model.Design;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.io.DesignFile;
import org.firebreak.scene.Box;
import org.firebreak.scene.BoxKind;
import org.firebreak.scene.Line;
import org.firebreak.scene.SceneBuilder;
import org.firebreak.scene.SceneOptions;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The edits of the canvas by themselves, in any order, on all samples. */
class EditsTest {
  private static final int ACTIONS = 160;

  private LiveScene live;
  private Random random;

  @ParameterizedTest(name = "{0}, seed {1}")
  @CsvSource({
    "lab-shop, 1",
    "lab-shop, 2",
    "lab-shop, 3",
    "active-directory, 4",
    "online-boutique, 5",
    "vsphere-nsx, 6"
  })
  void anythingDoneIsShownRightAndUndoneExactly(String sample, int seed) throws IOException {
    random = new Random(seed);
    Design design =
        DesignFile.load(
            Path.of(System.getProperty("firebreak.root"), "samples", sample + ".firebreak"));
    byte[] opened = DesignFile.toBytes(design);
    ModelEdit edit = new ModelEdit(design);
    ModelEditCommandStack stack = new ModelEditCommandStack(edit);
    live = new LiveScene(design.getDiagrams().get(0), edit, SceneOptions::plain, new AtOnce());
    int done = 0;
    for (int i = 0; i < ACTIONS; i++) {
      Command command = anyCommand();
      if (command != null) {
        stack.execute(command);
        done++;
        checkPicture(command.getLabel());
      }
    }
    assertThat(done).isGreaterThan(ACTIONS / 3);
    byte[] edited = DesignFile.toBytes(design);
    DesignFile.read(new ByteArrayInputStream(edited), "edited");
    while (stack.canUndo()) {
      stack.undo();
    }
    assertThat(DesignFile.toBytes(design)).isEqualTo(opened);
    assertThat(edit.isDirty()).isFalse();
    checkPicture("undo");
    while (stack.canRedo()) {
      stack.redo();
    }
    assertThat(DesignFile.toBytes(design)).isEqualTo(edited);
    live.dispose();
    stack.dispose();
  }

  private Command anyCommand() {
    List<Box> boxes = live.scene().boxes();
    if (boxes.isEmpty()) {
      return new CreateEdits(live).create(NewBox.ZONE, null, new Rect(0, 0, 0, 0), made -> {});
    }
    Box box = any(boxes);
    Rect at = box.bounds();
    return switch (random.nextInt(10)) {
      case 0, 1 -> new BoxEdits(live).move(box, at.moved(offset(), offset()));
      case 2, 3 ->
          new BoxEdits(live)
              .resize(
                  box,
                  Rect.ofEdges(
                      at.x() + side(0),
                      at.y() + side(1),
                      Math.max(at.x() + 40, at.right() + offset()),
                      Math.max(at.y() + 40, at.bottom() + offset())));
      case 4 ->
          new ContainmentEdits(live).moveInto(box, target(boxes), at.moved(offset(), offset()));
      case 5 -> create(boxes);
      case 6 -> delete(box);
      case 7 -> connect(boxes);
      case 8 -> lay();
      default -> remove(box);
    };
  }

  private Command create(List<Box> boxes) {
    NewBox kind = any(List.of(NewBox.values()));
    Rect place = new Rect(offset(), offset(), random.nextInt(300), random.nextInt(200));
    return new CreateEdits(live).create(kind, target(boxes), place, made -> {});
  }

  /** Seldom, and nothing large, or little would be left. */
  private Command delete(Box box) {
    boolean small = box.kind() == BoxKind.MEMBER || box.kind() == BoxKind.NOTE;
    return small || random.nextInt(6) == 0
        ? new DeleteEdits(live).delete(List.of(element(box)))
        : null;
  }

  private Command remove(Box box) {
    return live.model(box.id()) instanceof DiagramNode node && random.nextInt(4) == 0
        ? new DeleteEdits(live).removeFromDiagram(List.of(node))
        : null;
  }

  private Command connect(List<Box> boxes) {
    return element(any(boxes)) instanceof Endpoint client
            && element(any(boxes)) instanceof Endpoint server
        ? new FlowEdits(live).connect(client, server, null)
        : null;
  }

  private Command lay() {
    List<Line> lines = new ArrayList<>(live.lines());
    if (lines.isEmpty()) {
      return null;
    }
    Line line = any(lines);
    List<Point> corners = line.route().subList(1, line.route().size() - 1);
    int dx = random.nextInt(9) - 4;
    return new FlowEdits(live)
        .lay(
            new FlowLine(line.id()),
            random.nextInt(3) == 0
                ? List.of()
                : corners.stream().map(corner -> corner.plus(dx, 0)).toList());
  }

  private void checkPicture(String after) {
    assertThat(live.scene().boxes())
        .as("boxes after " + after)
        .isEqualTo(SceneBuilder.build(live.diagram(), live.options()).boxes());
    for (Box box : live.scene().boxes()) {
      if (box.parentId() != null) {
        Box parent = live.scene().box(box.parentId()).orElseThrow();
        assertThat(parent.bounds().contains(box.bounds()))
            .as(box.text().title() + " in " + parent.text().title() + " after " + after)
            .isTrue();
      }
      assertThat(live.model(box.id())).as("model of " + box.text().title()).isNotNull();
    }
    for (Line line : live.lines()) {
      List<Flow> flows = live.flows(new FlowLine(line.id()));
      assertThat(flows).as("flows after " + after).isNotEmpty().doesNotContainNull();
    }
  }

  private Element element(Box box) {
    Element model = live.model(box.id());
    return model instanceof DiagramNode node && node.getElement() != null
        ? node.getElement()
        : model;
  }

  private Box target(List<Box> boxes) {
    return random.nextInt(3) == 0 ? null : any(boxes);
  }

  private int offset() {
    return random.nextInt(241) - 100;
  }

  private int side(int number) {
    return (random.nextInt(4) & 1 << number) == 0 ? 0 : random.nextInt(61) - 30;
  }

  private <T> T any(List<T> choice) {
    return choice.get(random.nextInt(choice.size()));
  }

  /** No background at all. */
  private static final class AtOnce implements Background {
    @Override
    public <T> void request(Supplier<Supplier<T>> prepare, Consumer<T> done) {
      done.accept(prepare.get().get());
    }
  }
}
