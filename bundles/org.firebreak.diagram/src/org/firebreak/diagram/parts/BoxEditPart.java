package org.firebreak.diagram.parts;

import java.util.List;
import java.util.Locale;
import org.eclipse.draw2d.ChopboxAnchor;
import org.eclipse.draw2d.ConnectionAnchor;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.gef.AccessibleEditPart;
import org.eclipse.gef.ConnectionEditPart;
import org.eclipse.gef.DragTracker;
import org.eclipse.gef.NodeEditPart;
import org.eclipse.gef.Request;
import org.eclipse.gef.editparts.AbstractGraphicalEditPart;
import org.eclipse.gef.requests.LocationRequest;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.diagram.figures.BoxFigure;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.diagram.policies.BoxHost;
import org.firebreak.diagram.policies.MoveTracker;
import org.firebreak.diagram.policies.OpenRequests;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.scene.Box;

/**
 * A box of the scene. Its model is the diagram node, or the server for a row in a group's card; it
 * adapts to the model element that it stands for.
 */
public abstract class BoxEditPart extends AbstractGraphicalEditPart
    implements NodeEditPart, BoxHost {
  private final LiveScene live;
  private final CanvasStyle style;
  private AccessibleEditPart accessible;

  BoxEditPart(LiveScene live, CanvasStyle style) {
    this.live = live;
    this.style = style;
  }

  @Override
  public final LiveScene live() {
    return live;
  }

  @Override
  public final CanvasStyle style() {
    return style;
  }

  @Override
  public final Box box() {
    return boxFigure().box();
  }

  @Override
  public final BoxFigure boxFigure() {
    return (BoxFigure) getFigure();
  }

  /** The element that the box stands for; for a note, its node. */
  public final Element element() {
    Element model = model();
    return model instanceof DiagramNode node && node.getElement() != null
        ? node.getElement()
        : model;
  }

  @Override
  public DragTracker getDragTracker(Request request) {
    return request instanceof LocationRequest click
            && ExpanderTracker.isAt(this, click.getLocation())
        ? new ExpanderTracker(this)
        : new MoveTracker(this);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Object getAdapter(Class key) {
    if (key == EObject.class || key.isInstance(element())) {
      return element();
    }
    return key.isInstance(model()) ? model() : super.getAdapter(key);
  }

  @Override
  public void performRequest(Request request) {
    OpenRequests.answer(this, request);
  }

  @Override
  public ConnectionAnchor getSourceConnectionAnchor(ConnectionEditPart connection) {
    return SceneAnchor.INSTANCE;
  }

  @Override
  public ConnectionAnchor getTargetConnectionAnchor(ConnectionEditPart connection) {
    return SceneAnchor.INSTANCE;
  }

  @Override
  public ConnectionAnchor getSourceConnectionAnchor(Request request) {
    return new BorderAnchor(boxFigure());
  }

  @Override
  public ConnectionAnchor getTargetConnectionAnchor(Request request) {
    return new BorderAnchor(boxFigure());
  }

  @Override
  protected IFigure createFigure() {
    BoxFigure figure = new BoxFigure(style);
    figure.show(live.box(model()));
    figure.setEmphasis(live.isDimmed(model()), live.isHighlighted(model()));
    return figure;
  }

  @Override
  protected void refreshVisuals() {
    boxFigure().show(live.box(model()));
  }

  final void refreshEmphasis() {
    boxFigure().setEmphasis(live.isDimmed(model()), live.isHighlighted(model()));
  }

  @Override
  protected void refreshChildren() {
    super.refreshChildren();
  }

  final void refreshLines() {
    refreshSourceConnections();
    refreshTargetConnections();
  }

  @Override
  protected List<?> getModelChildren() {
    return live.modelsIn(model().getId());
  }

  @Override
  protected List<?> getModelSourceConnections() {
    return live.linesFrom(model());
  }

  @Override
  protected List<?> getModelTargetConnections() {
    return live.linesTo(model());
  }

  @Override
  protected AccessibleEditPart getAccessibleEditPart() {
    if (accessible == null) {
      accessible = new AccessibleBox();
    }
    return accessible;
  }

  private Element model() {
    return (Element) getModel();
  }

  /** The border of the box, without the margin of its figure. */
  private static final class BorderAnchor extends ChopboxAnchor {
    private BorderAnchor(BoxFigure figure) {
      super(figure);
    }

    @Override
    protected Rectangle getBox() {
      return ((BoxFigure) getOwner()).getHandleBounds();
    }
  }

  private final class AccessibleBox extends AccessibleGraphicalEditPart {
    /** For instance "Server group web, 3". */
    @Override
    public void getName(AccessibleEvent event) {
      StringBuilder name = new StringBuilder();
      if (box().elementId() == null) {
        name.append("Note ");
      } else {
        name.append(ModelDescriptions.kind(element().eClass())).append(' ');
      }
      name.append(box().text().title());
      if (!box().text().secondary().isEmpty()) {
        name.append(", ").append(box().text().secondary());
      }
      if (box().look().risk() != null) {
        name.append(", ").append(box().look().risk().getLiteral().toLowerCase(Locale.ROOT));
        name.append(" risk");
      }
      event.result = name.toString();
    }

    @Override
    public void getDescription(AccessibleEvent event) {
      event.result = String.join(". ", box().text().hint());
    }

    @Override
    public void getRole(AccessibleControlEvent event) {
      event.detail = box().isContainer() ? ACC.ROLE_GROUP : ACC.ROLE_LISTITEM;
    }
  }
}
