package org.firebreak.ui.window;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.firebreak.ui.attack.AttackPathsView;
import org.firebreak.ui.explorer.ExplorerView;
import org.firebreak.ui.help.HelpView;
import org.firebreak.ui.help.TutorialView;
import org.firebreak.ui.policy.PolicyView;
import org.firebreak.ui.problems.ProblemsView;
import org.firebreak.ui.properties.PropertiesView;
import org.firebreak.ui.strategies.StrategiesView;
import org.firebreak.ui.throughput.ThroughputView;

/**
 * The only perspective.
 *
 * <pre>
 *   explorer │ editors            │ outline
 *            │                    ├───────────
 *            ├────────────────────┤ properties
 *            │ problems, simulate,│
 *            │ policy, throughput,│
 *            │ strategies         │
 * </pre>
 */
public final class DesignPerspective implements IPerspectiveFactory {
  static final String ID = "org.firebreak.ui.perspective";
  private static final String SIMULATE = "org.firebreak.ui.simulate";

  @Override
  public void createInitialLayout(IPageLayout layout) {
    String editors = layout.getEditorArea();
    layout.addView(ExplorerView.ID, IPageLayout.LEFT, 0.18f, editors);
    IFolderLayout right = layout.createFolder("right", IPageLayout.RIGHT, 0.73f, editors);
    right.addView(IPageLayout.ID_OUTLINE);
    IFolderLayout properties = layout.createFolder("details", IPageLayout.BOTTOM, 0.3f, "right");
    properties.addView(PropertiesView.ID);
    properties.addPlaceholder(HelpView.ID);
    properties.addPlaceholder(TutorialView.ID);
    IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.77f, editors);
    below.addView(ProblemsView.ID);
    below.addView(SIMULATE);
    below.addView(PolicyView.ID);
    below.addView(ThroughputView.ID);
    below.addView(StrategiesView.ID);
    below.addPlaceholder(AttackPathsView.ID);
  }
}
