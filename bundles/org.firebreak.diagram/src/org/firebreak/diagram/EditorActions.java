package org.firebreak.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.HandlerEvent;
import org.eclipse.core.commands.IHandler;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;

/** Commands of the workbench that the shown page answers while its editor is the active part. */
final class EditorActions {
  private static final List<String> COMMANDS =
      List.of(
          IWorkbenchCommandConstants.EDIT_CUT,
          IWorkbenchCommandConstants.EDIT_COPY,
          IWorkbenchCommandConstants.EDIT_PASTE,
          IWorkbenchCommandConstants.EDIT_DELETE,
          IWorkbenchCommandConstants.EDIT_SELECT_ALL,
          IWorkbenchCommandConstants.EDIT_FIND_AND_REPLACE,
          IWorkbenchCommandConstants.FILE_RENAME);

  private final Supplier<DesignPage> page;
  private final List<Relay> relays = new ArrayList<>();

  /**
   * @param page the page that is shown; null while there is none
   */
  EditorActions(Supplier<DesignPage> page) {
    this.page = page;
  }

  void install(IServiceLocator site) {
    for (String command : COMMANDS) {
      Relay relay = new Relay(command);
      relays.add(relay);
      site.getService(IHandlerService.class).activateHandler(command, relay);
    }
  }

  /** Another page is shown, or another selection. */
  void update() {
    relays.forEach(Relay::changed);
  }

  private final class Relay extends AbstractHandler {
    private final String command;

    private Relay(String command) {
      this.command = command;
    }

    private void changed() {
      fireHandlerChanged(new HandlerEvent(this, true, false));
    }

    private Optional<IHandler> answer() {
      return Optional.ofNullable(page.get()).map(shown -> shown.handler(command));
    }

    @Override
    public boolean isEnabled() {
      return answer().map(IHandler::isEnabled).orElse(false);
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
      IHandler handler = answer().filter(IHandler::isEnabled).orElse(null);
      return handler == null ? null : handler.execute(event);
    }
  }
}
