package org.firebreak.diagram.finding;

import org.eclipse.emf.ecore.EObject;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.model.Element;
import org.firebreak.model.Flow;

/** What stands for elements on a diagram that shows not all of them by themselves. */
final class StandIns {
  private final LiveScene live;

  StandIns(LiveScene live) {
    this.live = live;
  }

  /** The element, or the nearest one around it that is shown; {@code null} if none is. */
  Element of(Element element) {
    if (element instanceof Flow flow) {
      return live.lineOf(flow) == null ? null : flow;
    }
    for (EObject at = element; at instanceof Element around; at = at.eContainer()) {
      if (live.scene().boxOfElement(around.getId()).isPresent() || live.box(around) != null) {
        return around;
      }
    }
    return null;
  }
}
