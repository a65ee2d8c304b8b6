package org.firebreak.ui.overlays;

import java.util.Map;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.menus.UIElement;
import org.firebreak.ui.designs.OpenDesigns;

/**
 * Turns an overlay of the active design on or off; the extension names which: {@code …:THROUGHPUT}.
 */
public final class OverlayHandler extends AbstractHandler
    implements IExecutableExtension, IElementUpdater {
  private OverlayKind kind;
  private String command;
  private IWorkbenchWindow followed;
  private final Runnable refresh = this::refresh;

  @Override
  public void setInitializationData(IConfigurationElement element, String attribute, Object name) {
    kind = OverlayKind.valueOf((String) name);
    command = element.getAttribute("commandId");
  }

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    Overlays overlays = Overlays.in(window);
    OpenDesigns.in(window)
        .active()
        .ifPresent(
            document -> {
              if (overlays.chosen(document).filter(kind::equals).isPresent()) {
                overlays.clear(document);
              } else {
                overlays.choose(document, kind);
              }
            });
    return null;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public void updateElement(UIElement element, Map parameters) {
    IWorkbenchWindow window = element.getServiceLocator().getService(IWorkbenchWindow.class);
    if (window == null) {
      return;
    }
    Overlays overlays = Overlays.in(window);
    if (followed == null) {
      followed = window;
      overlays.addListener(refresh);
    }
    element.setChecked(
        OpenDesigns.in(window).active().flatMap(overlays::chosen).filter(kind::equals).isPresent());
  }

  @Override
  public void dispose() {
    if (followed != null) {
      Overlays.in(followed).removeListener(refresh);
    }
    super.dispose();
  }

  private void refresh() {
    PlatformUI.getWorkbench().getService(ICommandService.class).refreshElements(command, null);
  }
}
