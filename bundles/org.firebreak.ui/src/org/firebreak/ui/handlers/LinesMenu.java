package org.firebreak.ui.handlers;

import java.util.List;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.actions.CompoundContributionItem;

/** How lines of the diagram run. */
public final class LinesMenu extends CompoundContributionItem {
  @Override
  protected IContributionItem[] getContributionItems() {
    return CheckedTasks.items(
        List.of("unfoldFlows", "routeOrthogonal", "routeStraight", "routeManual"));
  }
}
