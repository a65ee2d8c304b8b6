package org.firebreak.ui.window;

import java.util.List;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.model.application.ui.menu.MToolBar;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.ui.IWorkbenchWindow;

/** Takes the handles off tool bars and status line: there is nothing to gain by moving them. */
final class FixedBars {
  private static final String DRAGGABLE = "Draggable";
  private static final String FIXED = "NoMove";

  private FixedBars() {}

  static void in(IWorkbenchWindow window) {
    EModelService models = window.getService(EModelService.class);
    MWindow model = window.getService(MWindow.class);
    for (MUIElement bar : models.findElements(model, null, MUIElement.class, List.of(DRAGGABLE))) {
      bar.getTags().remove(DRAGGABLE);
      bar.getTags().add(FIXED);
      // Other bars would change places; they lose their handle at the next start.
      if (bar instanceof MToolBar && bar.isToBeRendered()) {
        bar.setToBeRendered(false);
        bar.setToBeRendered(true);
      }
    }
  }
}
