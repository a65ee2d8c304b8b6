package org.firebreak.ui.handlers;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.firebreak.model.Server;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.designs.SelectedElements;
import org.firebreak.ui.quarantine.QuarantineTask;

/** Cuts the selected servers off, or with {@code …:release} lets them back. */
public final class QuarantineHandler extends AbstractHandler implements IExecutableExtension {
  private boolean cutOff = true;

  @Override
  public void setInitializationData(
      IConfigurationElement element, String attribute, Object parameter) {
    cutOff = !"release".equals(parameter);
  }

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    List<Server> servers =
        SelectedElements.of(HandlerUtil.getCurrentSelection(event)).stream()
            .filter(Server.class::isInstance)
            .map(Server.class::cast)
            .filter(server -> server.isQuarantined() != cutOff)
            .toList();
    if (!servers.isEmpty()) {
      OpenDesigns.in(window)
          .of(servers.get(0))
          .ifPresent(document -> QuarantineTask.ask(window, document, servers, cutOff));
    }
    return null;
  }
}
