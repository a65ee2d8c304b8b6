package org.firebreak.diagram.dropping;

import java.util.List;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.model.Element;

/** Showing elements on a diagram without a mouse. */
public final class Showing {
  private Showing() {}

  /** Shows elements in the middle of what is seen, unless they are shown, and selects them. */
  public static void show(DiagramContext context, List<Element> elements) {
    ElementDrop.show(context, elements, Pointer.middle(context.canvas()));
  }
}
