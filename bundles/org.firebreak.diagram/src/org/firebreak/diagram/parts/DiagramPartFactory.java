package org.firebreak.diagram.parts;

import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPartFactory;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.diagram.live.FlowLine;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.model.Diagram;
import org.firebreak.model.Element;
import org.firebreak.scene.Box;

/** Makes the edit parts of one diagram. */
public final class DiagramPartFactory implements EditPartFactory {
  private final LiveScene live;
  private final CanvasStyle style;

  public DiagramPartFactory(LiveScene live, CanvasStyle style) {
    this.live = live;
    this.style = style;
  }

  @Override
  public EditPart createEditPart(EditPart context, Object model) {
    EditPart part =
        switch (model) {
          case Diagram diagram -> new DiagramEditPart(live, style);
          case FlowLine line -> new FlowEditPart(live, style);
          case Element element -> box(live.box(element));
          default -> throw new IllegalArgumentException("no edit part for " + model);
        };
    part.setModel(model);
    return part;
  }

  private BoxEditPart box(Box box) {
    return switch (box.kind()) {
      case ZONE -> new ZoneEditPart(live, style);
      case GROUP -> new GroupEditPart(live, style);
      case MEMBER, SERVER -> new ServerEditPart(live, style);
      case EXTERNAL_NETWORK -> new ExternalNetworkEditPart(live, style);
      case ENFORCEMENT_POINT -> new EnforcementPointEditPart(live, style);
      case NOTE -> new NoteEditPart(live, style);
    };
  }
}
