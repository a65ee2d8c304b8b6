package org.firebreak.ui.window;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/**
 * The only perspective.
 *
 * <pre>
 *   explorer │ editors            │ outline
 *            │                    ├───────────
 *            ├────────────────────┤ properties
 *            │ problems, simulate │
 * </pre>
 */
public final class DesignPerspective implements IPerspectiveFactory {
  static final String ID = "org.firebreak.ui.perspective";

  @Override
  public void createInitialLayout(IPageLayout layout) {
    String editors = layout.getEditorArea();
    IFolderLayout right = layout.createFolder("right", IPageLayout.RIGHT, 0.76f, editors);
    right.addView(IPageLayout.ID_OUTLINE);
    IFolderLayout details = layout.createFolder("details", IPageLayout.BOTTOM, 0.3f, "right");
    details.addView(IPageLayout.ID_PROP_SHEET);
  }
}
