package org.firebreak.diagram.canvas;

import java.util.function.Supplier;
import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.EditPartViewer;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.editparts.ScalableFreeformRootEditPart;
import org.eclipse.gef.editparts.ZoomManager;
import org.eclipse.swt.widgets.Event;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.diagram.figures.CanvasViewport;
import org.firebreak.scene.geometry.Rect;

/** Magnification of a canvas, and what it looks at. */
public final class Zoom {
  private static final double[] LEVELS = {
    0.05, 0.1, 0.15, 0.2, 0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3, 4
  };
  private static final double WHEEL_STEP = 1.15;
  private static final int MARGIN = 24;

  private final GraphicalViewer viewer;
  private final Supplier<Rect> extent;
  private final ZoomManager manager;

  Zoom(GraphicalViewer viewer, CanvasStyle style, Supplier<Rect> extent) {
    this.viewer = viewer;
    this.extent = extent;
    manager = ((ScalableFreeformRootEditPart) viewer.getRootEditPart()).getZoomManager();
    manager.setZoomLevels(LEVELS);
    manager.addZoomListener(style::setZoom);
  }

  /** GEF's zoom manager, with which all of this is done. */
  public ZoomManager manager() {
    return manager;
  }

  /** Magnification, 1 for 100 %. */
  public double level() {
    return manager.getZoom();
  }

  /** Magnifies to the next level; what is in the middle stays there. */
  public void in() {
    to(manager.getNextZoomLevel(), middle());
  }

  /** Reduces to the level before; what is in the middle stays there. */
  public void out() {
    to(manager.getPreviousZoomLevel(), middle());
  }

  /** Shows 100 %; what is in the middle stays there. */
  public void actual() {
    to(1, middle());
  }

  /** Whether nothing of the diagram is out of sight. */
  public boolean showsWhole() {
    Rect all = extent.get();
    Point corner = viewport().getViewLocation();
    Rectangle window = viewport().getClientArea();
    return all.x() * level() >= corner.x
        && all.y() * level() >= corner.y
        && all.right() * level() <= corner.x + window.width
        && all.bottom() * level() <= corner.y + window.height;
  }

  /** Shows the whole diagram as large as possible, but not larger than 100 %. */
  public void fit() {
    show(extent.get(), 1);
  }

  /**
   * Shows a part of the diagram in the middle, as large as possible.
   *
   * @param most largest magnification wanted
   */
  public void show(Rect area, double most) {
    viewer.flush();
    // Without scroll bars, which will not be needed.
    Point room = new Point(viewer.getControl().getSize());
    if (room.x <= 0 || room.y <= 0) {
      return;
    }
    double wide = (double) room.x / (area.width() + 2 * MARGIN);
    double high = (double) room.y / (area.height() + 2 * MARGIN);
    double level = Math.max(LEVELS[0], Math.min(most, Math.min(wide, high)));
    manager.setZoom(level);
    viewer.flush();
    int x = (int) Math.round((area.x() + area.width() / 2.0) * level - room.x / 2.0);
    int y = (int) Math.round((area.y() + area.height() / 2.0) * level - room.y / 2.0);
    viewport().lookAt(new Point(x, y));
  }

  /** Zooms by the wheel; what is under the pointer stays there. */
  void byWheel(Event event, EditPartViewer from) {
    double factor = event.count > 0 ? WHEEL_STEP : 1 / WHEEL_STEP;
    to(level() * factor, new Point(event.x, event.y));
    event.doit = false;
  }

  /**
   * Changes the magnification.
   *
   * @param pointer place on the control that keeps showing what it shows
   */
  public void to(double wanted, Point pointer) {
    double before = level();
    double level = Math.max(LEVELS[0], Math.min(LEVELS[LEVELS.length - 1], wanted));
    if (level == before) {
      return;
    }
    Point corner = viewport().getViewLocation().getCopy();
    double x = (corner.x + pointer.x) / before;
    double y = (corner.y + pointer.y) / before;
    manager.setZoom(level);
    viewer.flush();
    viewport()
        .lookAt(
            new Point(
                (int) Math.round(x * level) - pointer.x, (int) Math.round(y * level) - pointer.y));
  }

  private Point middle() {
    Rectangle window = viewport().getClientArea();
    return new Point(window.width / 2, window.height / 2);
  }

  private CanvasViewport viewport() {
    return (CanvasViewport) ((FigureCanvas) viewer.getControl()).getViewport();
  }
}
