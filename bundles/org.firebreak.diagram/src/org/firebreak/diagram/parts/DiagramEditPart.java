package org.firebreak.diagram.parts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.draw2d.ConnectionLayer;
import org.eclipse.draw2d.IFigure;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.gef.AccessibleEditPart;
import org.eclipse.gef.DragTracker;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.LayerConstants;
import org.eclipse.gef.Request;
import org.eclipse.gef.editparts.AbstractGraphicalEditPart;
import org.eclipse.gef.editpolicies.RootComponentEditPolicy;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.firebreak.diagram.figures.BoxFigure;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.diagram.figures.DiagramLayer;
import org.firebreak.diagram.figures.SceneRouter;
import org.firebreak.diagram.live.FlowLine;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.diagram.live.SceneDelta;
import org.firebreak.diagram.policies.BoxHost;
import org.firebreak.diagram.policies.ContentLayoutPolicy;
import org.firebreak.diagram.tools.FrameTool;
import org.firebreak.model.Design;
import org.firebreak.model.Element;
import org.firebreak.scene.Box;

/** The diagram as a whole; passes changes of the scene on to the parts that they concern. */
public final class DiagramEditPart extends AbstractGraphicalEditPart implements BoxHost {
  private final LiveScene live;
  private final CanvasStyle style;
  private final LiveScene.Listener follower = this::apply;
  private final Runnable emphasis = this::emphasize;
  private AccessibleEditPart accessible;

  DiagramEditPart(LiveScene live, CanvasStyle style) {
    this.live = live;
    this.style = style;
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
  public Box box() {
    return null;
  }

  @Override
  public BoxFigure boxFigure() {
    return null;
  }

  @Override
  public void activate() {
    super.activate();
    live.addListener(follower);
    live.addEmphasisListener(emphasis);
  }

  @Override
  public void deactivate() {
    live.removeListener(follower);
    live.removeEmphasisListener(emphasis);
    super.deactivate();
  }

  /** Drawing a selection frame begins on the empty canvas. */
  @Override
  public DragTracker getDragTracker(Request request) {
    return new FrameTool();
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Object getAdapter(Class key) {
    if (key == EObject.class || key.isInstance(live.diagram())) {
      return live.diagram();
    }
    return key == Design.class ? live.edit().design() : super.getAdapter(key);
  }

  @Override
  protected IFigure createFigure() {
    ((ConnectionLayer) getLayer(LayerConstants.CONNECTION_LAYER))
        .setConnectionRouter(new SceneRouter());
    return new DiagramLayer();
  }

  @Override
  protected void createEditPolicies() {
    installEditPolicy(EditPolicy.COMPONENT_ROLE, new RootComponentEditPolicy());
    installEditPolicy(EditPolicy.LAYOUT_ROLE, new ContentLayoutPolicy());
  }

  @Override
  protected List<?> getModelChildren() {
    return live.modelsIn(null);
  }

  @Override
  protected AccessibleEditPart getAccessibleEditPart() {
    if (accessible == null) {
      accessible =
          new AccessibleGraphicalEditPart() {
            @Override
            public void getName(AccessibleEvent event) {
              event.result = live.scene().name();
            }

            @Override
            public void getDescription(AccessibleEvent event) {
              event.result = live.scene().description();
            }
          };
    }
    return accessible;
  }

  /** Parts that went first, then those that came; what only looks different last. */
  private void apply(SceneDelta delta) {
    delta.emptied().forEach(this::refreshContent);
    delta.filled().forEach(this::refreshContent);
    delta.ends().forEach(this::refreshLines);
    redraw(delta.boxes(), delta.lines());
  }

  private void refreshContent(String boxId) {
    if (boxId == null) {
      refreshChildren();
    } else if (part(live.model(boxId)) instanceof BoxEditPart part) {
      part.refreshChildren();
    }
  }

  private void refreshLines(String boxId) {
    if (part(live.model(boxId)) instanceof BoxEditPart part) {
      part.refreshLines();
    }
  }

  private void redraw(Set<String> boxes, Set<String> lines) {
    for (String id : boxes) {
      if (part(live.model(id)) instanceof BoxEditPart part) {
        part.refreshVisuals();
      }
    }
    for (String id : lines) {
      if (part(new FlowLine(id)) instanceof FlowEditPart part) {
        part.refreshVisuals();
      }
    }
  }

  private void emphasize() {
    for (Object part : getViewer().getEditPartRegistry().values()) {
      switch (part) {
        case BoxEditPart box when live.box((Element) box.getModel()) != null ->
            box.refreshEmphasis();
        case FlowEditPart line -> line.refreshEmphasis();
        default -> {
          // The diagram itself never stands back.
        }
      }
    }
  }

  private Object part(Object model) {
    Map<?, ?> parts = getViewer().getEditPartRegistry();
    return model == null ? null : parts.get(model);
  }
}
