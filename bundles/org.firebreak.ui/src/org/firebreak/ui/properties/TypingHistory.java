package org.firebreak.ui.properties;

import java.util.Map;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.HandlerEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.menus.UIElement;
import org.eclipse.ui.services.IServiceLocator;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.handlers.HistoryHandler;
import org.firebreak.ui.handlers.HistoryHandler.Direction;

/**
 * Undo and redo while the properties are active: of what is typed in the field that has the
 * keyboard, else of the design.
 */
final class TypingHistory {
  private final IServiceLocator site;
  private final Display display;
  private final Listener typed = this::typed;
  private final Step undo;
  private final Step redo;

  TypingHistory(IServiceLocator site, OpenDesigns designs, Display display) {
    this.site = site;
    this.display = display;
    undo = new Step(new HistoryHandler(designs, Direction.UNDO), Direction.UNDO);
    redo = new Step(new HistoryHandler(designs, Direction.REDO), Direction.REDO);
    IHandlerService handlers = site.getService(IHandlerService.class);
    handlers.activateHandler(IWorkbenchCommandConstants.EDIT_UNDO, undo);
    handlers.activateHandler(IWorkbenchCommandConstants.EDIT_REDO, redo);
    display.addFilter(SWT.Modify, typed);
    display.addFilter(SWT.FocusIn, typed);
  }

  void dispose() {
    display.removeFilter(SWT.Modify, typed);
    display.removeFilter(SWT.FocusIn, typed);
  }

  /** There may be something else to undo now. */
  void update() {
    undo.update();
    redo.update();
    ICommandService commands = site.getService(ICommandService.class);
    if (commands != null) {
      commands.refreshElements(IWorkbenchCommandConstants.EDIT_UNDO, null);
      commands.refreshElements(IWorkbenchCommandConstants.EDIT_REDO, null);
    }
  }

  /** After the event: the typing itself hears of it too. */
  private void typed(Event event) {
    if (event.widget instanceof Control control && Typing.of(control) != null) {
      display.asyncExec(this::update);
    }
  }

  private final class Step extends AbstractHandler implements IElementUpdater {
    private final HistoryHandler design;
    private final Direction direction;

    Step(HistoryHandler design, Direction direction) {
      this.design = design;
      this.direction = direction;
    }

    @Override
    public Object execute(ExecutionEvent event) {
      Typing typing = pending();
      if (typing == null) {
        return design.execute(event);
      }
      if (direction == Direction.UNDO) {
        typing.undo();
      } else {
        typing.redo();
      }
      return null;
    }

    @Override
    public boolean isEnabled() {
      return pending() != null || design.isEnabled();
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface is older than generics
    public void updateElement(UIElement element, Map parameters) {
      if (pending() == null) {
        design.updateElement(element, parameters);
      } else {
        String text = (direction == Direction.UNDO ? "Undo" : "Redo") + " typing";
        element.setText(text);
        element.setTooltip(text);
      }
    }

    void update() {
      fireHandlerChanged(new HandlerEvent(this, true, false));
    }

    /** The typing that this step would take back or bring back; {@code null} if there is none. */
    private Typing pending() {
      Typing typing = display.isDisposed() ? null : Typing.of(display.getFocusControl());
      if (typing == null) {
        return null;
      }
      boolean any = direction == Direction.UNDO ? typing.canUndo() : typing.canRedo();
      return any ? typing : null;
    }
  }
}
