package org.firebreak.scene;

import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.stream.Collectors;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.NamedElement;
import org.firebreak.model.io.NewElements;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.layout.DiagramPopulator;

/** What every arranged picture must keep to, and short ways to make one. */
public final class Pictures {

  private Pictures() {}

  /** The first diagram of a design, added to it. */
  public static Diagram populated(Design design) {
    Diagram diagram = DiagramPopulator.populate(design, "Overview", SceneOptions.plain());
    design.getDiagrams().add(diagram);
    return diagram;
  }

  /** A diagram that shows these elements in a row, added to their design. */
  public static Diagram showing(Design design, NamedElement... elements) {
    Diagram diagram = NewElements.diagram("Test");
    int x = 0;
    for (NamedElement element : elements) {
      diagram.getNodes().add(NewElements.node(element));
      diagram.getNodes().getLast().setX(x);
      x += 400;
    }
    design.getDiagrams().add(diagram);
    return diagram;
  }

  public static void assertTidy(Scene scene) {
    assertNoOverlaps(scene);
    assertContentInside(scene);
    assertLinesAroundBoxes(scene);
    assertLabelsFree(scene);
  }

  public static void assertNoOverlaps(Scene scene) {
    for (Box box : scene.boxes()) {
      List<Box> siblings = scene.children(box.parentId());
      for (Box sibling : siblings) {
        check(
            sibling == box || !sibling.bounds().intersects(box.bounds()),
            "%s and %s overlap",
            box,
            sibling);
      }
    }
  }

  public static void assertContentInside(Scene scene) {
    for (Box box : scene.boxes()) {
      if (box.parentId() != null) {
        Box parent = scene.box(box.parentId()).orElseThrow();
        check(parent.bounds().contains(box.bounds()), "%s lies in %s", box, parent);
      }
    }
  }

  /** Lines cross no card but those at their ends. */
  public static void assertLinesAroundBoxes(Scene scene) {
    for (Line line : scene.lines()) {
      for (int i = 1; i < line.route().size(); i++) {
        Point from = line.route().get(i - 1);
        Point to = line.route().get(i);
        check(
            from.x() == to.x() || from.y() == to.y(),
            "segment %s %s of %s is upright or level",
            from,
            to,
            line.hint());
        for (Box box : scene.boxes()) {
          boolean own = isEnd(box, line, scene);
          check(
              own || box.isContainer() || !box.bounds().crossedBy(from, to),
              "%s runs through %s",
              line.hint(),
              box);
        }
      }
    }
  }

  private static boolean isEnd(Box box, Line line, Scene scene) {
    for (String end : List.of(line.sourceId(), line.destinationId())) {
      Box at = scene.box(end).orElseThrow();
      boolean inCard = box.kind() == BoxKind.MEMBER && box.parentId().equals(end);
      boolean sameCard = at.kind() == BoxKind.MEMBER && at.parentId().equals(box.parentId());
      if (box.id().equals(end) || box.id().equals(at.parentId()) || inCard || sameCard) {
        return true;
      }
    }
    return false;
  }

  /** Labels cover no card, no other label and no arrowhead. */
  public static void assertLabelsFree(Scene scene) {
    for (Line line : scene.lines()) {
      Rect label = line.label().bounds();
      for (Box box : scene.boxes()) {
        check(
            box.isContainer() || !box.bounds().intersects(label),
            "label of %s covers %s",
            line.hint(),
            box);
      }
      for (Line other : scene.lines()) {
        check(
            other == line || !other.label().bounds().intersects(label),
            "labels of %s and %s overlap",
            line.hint(),
            other.hint());
        Rect arrow = new Rect(other.tip().x(), other.tip().y(), 0, 0).grown(4);
        check(
            !arrow.intersects(label),
            "label of %s covers the arrowhead of %s",
            line.hint(),
            other.hint());
      }
    }
  }

  /** Fails with a message, which is made only then: these checks run a million times. */
  private static void check(boolean holds, String message, Object... arguments) {
    if (!holds) {
      fail(String.format(message, arguments));
    }
  }

  /** All geometry of a scene as text, by names, so that two designs with other ids compare. */
  public static String geometry(Scene scene) {
    String boxes =
        scene.boxes().stream()
            .map(box -> describe(box) + " " + box.bounds())
            .collect(Collectors.joining("\n"));
    return scene.lines().stream()
        .map(line -> line.hint() + " " + line.route() + " " + line.label())
        .collect(Collectors.joining("\n", boxes + "\n", "\n"));
  }

  public static Box box(Scene scene, NamedElement element) {
    return scene.boxOfElement(element.getId()).orElseThrow();
  }

  private static String describe(Box box) {
    return box.kind() + " " + box.text().title();
  }
}
