package org.firebreak.diagram.commands;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.gef.commands.Command;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.model.Design;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.io.NewElements;
import org.firebreak.scene.Box;
import org.firebreak.scene.Measures;
import org.firebreak.scene.geometry.Rect;

/**
 * Copies of boxes with all that is in them, and of the flows between two of them. Copies get names
 * that the design does not have yet, and no addresses: two servers cannot have the same.
 */
public final class DuplicateEdits {
  private final LiveScene live;

  public DuplicateEdits(LiveScene live) {
    this.live = live;
  }

  /**
   * Duplicates boxes within the boxes around them.
   *
   * @param dx how far to the right the copies stand, px
   * @param dy how far below
   * @param made is told what was made: elements, and nodes of notes
   * @return {@code null} if there is nothing to duplicate
   */
  public Command beside(
      Collection<Box> boxes, int dx, int dy, Consumer<? super List<Element>> made) {
    Map<Box, Place> places = new LinkedHashMap<>();
    for (Box box : boxes) {
      Box around = box.parentId() == null ? null : live.scene().box(box.parentId()).orElseThrow();
      places.put(box, new Place(around, box.bounds().moved(dx, dy)));
    }
    return duplicate(places, made);
  }

  /**
   * Duplicates boxes into another one.
   *
   * @param wanted where the copies should stand, absolute
   * @param target zone or group; {@code null} for the design itself
   * @return {@code null} if there is nothing to duplicate, or the target cannot hold it
   */
  public Command into(Map<Box, Rect> wanted, Box target, Consumer<? super List<Element>> made) {
    ContainmentEdits containment = new ContainmentEdits(live);
    Map<Box, Place> places = new LinkedHashMap<>();
    for (Map.Entry<Box, Rect> entry : wanted.entrySet()) {
      boolean loose =
          !(element(entry.getKey()) instanceof Endpoint endpoint)
              || endpoint instanceof ExternalNetwork;
      if (!loose && !containment.holds(target, entry.getKey())) {
        return null;
      }
      places.put(entry.getKey(), new Place(loose ? null : target, entry.getValue()));
    }
    return duplicate(places, made);
  }

  /**
   * Where a copy goes.
   *
   * @param around box around it; {@code null} for the diagram itself
   * @param bounds absolute
   */
  private record Place(Box around, Rect bounds) {}

  private Command duplicate(Map<Box, Place> places, Consumer<? super List<Element>> made) {
    if (places.isEmpty()) {
      return null;
    }
    String what =
        places.size() == 1
            ? ModelDescriptions.label(live.model(places.keySet().iterator().next().id()))
            : places.size() + " elements";
    return new EditCommand(live.edit(), "Duplicate " + what, () -> made.accept(carryOut(places)));
  }

  private List<Element> carryOut(Map<Box, Place> places) {
    Copies copies = new Copies(live.edit().design());
    places.keySet().forEach(box -> copies.add(element(box)));
    copies.finish();
    List<Element> made = new ArrayList<>();
    places.forEach((box, place) -> made.add(put(box, place, copies)));
    List<DiagramNode> shown = List.copyOf(live.diagram().getNodes());
    Set<String> tops = new HashSet<>();
    places.keySet().forEach(box -> tops.add(box.nodeId()));
    for (DiagramNode node : shown) {
      NamedElement copy = copies.of(node.getElement());
      if (copy != null && !tops.contains(node.getId())) {
        live.diagram().getNodes().add(copy(node, copy));
      }
    }
    return made;
  }

  /** Puts a copy into the design and, unless a card lists it, on the diagram. */
  private Element put(Box box, Place place, Copies copies) {
    Design design = live.edit().design();
    NamedElement original = element(box) instanceof NamedElement named ? named : null;
    NamedElement copy = copies.of(original);
    Element container = place.around == null ? design : element(place.around);
    switch (copy) {
      case ExternalNetwork network -> design.getExternalNetworks().add(network);
      case EnforcementPoint point -> design.getEnforcementPoints().add(point);
      case Endpoint endpoint -> ContainmentEdits.put(endpoint, container);
      case null, default -> {
        // A note is on the diagram alone.
      }
    }
    if (copy instanceof Server && container instanceof ServerGroup) {
      return copy;
    }
    DiagramNode node =
        live.model(box.id()) instanceof DiagramNode own ? copy(own, copy) : NewElements.node(copy);
    Rect origin = place.around == null ? new Rect(0, 0, 0, 0) : place.around.bounds();
    int x = place.bounds.x() - origin.x();
    int y = place.bounds.y() - origin.y();
    node.setX(place.around == null ? x : Math.max(x, Measures.ZONE_PADDING));
    node.setY(place.around == null ? y : Math.max(y, Measures.ZONE_HEADER));
    live.diagram().getNodes().add(node);
    return copy == null ? node : copy;
  }

  private static DiagramNode copy(DiagramNode node, NamedElement element) {
    DiagramNode copy = EcoreUtil.copy(node);
    copy.setId(EcoreUtil.generateUUID());
    copy.setElement(element);
    return copy;
  }

  private Element element(Box box) {
    Element model = live.model(box.id());
    return model instanceof DiagramNode node ? node.getElement() : model;
  }

  /** Copies of elements with their content, then of the flows that have both ends in them. */
  private static final class Copies {
    private final Design design;
    private final EcoreUtil.Copier copier = new EcoreUtil.Copier();
    private final FreeNames names;

    Copies(Design design) {
      this.design = design;
      this.names = FreeNames.of(design);
    }

    void add(EObject original) {
      if (original instanceof NamedElement) {
        copier.copy(original);
      }
    }

    void finish() {
      List<Flow> flows = new ArrayList<>();
      for (Flow flow : List.copyOf(design.getFlows())) {
        if (copier.containsKey(flow.getSource()) && copier.containsKey(flow.getDestination())) {
          flows.add((Flow) copier.copy(flow));
        }
      }
      copier.copyReferences();
      for (EObject copy : copier.values()) {
        renew(copy);
      }
      design.getFlows().addAll(flows);
    }

    private void renew(EObject copy) {
      if (copy instanceof Element element) {
        element.setId(EcoreUtil.generateUUID());
      }
      boolean named = copy instanceof Endpoint || copy instanceof EnforcementPoint;
      if (named && copy instanceof NamedElement element) {
        element.setName(names.take(element.getName()));
      }
      if (copy instanceof Server server) {
        server.setAddresses(List.of());
      }
    }

    /** The copy of an element; {@code null} if it has none. */
    NamedElement of(NamedElement original) {
      return original == null ? null : (NamedElement) copier.get(original);
    }
  }
}
