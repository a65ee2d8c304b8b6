package org.firebreak.diagram.parts;

import org.eclipse.draw2d.FreeformLayer;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.LayeredPane;
import org.eclipse.draw2d.ScalableFreeformLayeredPane;
import org.eclipse.draw2d.Viewport;
import org.eclipse.gef.DragTracker;
import org.eclipse.gef.Request;
import org.eclipse.gef.editparts.ScalableFreeformRootEditPart;
import org.firebreak.diagram.figures.CanvasViewport;
import org.firebreak.diagram.figures.ZoomedPane;
import org.firebreak.diagram.tools.FrameTool;

/**
 * The layers of a canvas, from the bottom: boxes, lines, labels, feedback; and, not magnified,
 * handles.
 */
public final class CanvasRootEditPart extends ScalableFreeformRootEditPart {
  /** Layer of the pills on lines. */
  static final String LABEL_LAYER = "Labels";

  @Override
  protected IFigure createFigure() {
    Viewport usual = (Viewport) super.createFigure();
    IFigure layers = usual.getContents();
    usual.setContents(null);
    Viewport viewport = new CanvasViewport();
    viewport.setContents(layers);
    return viewport;
  }

  /** Where nothing is drawn yet, the canvas answers as the diagram does. */
  @Override
  public DragTracker getDragTracker(Request request) {
    return new FrameTool();
  }

  @Override
  protected ScalableFreeformLayeredPane createScaledLayers() {
    ScalableFreeformLayeredPane layers = new ZoomedPane();
    layers.add(createGridLayer(), GRID_LAYER);
    layers.add(getPrintableLayers(), PRINTABLE_LAYERS);
    FreeformLayer feedback = new FreeformLayer();
    feedback.setEnabled(false);
    layers.add(feedback, SCALED_FEEDBACK_LAYER);
    return layers;
  }

  @Override
  protected LayeredPane createPrintableLayers() {
    LayeredPane layers = super.createPrintableLayers();
    layers.add(new FreeformLayer(), LABEL_LAYER);
    return layers;
  }
}
