package org.firebreak.diagram.quick;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.LayerConstants;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editparts.LayerManager;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.ui.IEditorSite;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.diagram.commands.CreateEdits;
import org.firebreak.diagram.commands.FlowEdits;
import org.firebreak.diagram.commands.NewBox;
import org.firebreak.diagram.figures.Geometry;
import org.firebreak.diagram.live.FlowLine;
import org.firebreak.diagram.naming.NameField;
import org.firebreak.diagram.naming.ServiceSubject;
import org.firebreak.diagram.naming.SuggestPanel;
import org.firebreak.diagram.policies.BoxHost;
import org.firebreak.diagram.policies.InPlace;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.scene.Box;
import org.firebreak.scene.Line;
import org.firebreak.scene.geometry.Rect;

/** Asks with fields and menus on the canvas of a diagram. */
public final class CanvasInPlace implements InPlace {
  private final DiagramContext context;

  private CanvasInPlace(DiagramContext context) {
    this.context = context;
  }

  /** Lets tools and edit parts of the diagram's canvas ask. */
  public static void install(DiagramContext context) {
    context.canvas().viewer().setProperty(PROPERTY, new CanvasInPlace(context));
  }

  static CanvasInPlace of(DiagramContext context) {
    return (CanvasInPlace) InPlace.of(context.canvas().viewer());
  }

  @Override
  public void rename(BoxHost box) {
    rename(box, () -> {});
  }

  private void rename(BoxHost box, Runnable after) {
    Object model = box.getAdapter(EObject.class);
    if (box.box() != null && box.isActive() && model instanceof Element element) {
      NameField.open(context, box, element, after);
    }
  }

  @Override
  public void askServices(Flow drawn) {
    services(drawn, true);
  }

  @Override
  public void editServices(FlowLine line) {
    List<Flow> flows = context.canvas().live().flows(line);
    if (flows.size() == 1) {
      services(flows.get(0), false);
    }
  }

  private void services(Flow flow, boolean justDrawn) {
    DiagramCanvas canvas = context.canvas();
    canvas.viewer().flush();
    canvas.select(List.of(flow));
    SuggestPanel.open(
        canvas,
        swt(middle(flow)),
        new ServiceSubject(
            context.design(),
            flow.getServices(),
            services -> {
              if (flow.eContainer() != null) {
                new FlowEdits(canvas.live()).setServices(flow, services, justDrawn);
                canvas.viewer().flush();
                canvas.select(List.of(flow));
              }
            }));
  }

  /** Where the label of a flow stands; the middle of the canvas if it has none. */
  private Point middle(Flow flow) {
    FlowLine shown = context.canvas().live().lineOf(flow);
    Line line = shown == null ? null : context.canvas().live().line(shown);
    if (line == null || line.label() == null || line.label().bounds() == null) {
      return centre();
    }
    Rectangle label = Geometry.rectangle(line.label().bounds());
    contents().getFigure().translateToAbsolute(label);
    return new Point(label.x, label.bottom() + 6);
  }

  @Override
  public void offer(Point location, Endpoint client) {
    SuggestPanel.open(
        context.canvas(),
        swt(location),
        new QuickMenu(client != null, kind -> draw(kind, location, client)));
  }

  /** Offers what can be drawn in the selected box, or in the middle of what is seen. */
  void offerAtSelection() {
    offer(placeAtSelection(), null);
  }

  /** Draws in the selected box, or in the middle of what is seen. */
  void drawAtSelection(NewBox kind) {
    draw(kind, placeAtSelection(), null);
  }

  private Point placeAtSelection() {
    List<?> selected = context.canvas().viewer().getSelectedEditParts();
    Point at = centre();
    if (selected.size() == 1 && selected.get(0) instanceof BoxHost box && box.box() != null) {
      context.canvas().viewer().reveal(box);
      Rectangle bounds = Geometry.rectangle(box.box().bounds());
      box.getFigure().translateToAbsolute(bounds);
      at = bounds.getCenter();
    }
    return at;
  }

  /** Lets the other end of a flow be chosen. */
  void connectFrom(Endpoint client) {
    Point at = centre();
    if (context.canvas().partOf(client) instanceof BoxHost box) {
      context.canvas().viewer().reveal(box);
      Rectangle bounds = Geometry.rectangle(box.box().bounds());
      box.getFigure().translateToAbsolute(bounds);
      at = new Point(bounds.right() + 8, bounds.y);
    }
    SuggestPanel.open(
        context.canvas(),
        swt(at),
        new EndMenu(context.design(), client, server -> connect(client, server)));
  }

  void connect(Endpoint client, Endpoint server) {
    List<Flow> made = new ArrayList<>();
    context.execute(
        new FlowEdits(context.canvas().live()).connect(client, server, null, made::add));
    made.forEach(this::askServices);
  }

  private void draw(NewBox kind, Point location, Endpoint client) {
    DiagramCanvas canvas = context.canvas();
    BoxHost target = target(kind, location);
    Point at = location.getCopy();
    contents().getFigure().translateToRelative(at);
    List<Element> made = new ArrayList<>();
    List<Flow> flows = new ArrayList<>();
    CreateEdits edits = new CreateEdits(canvas.live());
    Command draw =
        edits.create(kind, target.box(), edits.snapped(new Rect(at.x, at.y, 0, 0)), made::add);
    context
        .edit()
        .run(
            draw.getLabel() + (client == null ? "" : " and flow"),
            () -> {
              draw.execute();
              if (client != null) {
                Endpoint server = (Endpoint) CreateEdits.element(made.get(0));
                new FlowEdits(canvas.live()).connect(client, server, null, flows::add).execute();
              }
            });
    canvas.viewer().flush();
    EditPart part = (EditPart) canvas.viewer().getEditPartRegistry().get(made.get(0));
    if (part instanceof BoxHost box) {
      canvas.viewer().select(box);
      rename(box, () -> flows.forEach(flow -> services(flow, false)));
    }
  }

  /** The innermost box at a place that holds the kind; else the diagram. */
  private BoxHost target(NewBox kind, Point location) {
    CreateEdits edits = new CreateEdits(context.canvas().live());
    EditPart part = under(location);
    while (part instanceof BoxHost host) {
      Box box = host.box();
      if (edits.accepts(box, kind)) {
        return host;
      }
      part = part.getParent();
    }
    return (BoxHost) contents();
  }

  /** What is drawn at a place, whatever handles lie over it. */
  private EditPart under(Point location) {
    GraphicalViewer viewer = context.canvas().viewer();
    LayerManager layers = (LayerManager) viewer.getEditPartRegistry().get(LayerManager.ID);
    return viewer.findObjectAtExcluding(
        location, List.of(layers.getLayer(LayerConstants.HANDLE_LAYER)));
  }

  @Override
  public void explain(String reason) {
    if (context.site() instanceof IEditorSite site) {
      IStatusLineManager status = site.getActionBars().getStatusLineManager();
      status.setErrorMessage(reason.isEmpty() ? null : reason);
    }
  }

  private GraphicalEditPart contents() {
    return (GraphicalEditPart) context.canvas().viewer().getContents();
  }

  private Point centre() {
    org.eclipse.swt.graphics.Rectangle area = context.canvas().control().getClientArea();
    return new Point(area.width / 2, area.height / 2);
  }

  private static org.eclipse.swt.graphics.Point swt(Point point) {
    return new org.eclipse.swt.graphics.Point(point.x, point.y);
  }

  /** The end of a flow that a part stands for; {@code null} if none. */
  static Endpoint endpoint(Object part) {
    return part instanceof BoxHost box ? Adapters.adapt(box, Endpoint.class) : null;
  }
}
