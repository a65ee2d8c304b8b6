package org.firebreak.ui.handlers;

import java.util.Map;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.firebreak.ui.files.Sample;
import org.firebreak.ui.files.Samples;
import org.firebreak.ui.images.Images;

/** One entry a sample. */
public final class SampleMenu extends CompoundContributionItem {

  @Override
  protected IContributionItem[] getContributionItems() {
    return Samples.all().stream().map(SampleMenu::item).toArray(IContributionItem[]::new);
  }

  private static IContributionItem item(Sample sample) {
    CommandContributionItemParameter parameter =
        new CommandContributionItemParameter(
            PlatformUI.getWorkbench(),
            "org.firebreak.ui.sample." + sample.fileName(),
            "org.firebreak.ui.openSample",
            CommandContributionItem.STYLE_PUSH);
    parameter.label = sample.title().replace("&", "&&");
    parameter.icon = Images.descriptor("sample");
    parameter.parameters = Map.of(OpenSampleHandler.NAME, sample.fileName());
    return new CommandContributionItem(parameter);
  }
}
