package org.firebreak.diagram.canvas;

import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.draw2d.LayeredPane;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.LayerConstants;
import org.eclipse.gef.editparts.LayerManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.diagram.preferences.DiagramPreferences;
import org.firebreak.scene.Token;

/** What lies around and under a diagram: rulers and the grid, as the preferences want them. */
final class CanvasFrame extends Composite {
  private final IPreferenceChangeListener preferences = event -> followSoon();
  private GridFigure grid;
  private Canvas[] rulers;

  CanvasFrame(Composite parent) {
    super(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(this);
    if (parent.getLayout() instanceof GridLayout) {
      setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    }
  }

  /** Frames the canvas, which must be a child of this. */
  void frame(GraphicalViewer viewer, CanvasStyle style, Zoom zoom) {
    FigureCanvas canvas = (FigureCanvas) viewer.getControl();
    Canvas corner = new Canvas(this, SWT.NO_FOCUS);
    corner.addListener(
        SWT.Paint,
        event -> {
          event.gc.setBackground(style.color(Token.CARD));
          event.gc.fillRectangle(corner.getClientArea());
        });
    rulers =
        new Canvas[] {
          corner,
          new Ruler(this, canvas, style, zoom, true),
          new Ruler(this, canvas, style, zoom, false)
        };
    for (Canvas ruler : rulers) {
      ruler.moveAbove(canvas);
    }
    GridDataFactory.fillDefaults().hint(Ruler.THICKNESS, Ruler.THICKNESS).applyTo(rulers[0]);
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .hint(SWT.DEFAULT, Ruler.THICKNESS)
        .applyTo(rulers[1]);
    GridDataFactory.fillDefaults()
        .grab(false, true)
        .hint(Ruler.THICKNESS, SWT.DEFAULT)
        .applyTo(rulers[2]);
    canvas.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    grid = new GridFigure(style);
    LayerManager layers = (LayerManager) viewer.getEditPartRegistry().get(LayerManager.ID);
    ((LayeredPane) layers.getLayer(LayerConstants.SCALABLE_LAYERS))
        .addLayerBefore(grid, GridFigure.LAYER, LayerConstants.PRINTABLE_LAYERS);
    DiagramPreferences.listen(preferences);
    addListener(SWT.Dispose, event -> DiagramPreferences.forget(preferences));
    follow();
  }

  private void followSoon() {
    if (!isDisposed()) {
      getDisplay()
          .asyncExec(
              () -> {
                if (!isDisposed()) {
                  follow();
                }
              });
    }
  }

  private void follow() {
    DiagramPreferences now = DiagramPreferences.now();
    grid.show(now.grid(), now.gridSize());
    for (Canvas ruler : rulers) {
      ruler.setVisible(now.rulers());
      ((GridData) ruler.getLayoutData()).exclude = !now.rulers();
    }
    ((GridLayout) getLayout()).numColumns = now.rulers() ? 2 : 1;
    layout(true);
  }
}
