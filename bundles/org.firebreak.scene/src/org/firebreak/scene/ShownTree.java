package org.firebreak.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;

/**
 * Which nodes of a diagram are shown, and in which: containment is the model's. A node is hidden
 * inside a collapsed one, a member's node inside its shown group; of two nodes for one element the
 * first counts.
 */
final class ShownTree {
  private final Map<EObject, ShownNode> shown = new LinkedHashMap<>();
  private final List<ShownNode> roots = new ArrayList<>();

  ShownTree(Diagram diagram) {
    List<ShownNode> all = new ArrayList<>();
    for (DiagramNode node : diagram.getNodes()) {
      ShownNode candidate = new ShownNode(node, kind(node.getElement()));
      if (candidate.element == null || shown.putIfAbsent(candidate.element, candidate) == null) {
        all.add(candidate);
      }
    }
    for (ShownNode candidate : all) {
      ShownNode parent = around(candidate.element);
      if (parent == null) {
        roots.add(candidate);
      } else if (parent.kind == BoxKind.ZONE && !parent.collapsed()) {
        parent.children.add(candidate);
      }
    }
  }

  /** All shown nodes, each after the one around it. */
  List<ShownNode> all() {
    List<ShownNode> all = new ArrayList<>();
    roots.forEach(root -> collect(root, all));
    return all;
  }

  private static void collect(ShownNode shown, List<ShownNode> all) {
    all.add(shown);
    shown.children.forEach(child -> collect(child, all));
  }

  List<ShownNode> roots() {
    return roots;
  }

  /** The nearest node around an element, whether or not that is itself hidden; null for none. */
  private ShownNode around(NamedElement element) {
    EObject container = element == null ? null : element.eContainer();
    while (container != null) {
      ShownNode node = shown.get(container);
      if (node != null) {
        return node;
      }
      container = container.eContainer();
    }
    return null;
  }

  private static BoxKind kind(NamedElement element) {
    return switch (element) {
      case Zone zone -> BoxKind.ZONE;
      case ServerGroup group -> BoxKind.GROUP;
      case Server server -> BoxKind.SERVER;
      case ExternalNetwork network -> BoxKind.EXTERNAL_NETWORK;
      case EnforcementPoint point -> BoxKind.ENFORCEMENT_POINT;
      case null, default -> BoxKind.NOTE;
    };
  }
}
