package org.firebreak.diagram.finding;

import java.util.Locale;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.Label;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.Zone;

/** The words by which an element is found: names, addresses, services, roles, labels, tickets. */
final class SearchText {
  private final StringBuilder text = new StringBuilder();

  private SearchText() {}

  /** All words of an element in lower case, a line each. */
  static String of(Element element) {
    SearchText words = new SearchText();
    if (element instanceof NamedElement named) {
      words.add(named.getName()).add(named.getDescription());
    }
    switch (element) {
      case Zone zone -> words.addAll(zone.getCidrs());
      case ServerGroup group -> words.add(group.getRole()).add(group.getMembershipValue());
      case Server server ->
          words
              .addAll(server.getAddresses())
              .add(server.getOperatingSystem())
              .add(server.getHypervisorHost());
      case ExternalNetwork network -> words.addAll(network.getCidrs());
      case EnforcementPoint point -> words.add(point.getPlatform()).add(point.getModel());
      case Flow flow -> words.addFlow(flow);
      case DiagramNode note -> words.add(note.getText());
      default -> {
        // Other kinds have only their names.
      }
    }
    if (element instanceof Endpoint endpoint) {
      for (Label label : endpoint.getLabels()) {
        words.add(label.getKey() + "=" + label.getValue());
      }
    }
    return words.text.toString().toLowerCase(Locale.ROOT);
  }

  private void addFlow(Flow flow) {
    add(flow.getOwner()).add(flow.getTicket()).add(flow.getJustification());
    for (Service service : flow.getServices()) {
      add(service.getName()).add(service.getApplication());
      add(ModelDescriptions.detail(service));
      if (service.getPorts() != null) {
        add(service.getProtocol().getLiteral() + "/" + service.getPorts());
      }
    }
  }

  private SearchText add(String words) {
    if (words != null && !words.isEmpty()) {
      text.append(words).append('\n');
    }
    return this;
  }

  private SearchText addAll(Iterable<String> all) {
    all.forEach(this::add);
    return this;
  }
}
