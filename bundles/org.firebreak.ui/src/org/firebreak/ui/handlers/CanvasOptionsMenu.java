package org.firebreak.ui.handlers;

import java.util.List;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.actions.CompoundContributionItem;

/** Grid, rulers and snapping, on or off. */
public final class CanvasOptionsMenu extends CompoundContributionItem {
  @Override
  protected IContributionItem[] getContributionItems() {
    return CheckedTasks.items(List.of("showGrid", "showRulers", "snapToGrid", "snapToGeometry"));
  }
}
