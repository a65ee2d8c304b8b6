package org.firebreak.diagram.parts;

import java.util.List;
import org.eclipse.draw2d.IFigure;
import org.eclipse.gef.AccessibleEditPart;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.editparts.AbstractConnectionEditPart;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.diagram.figures.LabelFigure;
import org.firebreak.diagram.figures.LineFigure;
import org.firebreak.diagram.live.FlowLine;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.diagram.policies.BoxHost;
import org.firebreak.diagram.policies.LineHost;
import org.firebreak.diagram.policies.LineSelectionPolicy;
import org.firebreak.diagram.policies.OpenRequests;
import org.firebreak.model.Flow;
import org.firebreak.scene.Line;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.paint.LineMood;

/** A line with its label: one flow, or several between the same two boxes. */
public final class FlowEditPart extends AbstractConnectionEditPart implements LineHost {
  private final LiveScene live;
  private final CanvasStyle style;
  private final LabelFigure label;
  private AccessibleEditPart accessible;

  FlowEditPart(LiveScene live, CanvasStyle style) {
    this.live = live;
    this.style = style;
    this.label = new LabelFigure(style);
  }

  @Override
  public LiveScene live() {
    return live;
  }

  @Override
  public CanvasStyle style() {
    return style;
  }

  @Override
  public FlowLine flowLine() {
    return (FlowLine) getModel();
  }

  /** The flows of the line, in the order of the design. */
  public List<Flow> flows() {
    return live.flows(flowLine());
  }

  @Override
  public void setMood(LineMood mood) {
    ((LineFigure) getFigure()).setMood(mood);
    label.setMood(mood);
    raise(getSource(), mood == LineMood.RAISED);
    raise(getTarget(), mood == LineMood.RAISED);
  }

  /** Shows where a line ends that is pointed at; a zone is too large to be outlined for that. */
  private static void raise(EditPart end, boolean raised) {
    if (end instanceof BoxHost box && !box.box().isContainer()) {
      box.boxFigure().setRaised(raised);
    }
  }

  @Override
  public void preview(List<Point> route) {
    LineFigure figure = (LineFigure) getFigure();
    label.setVisible(route == null);
    if (route == null) {
      figure.show(live.line(flowLine()));
    } else {
      figure.tryOut(route);
    }
  }

  @Override
  public boolean isPreview() {
    return !label.isVisible();
  }

  /** A double click draws the flows of a bundle apart, and together again. */
  @Override
  public void performRequest(Request request) {
    Line line = live.line(flowLine());
    boolean many = line != null && (line.isUnfolded() || line.flowIds().size() > 1);
    if (many && RequestConstants.REQ_OPEN.equals(request.getType())) {
      live.setUnfolded(line.id(), !line.isUnfolded());
    } else if (RequestConstants.REQ_OPEN.equals(request.getType())) {
      OpenRequests.openLine(this);
    }
  }

  /** Adapts to its (first) flow. */
  @Override
  @SuppressWarnings("rawtypes")
  public Object getAdapter(Class key) {
    List<Flow> flows = flows();
    boolean wanted = !flows.isEmpty() && key.isInstance(flows.get(0));
    return wanted ? flows.get(0) : super.getAdapter(key);
  }

  @Override
  protected IFigure createFigure() {
    LineFigure figure = new LineFigure(style);
    Line line = live.line(flowLine());
    figure.show(line);
    label.show(line);
    figure.setEmphasis(live.isDimmed(flowLine()), live.isHighlighted(flowLine()));
    label.setDimmed(live.isDimmed(flowLine()));
    return figure;
  }

  /** A line that is about to go keeps its looks until then. */
  @Override
  protected void refreshVisuals() {
    Line line = live.line(flowLine());
    if (line != null) {
      ((LineFigure) getFigure()).show(line);
      label.show(line);
    }
  }

  final void setShown(boolean shown) {
    getFigure().setVisible(shown);
    label.setVisible(shown);
  }

  final void refreshEmphasis() {
    boolean dimmed = live.isDimmed(flowLine());
    ((LineFigure) getFigure()).setEmphasis(dimmed, live.isHighlighted(flowLine()));
    label.setDimmed(dimmed);
  }

  @Override
  protected void createEditPolicies() {
    installEditPolicy(EditPolicy.SELECTION_FEEDBACK_ROLE, new LineSelectionPolicy());
  }

  @Override
  protected void activateFigure() {
    super.activateFigure();
    getLayer(CanvasRootEditPart.LABEL_LAYER).add(label);
  }

  @Override
  protected void deactivateFigure() {
    getLayer(CanvasRootEditPart.LABEL_LAYER).remove(label);
    super.deactivateFigure();
  }

  @Override
  @SuppressWarnings("unchecked")
  protected void registerVisuals() {
    super.registerVisuals();
    getViewer().getVisualPartMap().put(label, this);
  }

  @Override
  protected void unregisterVisuals() {
    getViewer().getVisualPartMap().remove(label);
    super.unregisterVisuals();
  }

  @Override
  protected AccessibleEditPart getAccessibleEditPart() {
    if (accessible == null) {
      accessible = new AccessibleLine();
    }
    return accessible;
  }

  private final class AccessibleLine extends AccessibleGraphicalEditPart {
    /** For instance "Flow web → app, tcp/9000". */
    @Override
    public void getName(AccessibleEvent event) {
      List<Flow> flows = flows();
      String ends = flows.isEmpty() ? "" : ModelDescriptions.label(flows.get(0));
      String count = flows.size() > 1 ? flows.size() + " flows " : "Flow ";
      Line line = live.line(flowLine());
      event.result = count + ends + (line == null ? "" : ", " + line.label().text());
    }

    @Override
    public void getDescription(AccessibleEvent event) {
      Line line = live.line(flowLine());
      event.result = line == null ? "" : String.join(". ", line.hint());
    }

    @Override
    public void getChildCount(AccessibleControlEvent event) {
      event.detail = 0;
    }
  }
}
