package org.firebreak.ui.handlers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.firebreak.ui.files.RecentFiles;

/** One entry a recent file, with its folder. */
public final class RecentMenu extends CompoundContributionItem {

  @Override
  protected IContributionItem[] getContributionItems() {
    List<Path> files = RecentFiles.all();
    if (files.isEmpty()) {
      Action none = new Action("No recent designs") {};
      none.setEnabled(false);
      return new IContributionItem[] {new ActionContributionItem(none)};
    }
    return files.stream().map(RecentMenu::item).toArray(IContributionItem[]::new);
  }

  private static IContributionItem item(Path file) {
    CommandContributionItemParameter parameter =
        new CommandContributionItemParameter(
            PlatformUI.getWorkbench(),
            "org.firebreak.ui.recent." + file,
            "org.firebreak.ui.openDesign",
            CommandContributionItem.STYLE_PUSH);
    parameter.label = (file.getFileName() + "  —  " + file.getParent()).replace("&", "&&");
    parameter.parameters = Map.of(OpenDesignHandler.PATH, file.toString());
    return new CommandContributionItem(parameter);
  }
}
