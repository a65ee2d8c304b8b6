package org.firebreak.diagram.clipboard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Server;

/** Copied elements for a spreadsheet: a row each, cells separated by tabs. */
final class SnippetText {
  private SnippetText() {}

  /**
   * Name and addresses of each server, the name alone of what has no addresses; if only flows were
   * chosen, source, destination and services of each.
   */
  static String of(Snippet snippet) {
    List<String> rows = new ArrayList<>();
    for (NamedElement root : snippet.roots()) {
      add(root, rows);
      for (TreeIterator<EObject> all = root.eAllContents(); all.hasNext(); ) {
        if (all.next() instanceof Server server) {
          add(server, rows);
        }
      }
    }
    if (snippet.roots().isEmpty()) {
      snippet.content().getFlows().forEach(flow -> rows.add(flow(flow)));
    }
    for (DiagramNode node : snippet.diagram().getNodes()) {
      if (node.getElement() == null) {
        rows.add(cell(node.getText()));
      }
    }
    return String.join(System.lineSeparator(), rows);
  }

  private static void add(NamedElement element, List<String> rows) {
    String name = cell(element.getName());
    switch (element) {
      case Server server -> rows.add(name + "\t" + String.join(" ", server.getAddresses()));
      case ExternalNetwork network -> rows.add(name + "\t" + String.join(" ", network.getCidrs()));
      default -> rows.add(name);
    }
  }

  private static String flow(Flow flow) {
    String services =
        flow.getServices().stream().map(ModelDescriptions::label).collect(Collectors.joining(", "));
    return cell(flow.getSource().getName())
        + "\t"
        + cell(flow.getDestination().getName())
        + "\t"
        + cell(services);
  }

  private static String cell(String text) {
    return text == null ? "" : text.replaceAll("[\\t\\r\\n]+", " ");
  }
}
