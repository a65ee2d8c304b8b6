package org.firebreak.diagram.commands;

import java.util.Objects;
import org.eclipse.gef.commands.Command;
import org.firebreak.core.edit.ModelEdit;

/**
 * A change of the design as GEF's tools want it. Undo and redo are the model edit's business, so
 * the command needs neither.
 */
public final class EditCommand extends Command {
  private final ModelEdit edit;
  private final Runnable change;

  /**
   * A command that can be executed.
   *
   * @param edit the stack that records the change
   * @param label what is done, as the Undo menu shows it, for instance {@code Move web}
   * @param change the change itself
   */
  public EditCommand(ModelEdit edit, String label, Runnable change) {
    super(label);
    this.edit = Objects.requireNonNull(edit);
    this.change = Objects.requireNonNull(change);
  }

  @Override
  public void execute() {
    edit.run(getLabel(), change);
  }

  /** Never by itself: {@link ModelEditCommandStack} undoes whole steps. */
  @Override
  public boolean canUndo() {
    return false;
  }
}
