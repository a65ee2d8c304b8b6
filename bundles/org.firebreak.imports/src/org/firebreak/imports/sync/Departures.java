package org.firebreak.imports.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Server;

/**
 * Takes away servers that the inventory no longer states. One that a flow or anything else of the
 * design refers to loses its addresses instead, so that nothing is permitted to it and nothing is
 * lost that somebody entered.
 */
final class Departures {
  private final Design design;
  private final List<Server> retired = new ArrayList<>();

  Departures(Design design) {
    this.design = design;
  }

  /** Servers that lost their addresses and stay without. */
  List<Server> retired() {
    return retired;
  }

  void takeAway(List<Server> gone) {
    if (gone.isEmpty()) {
      return;
    }
    Set<EObject> referred = referred();
    Set<EObject> deleted = new HashSet<>();
    for (Server server : gone) {
      if (!referred.contains(server)) {
        deleted.add(server);
      } else if (!server.getAddresses().isEmpty()) {
        server.setAddresses(List.of());
        retired.add(server);
      }
    }
    for (Diagram diagram : design.getDiagrams()) {
      List<DiagramNode> nodes =
          diagram.getNodes().stream().filter(node -> deleted.contains(node.getElement())).toList();
      diagram.getNodes().removeAll(nodes);
    }
    for (EObject server : deleted) {
      EObject home = server.eContainer();
      ((List<?>) home.eGet(server.eContainmentFeature())).remove(server);
    }
  }

  /** Everything that something else than a node of a diagram refers to. */
  private Set<EObject> referred() {
    Set<EObject> referred = new HashSet<>(design.eCrossReferences());
    for (var all = design.eAllContents(); all.hasNext(); ) {
      EObject element = all.next();
      if (!(element instanceof DiagramNode)) {
        referred.addAll(element.eCrossReferences());
      }
    }
    return referred;
  }
}
