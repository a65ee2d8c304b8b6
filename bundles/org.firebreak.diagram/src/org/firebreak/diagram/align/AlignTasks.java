package org.firebreak.diagram.align;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.eclipse.gef.commands.Command;
import org.firebreak.diagram.commands.BoxEdits;
import org.firebreak.diagram.commands.EditCommand;
import org.firebreak.diagram.task.CommandTask;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.diagram.task.DiagramTask;
import org.firebreak.scene.Box;
import org.firebreak.scene.geometry.Rect;

/** Aligning, distributing and sizing selected boxes; each is one undoable step. */
public final class AlignTasks {
  private AlignTasks() {}

  /** Puts the selected boxes in line with the one selected last. */
  public static DiagramTask align(Side side) {
    return new CommandTask(
        context -> {
          SelectedBoxes selected = SelectedBoxes.of(context);
          BoxEdits edits = edits(context);
          List<Command> moves = new ArrayList<>();
          for (int i = 0; i + 1 < selected.count(); i++) {
            Box box = selected.boxes().get(i);
            add(edits.move(box, side.align(box.bounds(), selected.example().bounds())), moves);
          }
          return all("Align " + side.words(), moves, context);
        });
  }

  /** Leaves equal gaps between three or more boxes; the outer two stay. */
  public static DiagramTask distributeHorizontally() {
    return distribute(
        "Distribute horizontally", Rect::x, Rect::width, (rect, x) -> rect.moved(x - rect.x(), 0));
  }

  /** Leaves equal gaps between three or more boxes; the upper and the lower one stay. */
  public static DiagramTask distributeVertically() {
    return distribute(
        "Distribute vertically", Rect::y, Rect::height, (rect, y) -> rect.moved(0, y - rect.y()));
  }

  /** Gives the selected boxes the width of the one selected last. */
  public static DiagramTask matchWidth() {
    return match("Match width", example -> now -> size(now, example.width(), now.height()));
  }

  /** Gives the selected boxes the height of the one selected last. */
  public static DiagramTask matchHeight() {
    return match("Match height", example -> now -> size(now, now.width(), example.height()));
  }

  /** Gives the selected boxes the width and height of the one selected last. */
  public static DiagramTask matchSize() {
    return match("Match size", example -> now -> size(now, example.width(), example.height()));
  }

  private interface Place {
    Rect at(Rect rect, int start);
  }

  private static DiagramTask distribute(
      String label, ToIntFunction<Rect> start, ToIntFunction<Rect> length, Place place) {
    return new CommandTask(
        context -> {
          List<Box> boxes = new ArrayList<>(SelectedBoxes.of(context).boxes());
          if (boxes.size() < 3) {
            return null;
          }
          boxes.sort(
              Comparator.comparingInt((Box box) -> start.applyAsInt(box.bounds()))
                  .thenComparing(Box::id));
          Rect last = boxes.get(boxes.size() - 1).bounds();
          int room = start.applyAsInt(last) - end(boxes.get(0).bounds(), start, length);
          for (Box box : boxes.subList(1, boxes.size() - 1)) {
            room -= length.applyAsInt(box.bounds());
          }
          int gaps = boxes.size() - 1;
          int used = end(boxes.get(0).bounds(), start, length);
          BoxEdits edits = edits(context);
          List<Command> moves = new ArrayList<>();
          for (int i = 1; i < gaps; i++) {
            Rect now = boxes.get(i).bounds();
            int at = used + (int) Math.round((double) room * i / gaps);
            add(edits.move(boxes.get(i), place.at(now, at)), moves);
            used += length.applyAsInt(now);
          }
          return all(label, moves, context);
        });
  }

  private static int end(Rect rect, ToIntFunction<Rect> start, ToIntFunction<Rect> length) {
    return start.applyAsInt(rect) + length.applyAsInt(rect);
  }

  private interface Example {
    UnaryOperator<Rect> like(Rect example);
  }

  private static DiagramTask match(String label, Example example) {
    return new CommandTask(
        context -> {
          SelectedBoxes selected = SelectedBoxes.of(context);
          BoxEdits edits = edits(context);
          List<Command> sizes = new ArrayList<>();
          for (int i = 0; i + 1 < selected.count(); i++) {
            Box box = selected.boxes().get(i);
            Rect wanted = example.like(selected.example().bounds()).apply(box.bounds());
            add(edits.resize(box, wanted), sizes);
          }
          return all(label, sizes, context);
        });
  }

  private static Rect size(Rect now, int width, int height) {
    return new Rect(now.x(), now.y(), width, height);
  }

  private static BoxEdits edits(DiagramContext context) {
    return new BoxEdits(context.canvas().live());
  }

  private static void add(Command command, List<Command> all) {
    if (command != null) {
      all.add(command);
    }
  }

  private static Command all(String label, List<Command> commands, DiagramContext context) {
    return commands.isEmpty()
        ? null
        : new EditCommand(context.edit(), label, () -> commands.forEach(Command::execute));
  }
}
