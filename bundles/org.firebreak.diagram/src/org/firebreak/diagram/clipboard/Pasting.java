package org.firebreak.diagram.clipboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.diagram.commands.ContainmentEdits;
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
import org.firebreak.scene.Measures;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;

/** Brings the elements of a snippet, which it uses up, into a design and onto a diagram. */
final class Pasting {
  /** Between boxes that get a place of their own for the first time. */
  private static final int ROW = 56;

  private final LiveScene live;
  private final Snippet snippet;
  private final PastePlace place;
  private final Design design;
  private final boolean sameDesign;
  private final List<Element> pasted = new ArrayList<>();

  Pasting(LiveScene live, Snippet snippet, PastePlace place) {
    this.live = live;
    this.snippet = snippet;
    this.place = place;
    this.design = live.edit().design();
    this.sameDesign = design.getId().equals(snippet.content().getId());
  }

  /** What stands for the pasted elements: these themselves, nodes of notes, else flows. */
  List<Element> pasted() {
    return pasted;
  }

  /** Pastes. To be called inside an edit. */
  void carryOut() {
    List<NamedElement> roots = snippet.roots();
    Point corner = PastePlace.corner(snippet);
    List<Flow> flows = new References(snippet, design, endpoints()).bring();
    Map<Element, Element> containers = new HashMap<>();
    renew(roots);
    for (NamedElement root : roots) {
      Element container = put(root);
      containers.put(root, container);
      pasted.add(root);
    }
    placeNodes(roots, containers, corner);
    if (!live.diagram().isShowAllFlows()) {
      flows.forEach(flow -> live.diagram().getConnections().add(NewElements.connection(flow)));
    }
    if (pasted.isEmpty()) {
      pasted.addAll(flows);
    }
  }

  /** The elements for which stand-ins stand: those of the same design alone. */
  private Map<String, Endpoint> endpoints() {
    Map<String, Endpoint> endpoints = new HashMap<>();
    if (sameDesign) {
      for (TreeIterator<EObject> all = design.eAllContents(); all.hasNext(); ) {
        if (all.next() instanceof Endpoint endpoint) {
          endpoints.put(endpoint.getId(), endpoint);
        }
      }
    }
    return endpoints;
  }

  /** New ids, free names, and no address that another server has. */
  private void renew(List<NamedElement> roots) {
    Set<String> addresses = new HashSet<>();
    for (TreeIterator<EObject> all = design.eAllContents(); all.hasNext(); ) {
      if (all.next() instanceof Server server) {
        addresses.addAll(server.getAddresses());
      }
    }
    FreeNames names = new FreeNames(design);
    for (NamedElement root : roots) {
      renew(root, names, addresses);
      for (TreeIterator<EObject> all = root.eAllContents(); all.hasNext(); ) {
        renew(all.next(), names, addresses);
      }
    }
  }

  private static void renew(EObject object, FreeNames names, Set<String> addresses) {
    if (object instanceof Element element) {
      element.setId(EcoreUtil.generateUUID());
    }
    if (object instanceof Endpoint || object instanceof EnforcementPoint) {
      names.rename((NamedElement) object);
    }
    if (object instanceof Server server
        && server.getAddresses().stream().anyMatch(addresses::contains)) {
      server.setAddresses(
          server.getAddresses().stream().filter(each -> !addresses.contains(each)).toList());
    }
  }

  /** Puts a root into the container or what is around it, and answers where it is now. */
  private Element put(NamedElement root) {
    switch (root) {
      case ExternalNetwork network -> design.getExternalNetworks().add(network);
      case EnforcementPoint point -> design.getEnforcementPoints().add(point);
      case Endpoint endpoint -> {
        Element container = place.container();
        while (!ContainmentEdits.holds(container, endpoint)) {
          container = (Element) container.eContainer();
        }
        ContainmentEdits.put(endpoint, container);
        return container;
      }
      default -> throw new IllegalArgumentException("cannot be pasted: " + root.eClass());
    }
    return design;
  }

  private void placeNodes(
      List<NamedElement> roots, Map<Element, Element> containers, Point corner) {
    int dx = place.corner().x() - corner.x();
    int dy = place.corner().y() - corner.y();
    Set<Element> withoutNode = new HashSet<>(roots);
    for (DiagramNode node : List.copyOf(snippet.diagram().getNodes())) {
      node.setId(NewElements.node(null).getId());
      Element container = containers.get(node.getElement());
      boolean note = node.getElement() == null;
      withoutNode.remove(node.getElement());
      if (container instanceof ServerGroup) {
        continue;
      }
      if (note || container != null) {
        move(node, container, node.getX() + dx, node.getY() + dy);
      }
      if (note) {
        pasted.add(node);
      }
      live.diagram().getNodes().add(node);
    }
    int row = 0;
    for (NamedElement root : roots) {
      if (withoutNode.contains(root) && !(containers.get(root) instanceof ServerGroup)) {
        DiagramNode node = NewElements.node(root);
        int y = place.corner().y() + ROW * row++;
        move(node, containers.get(root), place.corner().x(), y);
        live.diagram().getNodes().add(node);
      }
    }
  }

  /** A node's place is relative to the nearest box around it. */
  private void move(DiagramNode node, Element container, int x, int y) {
    Rect frame = null;
    for (EObject at = container; at instanceof Element around; at = at.eContainer()) {
      frame = live.scene().boxOfElement(around.getId()).map(box -> box.bounds()).orElse(null);
      if (frame != null) {
        break;
      }
    }
    node.setX(frame == null ? x : Math.max(x - frame.x(), Measures.ZONE_PADDING));
    node.setY(frame == null ? y : Math.max(y - frame.y(), Measures.ZONE_HEADER));
  }
}
