package org.firebreak.ui.handlers;

import java.util.Map;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;
import org.firebreak.ui.theme.Look;
import org.firebreak.ui.theme.Themes;

/** Switches to the look that the parameter names. */
public final class ThemeHandler extends AbstractHandler implements IElementUpdater {
  private static final String COMMAND = "org.firebreak.ui.theme";
  private static final String LOOK = "org.firebreak.ui.theme.look";

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    Themes.set(Look.valueOf(event.getParameter(LOOK)));
    PlatformUI.getWorkbench().getService(ICommandService.class).refreshElements(COMMAND, null);
    return null;
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface is older than generics
  public void updateElement(UIElement element, Map parameters) {
    element.setChecked(Themes.current().name().equals(parameters.get(LOOK)));
  }
}
