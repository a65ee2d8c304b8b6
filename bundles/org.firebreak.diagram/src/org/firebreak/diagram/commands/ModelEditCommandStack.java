package org.firebreak.diagram.commands;

import org.eclipse.gef.commands.Command;
import org.eclipse.gef.commands.CommandStack;
import org.eclipse.gef.commands.CompoundCommand;
import org.firebreak.core.edit.ModelEdit;

/**
 * GEF's view of the undo stack of a design. It has no stack of its own: whatever is edited anywhere
 * can be undone here and the other way round.
 */
public final class ModelEditCommandStack extends CommandStack {
  private final ModelEdit edit;
  private final ModelEdit.Listener listener = change -> announce();

  /** A view that follows the edits until {@link #dispose()}. */
  public ModelEditCommandStack(ModelEdit edit) {
    this.edit = edit;
    edit.addListener(listener);
  }

  /** Executes the command as one undoable step, however many commands it is made of. */
  @Override
  public void execute(Command command) {
    if (command == null || !command.canExecute()) {
      return;
    }
    notifyListeners(command, PRE_EXECUTE);
    edit.run(label(command), command::execute);
    notifyListeners(command, POST_EXECUTE);
  }

  @Override
  public boolean canUndo() {
    return edit.canUndo();
  }

  @Override
  public boolean canRedo() {
    return edit.canRedo();
  }

  @Override
  public void undo() {
    edit.undo();
  }

  @Override
  public void redo() {
    edit.redo();
  }

  /** A command that only carries the label of the step; {@code null} if there is none. */
  @Override
  public Command getUndoCommand() {
    return edit.canUndo() ? new Named(edit.undoLabel()) : null;
  }

  /** A command that only carries the label of the step; {@code null} if there is none. */
  @Override
  public Command getRedoCommand() {
    return edit.canRedo() ? new Named(edit.redoLabel()) : null;
  }

  @Override
  public boolean isDirty() {
    return edit.isDirty();
  }

  @Override
  public void markSaveLocation() {
    edit.markSaved();
    announce();
  }

  @Override
  public Object[] getCommands() {
    return new Object[0];
  }

  /** Does nothing: other editors share the steps. */
  @Override
  public void flush() {}

  /** Stops following the edits. */
  @Override
  public void dispose() {
    edit.removeListener(listener);
  }

  /** Tells GEF's tools and actions, which listen to this older kind of event alone. */
  @SuppressWarnings("deprecation")
  private void announce() {
    notifyListeners();
  }

  /** "Move web", or "Move web and 2 more" where several elements are moved at once. */
  static String label(Command command) {
    String label = command.getLabel() == null ? "Change" : command.getLabel();
    int parts = command instanceof CompoundCommand compound ? compound.getCommands().size() : 1;
    return parts < 2 ? label : label + " and " + (parts - 1) + " more";
  }

  private static final class Named extends Command {
    private Named(String label) {
      super(label);
    }
  }
}
