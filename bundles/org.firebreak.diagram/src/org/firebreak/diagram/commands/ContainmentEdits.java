package org.firebreak.diagram.commands;

import java.util.Locale;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.gef.commands.Command;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.firebreak.scene.Box;
import org.firebreak.scene.Measures;
import org.firebreak.scene.geometry.Rect;

/** Moving zones, groups and servers into another zone or group, or out of all. */
public final class ContainmentEdits {
  private final LiveScene live;

  public ContainmentEdits(LiveScene live) {
    this.live = live;
  }

  /**
   * Moves what a box stands for into what another box stands for.
   *
   * @param target a zone or group; {@code null} for the design itself
   * @param wanted where the top left corner should be, absolute
   * @return {@code null} if the target cannot hold it, or holds it already
   */
  public Command moveInto(Box box, Box target, Rect wanted) {
    Endpoint element = endpoint(box);
    Element container = target == null ? live.edit().design() : element(target);
    if (element == null || element.eContainer() == container || !holds(container, element)) {
      return null;
    }
    String label =
        "Move %s to %s"
            .formatted(ModelDescriptions.label(element), ModelDescriptions.label(container));
    return new EditCommand(
        live.edit(),
        label,
        () -> {
          put(element, container);
          place(box, element, target, wanted);
        });
  }

  /** Whether what a box stands for may be moved into another; {@code null} is the design. */
  public boolean holds(Box target, Box box) {
    if (target != null && target.look().collapsed()) {
      return false;
    }
    Endpoint element = endpoint(box);
    return element != null
        && holds(target == null ? live.edit().design() : element(target), element);
  }

  /**
   * Why what a box stands for cannot be moved into another.
   *
   * @return a sentence for the user; {@code null} if it can be, or if nobody would expect it to
   */
  public String refusal(Box target, Box box) {
    if (holds(target, box) || !(element(target) instanceof Endpoint container)) {
      return null;
    }
    String name = ModelDescriptions.label(container);
    return switch (element(box)) {
      case ExternalNetwork network when container instanceof Zone ->
          "External networks stand outside of zones; " + name + " cannot hold one";
      case Endpoint moved when target.look().collapsed() ->
          "Expand " + name + " before dropping anything into it";
      case Endpoint moved -> "A %s cannot hold a %s".formatted(noun(container), noun(moved));
      case null, default -> null;
    };
  }

  private static String noun(Endpoint endpoint) {
    return ModelDescriptions.kind(endpoint.eClass()).toLowerCase(Locale.ROOT);
  }

  /** Whether a container may hold an endpoint, as far as their kinds go. */
  public static boolean holds(Element container, Endpoint element) {
    return switch (element) {
      case Server server -> container instanceof Container || container instanceof ServerGroup;
      case ServerGroup group -> container instanceof Container;
      case Zone zone -> container instanceof Container && !isInside(container, zone);
      default -> container instanceof Design;
    };
  }

  /** Puts an endpoint into a container that {@linkplain #holds may hold} it. */
  public static void put(Endpoint element, Element container) {
    switch (element) {
      case Server server when container instanceof ServerGroup group ->
          group.getServers().add(server);
      case Server server -> ((Container) container).getServers().add(server);
      case ServerGroup group -> ((Container) container).getGroups().add(group);
      case Zone zone -> ((Container) container).getZones().add(zone);
      default ->
          throw new IllegalArgumentException(
              ModelDescriptions.label(element) + " cannot be moved into a container");
    }
  }

  private static boolean isInside(Element element, Zone zone) {
    for (EObject at = element; at != null; at = at.eContainer()) {
      if (at == zone) {
        return true;
      }
    }
    return false;
  }

  /** A member of a group needs no node: its row is in the group's card. */
  private void place(Box box, Endpoint element, Box target, Rect wanted) {
    DiagramNode node = live.model(box.id()) instanceof DiagramNode own ? own : null;
    if (element.eContainer() instanceof ServerGroup) {
      live.diagram().getNodes().remove(node);
      return;
    }
    if (node == null) {
      node = NewElements.node(element);
      live.diagram().getNodes().add(node);
    }
    node.setX(target == null ? wanted.x() : inside(wanted.x(), target.bounds().x(), true));
    node.setY(target == null ? wanted.y() : inside(wanted.y(), target.bounds().y(), false));
  }

  private static int inside(int wanted, int origin, boolean across) {
    return Math.max(wanted - origin, across ? Measures.ZONE_PADDING : Measures.ZONE_HEADER);
  }

  private Endpoint endpoint(Box box) {
    return element(box) instanceof Endpoint endpoint && endpoint.eContainer() instanceof Element
        ? endpoint
        : null;
  }

  private Element element(Box box) {
    Element model = live.model(box.id());
    return model instanceof DiagramNode node ? node.getElement() : model;
  }
}
