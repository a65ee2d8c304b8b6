package org.firebreak.diagram;

import org.eclipse.gef.editparts.ZoomListener;
import org.eclipse.gef.editparts.ZoomManager;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.action.StatusLineContributionItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.part.EditorActionBarContributor;

/** The zoom of the active diagram in the status line. */
public final class DiagramStatus extends EditorActionBarContributor {
  private static final int WIDTH = 7;

  private final StatusLineContributionItem item =
      new StatusLineContributionItem("org.firebreak.diagram.zoom", WIDTH);
  private final ZoomListener listener = this::show;
  private ZoomManager followed;

  @Override
  public void contributeToStatusLine(IStatusLineManager manager) {
    manager.add(item);
  }

  @Override
  public void setActiveEditor(IEditorPart editor) {
    ZoomManager manager = editor == null ? null : editor.getAdapter(ZoomManager.class);
    if (followed != null) {
      followed.removeZoomListener(listener);
    }
    followed = manager;
    if (followed == null) {
      item.setText("");
    } else {
      followed.addZoomListener(listener);
      show(followed.getZoom());
    }
  }

  private void show(double zoom) {
    item.setText(Math.round(zoom * 100) + " %");
  }
}
