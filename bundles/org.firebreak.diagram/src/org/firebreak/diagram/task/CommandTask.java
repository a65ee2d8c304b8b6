package org.firebreak.diagram.task;

import java.util.function.Function;
import org.eclipse.gef.commands.Command;

/**
 * A task that is one command on the undo stack.
 *
 * @param command makes the command; {@code null} when there is nothing to do
 */
public record CommandTask(Function<DiagramContext, Command> command) implements DiagramTask {
  @Override
  public boolean isEnabled(DiagramContext context) {
    return command.apply(context) != null;
  }

  @Override
  public void run(DiagramContext context) {
    context.execute(command.apply(context));
  }
}
