package org.firebreak.diagram.policies;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.PrecisionDimension;
import org.eclipse.draw2d.geometry.PrecisionPoint;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.LayerConstants;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.commands.CompoundCommand;
import org.eclipse.gef.commands.UnexecutableCommand;
import org.eclipse.gef.editpolicies.LayoutEditPolicy;
import org.eclipse.gef.requests.ChangeBoundsRequest;
import org.eclipse.gef.requests.CreateRequest;
import org.firebreak.diagram.commands.BoxEdits;
import org.firebreak.diagram.commands.ContainmentEdits;
import org.firebreak.diagram.commands.CreateEdits;
import org.firebreak.diagram.commands.DuplicateEdits;
import org.firebreak.diagram.commands.NewBox;
import org.firebreak.diagram.figures.BoxFigure;
import org.firebreak.diagram.snapping.Guide;
import org.firebreak.scene.Box;
import org.firebreak.scene.geometry.Rect;

/**
 * What may be moved, resized, dropped and drawn inside a diagram, zone or group. The scene lays
 * out; this turns requests into edits of the model.
 */
public final class ContentLayoutPolicy extends LayoutEditPolicy {
  private GuideFigure guides;

  @Override
  protected EditPolicy createChildEditPolicy(EditPart child) {
    return new BoxSelectionPolicy();
  }

  @Override
  public Command getCommand(Request request) {
    return RequestConstants.REQ_RESIZE_CHILDREN.equals(request.getType())
        ? change((ChangeBoundsRequest) request, new BoxEdits(host().live())::resize)
        : super.getCommand(request);
  }

  @Override
  protected Command getMoveChildrenCommand(Request request) {
    return change((ChangeBoundsRequest) request, new BoxEdits(host().live())::move);
  }

  @Override
  protected Command getAddCommand(Request request) {
    ContainmentEdits edits = new ContainmentEdits(host().live());
    BoxEdits beside = new BoxEdits(host().live());
    return change(
        (ChangeBoundsRequest) request,
        (box, place) ->
            isHere(box) ? beside.move(box, place) : edits.moveInto(box, host().box(), place));
  }

  private boolean isHere(Box box) {
    String here = host().box() == null ? null : host().box().id();
    return Objects.equals(box.parentId(), here);
  }

  @Override
  protected Command getCloneCommand(ChangeBoundsRequest request) {
    Map<Box, Rect> places = new LinkedHashMap<>();
    for (Object part : request.getEditParts()) {
      if (part instanceof BoxHost copied && copied.box() != null) {
        places.put(copied.box(), wanted(request, copied));
      }
    }
    Command command =
        new DuplicateEdits(host().live())
            .into(places, host().box(), made -> NewParts.remember(request, made));
    return command == null ? UnexecutableCommand.INSTANCE : command;
  }

  /** The command of the new container takes the part out of the old one. */
  @Override
  protected Command getOrphanChildrenCommand(Request request) {
    return null;
  }

  @Override
  protected Command getCreateCommand(CreateRequest request) {
    if (!(request.getNewObjectType() instanceof NewBox kind)) {
      return UnexecutableCommand.INSTANCE;
    }
    CreateEdits edits = new CreateEdits(host().live());
    Command command =
        edits.create(
            kind,
            host().box(),
            edits.snapped(drawn(request)),
            made -> NewPart.remember(request, made));
    return command == null ? UnexecutableCommand.INSTANCE : command;
  }

  /** A box that cannot hold what is drawn or dropped leaves it to the one around it. */
  @Override
  public EditPart getTargetEditPart(Request request) {
    if (RequestConstants.REQ_CREATE.equals(request.getType())
        && ((CreateRequest) request).getNewObjectType() instanceof NewBox kind
        && !new CreateEdits(host().live()).accepts(host().box(), kind)) {
      return null;
    }
    boolean dropped =
        RequestConstants.REQ_ADD.equals(request.getType())
            || RequestConstants.REQ_MOVE.equals(request.getType())
            || RequestConstants.REQ_CLONE.equals(request.getType());
    if (dropped && !holdsAll((ChangeBoundsRequest) request)) {
      return null;
    }
    return super.getTargetEditPart(request);
  }

  private boolean holdsAll(ChangeBoundsRequest request) {
    ContainmentEdits edits = new ContainmentEdits(host().live());
    for (Object part : request.getEditParts()) {
      boolean inside = ((EditPart) part).getParent() == getHost();
      if (!inside && part instanceof BoxHost box && !edits.holds(host().box(), box.box())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void showTargetFeedback(Request request) {
    super.showTargetFeedback(request);
    Object shown = request.getExtendedData().get(CanvasSnap.GUIDES);
    List<Guide> wanted = new ArrayList<>();
    if (shown instanceof List<?> list) {
      list.forEach(guide -> wanted.add((Guide) guide));
    }
    if (guides == null && !wanted.isEmpty()) {
      guides = new GuideFigure(host().style());
      getLayer(LayerConstants.SCALED_FEEDBACK_LAYER).add(guides);
    }
    if (guides != null) {
      guides.show(wanted);
    }
  }

  @Override
  public void eraseTargetFeedback(Request request) {
    super.eraseTargetFeedback(request);
    if (guides != null) {
      getLayer(LayerConstants.SCALED_FEEDBACK_LAYER).remove(guides);
      guides = null;
    }
  }

  @Override
  protected void showLayoutTargetFeedback(Request request) {
    markTarget(true);
  }

  @Override
  protected void eraseLayoutTargetFeedback(Request request) {
    markTarget(false);
  }

  private void markTarget(boolean target) {
    BoxFigure figure = host().boxFigure();
    if (figure != null) {
      figure.setTarget(target);
    }
  }

  /** Makes the edit of one box, given the bounds that the hand wants it to have. */
  private interface Change {
    Command to(Box box, Rect wanted);
  }

  private Command change(ChangeBoundsRequest request, Change change) {
    CompoundCommand all = new CompoundCommand();
    for (Object part : request.getEditParts()) {
      if (part instanceof BoxHost moved && moved.box() != null) {
        Command command = change.to(moved.box(), wanted(request, moved));
        if (command != null) {
          all.add(command);
        }
      }
    }
    return all.isEmpty() ? UnexecutableCommand.INSTANCE : all.unwrap();
  }

  /** Distances of the hand in px of the diagram; whole ones, whatever the zoom. */
  private Rect wanted(ChangeBoundsRequest request, BoxHost part) {
    Rect now = part.box().bounds();
    Point move = request.getMoveDelta();
    Dimension grow = request.getSizeDelta();
    return new Rect(
        now.x() + unzoomed(move instanceof PrecisionPoint fine ? fine.preciseX : move.x),
        now.y() + unzoomed(move instanceof PrecisionPoint fine ? fine.preciseY : move.y),
        Math.max(
            0,
            now.width()
                + unzoomed(grow instanceof PrecisionDimension d ? d.preciseWidth : grow.width)),
        Math.max(
            0,
            now.height()
                + unzoomed(grow instanceof PrecisionDimension d ? d.preciseHeight : grow.height)));
  }

  private Rect drawn(CreateRequest request) {
    Point corner = request.getLocation().getCopy();
    getHostFigure().translateToRelative(corner);
    Dimension size = request.getSize() == null ? new Dimension() : request.getSize();
    return new CanvasSnap(host())
        .drawn(new Rect(corner.x, corner.y, unzoomed(size.width), unzoomed(size.height)));
  }

  private int unzoomed(double distance) {
    return (int) Math.round(distance / host().style().zoom());
  }

  private BoxHost host() {
    return (BoxHost) getHost();
  }
}
