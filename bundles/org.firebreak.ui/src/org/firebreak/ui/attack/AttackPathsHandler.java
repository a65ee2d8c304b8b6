package org.firebreak.ui.attack;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Server;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.designs.SelectedElements;

/** Shows the attack paths from the selected server. */
public final class AttackPathsHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    Optional<Server> server =
        SelectedElements.of(HandlerUtil.getCurrentSelection(event)).stream()
            .filter(Server.class::isInstance)
            .map(Server.class::cast)
            .findFirst();
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    try {
      AttackPathsView view = (AttackPathsView) window.getActivePage().showView(AttackPathsView.ID);
      if (server.isPresent()) {
        Optional<DesignDocument> owner = OpenDesigns.in(window).of(server.get());
        owner.ifPresent(document -> view.show(document, server.get()));
      }
      return null;
    } catch (PartInitException e) {
      throw new ExecutionException("The attack paths cannot be shown", e);
    }
  }
}
