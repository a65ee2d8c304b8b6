package org.firebreak.diagram.policies;

import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPartViewer;
import org.eclipse.gef.Request;
import org.firebreak.model.Element;

/** Hands what a create request has made from the edit to the tool, which selects it. */
public final class NewPart {
  private static final String KEY = NewPart.class.getName();

  private NewPart() {}

  @SuppressWarnings("unchecked")
  static void remember(Request request, Element model) {
    request.getExtendedData().put(KEY, model);
  }

  /** What was made; {@code null} if nothing was. */
  public static Element model(Request request) {
    return (Element) request.getExtendedData().get(KEY);
  }

  /** The edit part of what was made; {@code null} if nothing was. */
  public static EditPart of(Request request, EditPartViewer viewer) {
    Object model = request.getExtendedData().get(KEY);
    return model == null ? null : (EditPart) viewer.getEditPartRegistry().get(model);
  }
}
