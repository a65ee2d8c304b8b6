package org.firebreak.ui.handlers;

import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.handlers.HandlerUtil;
import org.firebreak.diagram.DiagramActions;

/** Does to the diagram of the active editor what the extension names: {@code …:arrange}. */
public final class DiagramActionHandler extends AbstractHandler implements IExecutableExtension {
  private static final Map<String, Consumer<DiagramActions>> ACTIONS =
      Map.of(
          "arrange", DiagramActions::arrange,
          "fit", DiagramActions::fit,
          "zoomIn", DiagramActions::zoomIn,
          "zoomOut", DiagramActions::zoomOut,
          "zoomActual", DiagramActions::zoomActual,
          "removeFromDiagram", DiagramActions::removeFromDiagram);

  private Consumer<DiagramActions> action;

  @Override
  public void setInitializationData(IConfigurationElement element, String attribute, Object name) {
    action = ACTIONS.get(name);
    if (action == null) {
      throw new IllegalArgumentException("no action on diagrams is called " + name);
    }
  }

  @Override
  public Object execute(ExecutionEvent event) {
    DiagramActions actions =
        Adapters.adapt(HandlerUtil.getActiveEditor(event), DiagramActions.class);
    if (actions != null) {
      action.accept(actions);
    }
    return null;
  }
}
