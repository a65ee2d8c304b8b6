package org.firebreak.diagram.commands;

import java.util.function.Consumer;
import org.eclipse.gef.commands.Command;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.diagram.preferences.DiagramPreferences;
import org.firebreak.model.Design;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.NamedElement;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.io.NewElements;
import org.firebreak.scene.Box;
import org.firebreak.scene.Measures;
import org.firebreak.scene.NaturalSize;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.geometry.Size;

/** Drawing new elements. */
public final class CreateEdits {
  private final LiveScene live;

  public CreateEdits(LiveScene live) {
    this.live = live;
  }

  /** Whether something new of a kind may be drawn in a box; {@code null} is the diagram. */
  public boolean accepts(Box target, NewBox kind) {
    if (target == null) {
      return true;
    }
    return switch (kind) {
      case ZONE, GROUP -> target.isContainer();
      case SERVER -> target.isContainer() || container(target) instanceof ServerGroup;
      case EXTERNAL_NETWORK, FIREWALL, NOTE -> false;
    };
  }

  /**
   * Draws something new. It is made when the command is executed.
   *
   * @param target zone or group; {@code null} for the diagram itself
   * @param wanted absolute place; width and height 0 for the natural size
   * @param made is told the model of the new edit part
   * @return {@code null} if the target does not {@linkplain #accepts accept} the kind
   */
  public Command create(NewBox kind, Box target, Rect wanted, Consumer<Element> made) {
    if (!accepts(target, kind)) {
      return null;
    }
    return new EditCommand(
        live.edit(),
        "Add " + kind.noun().toLowerCase(java.util.Locale.ROOT),
        () -> made.accept(add(kind, target, wanted)));
  }

  /** The element that the model of a new edit part stands for; {@code null} for a note. */
  public static Element element(Element model) {
    return model instanceof DiagramNode node ? node.getElement() : model;
  }

  /** A place on the grid, if boxes shall keep to it. */
  public Rect snapped(Rect wanted) {
    DiagramPreferences settings = DiagramPreferences.now();
    if (!settings.snapToGrid()) {
      return wanted;
    }
    int grid = settings.gridSize();
    int x = Math.round((float) wanted.x() / grid) * grid;
    int y = Math.round((float) wanted.y() / grid) * grid;
    return new Rect(x, y, wanted.width(), wanted.height());
  }

  private Element add(NewBox kind, Box target, Rect wanted) {
    Design design = live.edit().design();
    NamedElement element = kind.element(design);
    Element container = target == null ? design : container(target);
    switch (element) {
      case ExternalNetwork network -> design.getExternalNetworks().add(network);
      case EnforcementPoint point -> design.getEnforcementPoints().add(point);
      case Endpoint endpoint -> ContainmentEdits.put(endpoint, container);
      case null, default -> {
        // A note is on the diagram alone.
      }
    }
    return container instanceof ServerGroup ? element : node(element, target, wanted);
  }

  private DiagramNode node(NamedElement element, Box target, Rect wanted) {
    DiagramNode node = NewElements.node(element);
    int x = wanted.x();
    int y = wanted.y();
    if (target != null) {
      x = Math.max(x - target.bounds().x(), Measures.ZONE_PADDING);
      y = Math.max(y - target.bounds().y(), Measures.ZONE_HEADER);
    }
    if (element == null) {
      node.setText("Note");
    }
    node.setX(x);
    node.setY(y);
    Size size = size(element, wanted);
    node.setWidth(size.width());
    node.setHeight(size.height());
    live.diagram().getNodes().add(node);
    return node;
  }

  /** The size that was drawn if it is larger than the natural one, which follows the content. */
  private Size size(NamedElement element, Rect wanted) {
    NaturalSize naturalSize = new NaturalSize(live.options());
    Size natural = element == null ? naturalSize.note("Note") : naturalSize.of(element, false);
    boolean fixed = element instanceof EnforcementPoint;
    return new Size(
        fixed || wanted.width() <= natural.width() ? 0 : wanted.width(),
        fixed || wanted.height() <= natural.height() ? 0 : wanted.height());
  }

  private Element container(Box target) {
    return live.model(target.id()) instanceof DiagramNode node ? node.getElement() : null;
  }
}
