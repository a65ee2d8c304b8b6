package org.firebreak.ui.lists;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;

/**
 * The room of a view with a table and charts. At the bottom of the window the table has all of it,
 * for a chart that small cannot be read; the view enlarged shows both. For the UI thread.
 */
public final class ViewRoom {
  private static final String ENLARGE = "enlarge";
  private static final String RESTORE = "restore";

  /** Charts need this height to be read, px. */
  private static final int LOW = 260;

  private final IViewPart view;
  private final SashForm panes;
  private final Control charts;
  private final Runnable changed;

  /**
   * @param panes holds a table and the charts, and fills the view
   * @param changed runs when the room has changed
   */
  public ViewRoom(IViewPart view, SashForm panes, Control charts, Runnable changed) {
    this.view = view;
    this.panes = panes;
    this.charts = charts;
    this.changed = changed;
    panes.getParent().addListener(SWT.Resize, event -> divide());
  }

  private void divide() {
    boolean room = !isLow();
    if (charts.getVisible() != room) {
      charts.setVisible(room);
      panes.layout();
    }
    changed.run();
  }

  /** Whether there is no room for charts. */
  public boolean isLow() {
    return panes.getParent().getClientArea().height < LOW;
  }

  /** Makes the view as large as the window unless there is room for charts. */
  public void enlargeIfLow() {
    if (isLow()) {
      setState(IWorkbenchPage.STATE_MAXIMIZED);
    }
  }

  /** Links to more room or back; empty if neither makes sense. */
  public String links() {
    return isMaximised()
        ? "<a href=\"" + RESTORE + "\">Back to the diagram</a>"
        : isLow() ? "<a href=\"" + ENLARGE + "\">Enlarge for charts</a>" : "";
  }

  /** Follows one of the links; answers whether it was one of them. */
  public boolean follow(String link) {
    switch (link) {
      case ENLARGE -> setState(IWorkbenchPage.STATE_MAXIMIZED);
      case RESTORE -> setState(IWorkbenchPage.STATE_RESTORED);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean isMaximised() {
    IWorkbenchPage page = view.getSite().getPage();
    IWorkbenchPartReference own = page.getReference(view);
    return own != null && page.getPartState(own) == IWorkbenchPage.STATE_MAXIMIZED;
  }

  private void setState(int wanted) {
    IWorkbenchPage page = view.getSite().getPage();
    page.setPartState(page.getReference(view), wanted);
  }
}
