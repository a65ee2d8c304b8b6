package org.firebreak.diagram.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.gef.EditDomain;
import org.eclipse.gef.Tool;

/** An edit domain that says which tool is active. */
public final class CanvasDomain extends EditDomain {
  private final List<Consumer<Tool>> listeners = new ArrayList<>();

  /** Tells a listener of every tool that becomes active. */
  public void onToolChange(Consumer<Tool> listener) {
    listeners.add(listener);
  }

  @Override
  public void setActiveTool(Tool tool) {
    super.setActiveTool(tool);
    // The superclass loads its first tool before this class has a list.
    if (tool != null && listeners != null) {
      List.copyOf(listeners).forEach(listener -> listener.accept(tool));
    }
  }
}
