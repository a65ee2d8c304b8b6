package org.firebreak.ui.simulate;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.Protocol;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;

/**
 * What the form starts with, from what is selected: the ends and the service of a flow, or one or
 * two servers.
 */
record Prefill(String from, String to, Protocol protocol, String number) {

  static Optional<Prefill> of(List<EObject> selected) {
    if (selected.size() == 1 && selected.get(0) instanceof Flow flow) {
      Service service = flow.getServices().isEmpty() ? null : flow.getServices().get(0);
      return Optional.of(
          new Prefill(
              name(flow.getSource()),
              name(flow.getDestination()),
              service == null ? Protocol.TCP : service.getProtocol(),
              service == null ? "" : firstPort(service)));
    }
    if (selected.isEmpty() || !(selected.get(0) instanceof Endpoint first)) {
      return Optional.empty();
    }
    String second = selected.size() > 1 && selected.get(1) instanceof Endpoint end ? name(end) : "";
    return Optional.of(new Prefill(name(first), second, Protocol.TCP, ""));
  }

  /** A server that stands for the end; empty if none does. */
  private static String name(Endpoint end) {
    String name =
        switch (end) {
          case Server server -> server.getName();
          case ServerGroup group when !group.getServers().isEmpty() ->
              group.getServers().get(0).getName();
          case null, default -> null;
        };
    return name == null ? "" : name;
  }

  private static String firstPort(Service service) {
    String ports = service.getPorts();
    return ports == null ? "" : ports.strip().replaceFirst("[-,].*", "");
  }
}
