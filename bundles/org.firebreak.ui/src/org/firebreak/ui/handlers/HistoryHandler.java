package org.firebreak.ui.handlers;

import java.util.Map;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.HandlerEvent;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.ui.designs.OpenDesigns;

/**
 * Undoes or redoes the last step of the active design, whatever part has the focus: all diagrams
 * and views of a design share one stack. The menu says what would be undone.
 */
public final class HistoryHandler extends AbstractHandler implements IElementUpdater {
  /** In which direction. */
  public enum Direction {
    UNDO,
    REDO
  }

  private final OpenDesigns designs;
  private final Direction direction;

  public HistoryHandler(OpenDesigns designs, Direction direction) {
    this.designs = designs;
    this.direction = direction;
  }

  @Override
  public Object execute(ExecutionEvent event) {
    edit()
        .ifPresent(
            edit -> {
              if (direction == Direction.UNDO) {
                edit.undo();
              } else {
                edit.redo();
              }
            });
    return null;
  }

  @Override
  public boolean isEnabled() {
    return edit().map(this::step).isPresent();
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface is older than generics
  public void updateElement(UIElement element, Map parameters) {
    String word = direction == Direction.UNDO ? "Undo" : "Redo";
    String text = edit().map(this::step).map(step -> word + " " + step).orElse(word);
    element.setText(text);
    element.setTooltip(text);
  }

  /** The step may be another one now. */
  public void update() {
    fireHandlerChanged(new HandlerEvent(this, true, false));
  }

  private Optional<ModelEdit> edit() {
    return designs.active().map(DesignDocument::edit);
  }

  private String step(ModelEdit edit) {
    return direction == Direction.UNDO ? edit.undoLabel() : edit.redoLabel();
  }
}
