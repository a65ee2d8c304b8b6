package org.firebreak.diagram.selecting;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.gef.EditPart;
import org.eclipse.jface.viewers.StructuredSelection;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.diagram.task.DiagramTask;

/**
 * Selects other parts of the diagram, given those that are selected.
 *
 * @param enabled whether there is anything to start from
 * @param choice the parts to select
 */
public record SelectTask(
    Predicate<DiagramContext> enabled, Function<DiagramContext, List<EditPart>> choice)
    implements DiagramTask {

  /** Everything of the kinds that are selected: all servers, all flows and so on. */
  public static SelectTask sameKind() {
    return new SelectTask(SelectTask::isAny, Choices::sameKind);
  }

  /** Everything beside what is selected: in the same group, zone, or at the top. */
  public static SelectTask sameGroup() {
    return new SelectTask(SelectTask::isBox, Choices::sameGroup);
  }

  /** What is selected, the flows from and to it, and their other ends. */
  public static SelectTask connected() {
    return new SelectTask(SelectTask::isAny, Choices::connected);
  }

  /** All that is not selected, without boxes that hold or lie in a selected one. */
  public static SelectTask invert() {
    return new SelectTask(context -> true, Choices::inverse);
  }

  /** Nothing. */
  public static SelectTask none() {
    return new SelectTask(SelectTask::isAny, context -> List.of());
  }

  @Override
  public boolean isEnabled(DiagramContext context) {
    return enabled.test(context);
  }

  @Override
  public void run(DiagramContext context) {
    context.canvas().viewer().setSelection(new StructuredSelection(choice.apply(context)));
  }

  private static boolean isAny(DiagramContext context) {
    return !Choices.selected(context).isEmpty();
  }

  private static boolean isBox(DiagramContext context) {
    return Choices.selected(context).stream().anyMatch(Choices::isBox);
  }
}
