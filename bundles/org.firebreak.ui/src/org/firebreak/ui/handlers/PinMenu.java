package org.firebreak.ui.handlers;

import java.util.List;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.actions.CompoundContributionItem;

/** Whether the selected boxes stay where they are. */
public final class PinMenu extends CompoundContributionItem {
  @Override
  protected IContributionItem[] getContributionItems() {
    return CheckedTasks.items(List.of("pin"));
  }
}
