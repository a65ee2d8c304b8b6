package org.firebreak.diagram.policies;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPartViewer;
import org.eclipse.gef.Request;
import org.eclipse.jface.viewers.StructuredSelection;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.model.Element;
import org.firebreak.scene.Box;

/** What the command of a request has copied, for the tool that executed it. */
final class NewParts {
  private static final String MADE = "org.firebreak.diagram.copies";

  private NewParts() {}

  @SuppressWarnings("unchecked")
  static void remember(Request request, List<Element> made) {
    request.getExtendedData().put(MADE, List.copyOf(made));
  }

  /** Selects what was copied. */
  static void select(Request request, EditPartViewer viewer) {
    if (request.getExtendedData().get(MADE) instanceof List<?> made) {
      LiveScene live = ((BoxHost) viewer.getContents()).live();
      List<EditPart> parts = new ArrayList<>();
      for (Object element : made) {
        Object model =
            live.scene()
                .boxOfElement(((Element) element).getId())
                .map(Box::id)
                .map(live::model)
                .orElse((Element) element);
        if (viewer.getEditPartRegistry().get(model) instanceof EditPart part) {
          parts.add(part);
        }
      }
      viewer.setSelection(new StructuredSelection(parts));
    }
  }
}
