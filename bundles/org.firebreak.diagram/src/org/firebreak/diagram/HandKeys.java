package org.firebreak.diagram;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.PartInitException;
import org.firebreak.diagram.task.DiagramContext;

/** Keys of the canvas that go to other parts of the window: Enter to the properties. */
final class HandKeys {
  private static final String PROPERTIES = "org.firebreak.ui.properties";

  private final DiagramContext context;

  HandKeys(DiagramContext context) {
    this.context = context;
  }

  void install() {
    context.canvas().control().addListener(SWT.KeyDown, this::pressed);
  }

  private void pressed(Event event) {
    boolean enter = event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR;
    boolean plain = (event.stateMask & SWT.MODIFIER_MASK) == 0;
    if (enter && plain && event.doit && !context.selectedElements().isEmpty()) {
      try {
        context.site().getPage().showView(PROPERTIES);
      } catch (PartInitException e) {
        ILog.of(HandKeys.class).error("The properties cannot be shown", e);
      }
    }
  }
}
