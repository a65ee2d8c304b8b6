package org.firebreak.core.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.io.NewElements;

/** The tables of a design. */
public enum TableKind {
  SERVERS("server", "servers", ServerColumns.all()),
  FLOWS("flow", "flows", FlowColumns.all()),
  SERVICES("service", "services", ServiceColumns.all());

  private final String noun;
  private final String nouns;
  private final List<TableColumn> columns;

  TableKind(String noun, String nouns, List<TableColumn> columns) {
    this.noun = noun;
    this.nouns = nouns;
    this.columns = columns;
  }

  /** What one row is, in lower case. */
  public String noun() {
    return noun;
  }

  /** What the rows are, in lower case. */
  public String nouns() {
    return nouns;
  }

  /** The columns in the order in which they stand at first. */
  public List<TableColumn> columns() {
    return columns;
  }

  /** Whether something is an element of which this table has a row. */
  public boolean holds(Object element) {
    return switch (this) {
      case SERVERS -> element instanceof Server;
      case FLOWS -> element instanceof Flow;
      case SERVICES -> element instanceof Service;
    };
  }

  /** The elements of the rows in the order of the design. */
  public List<Element> rows(Design design) {
    return switch (this) {
      case SERVERS -> {
        List<Element> servers = new ArrayList<>();
        addServers(design, servers);
        yield servers;
      }
      case FLOWS -> new ArrayList<>(design.getFlows());
      case SERVICES -> new ArrayList<>(design.getServices());
    };
  }

  private static void addServers(Container container, List<Element> servers) {
    container.getZones().forEach(zone -> addServers(zone, servers));
    container.getGroups().forEach(group -> servers.addAll(group.getServers()));
    servers.addAll(container.getServers());
  }

  /**
   * Adds a new row. Call it inside a model edit.
   *
   * @param like new servers stand beside this one, new flows have its ends; {@code null} for none
   * @return {@code null} if the design has no ends for a flow yet
   */
  public Element add(Design design, Element like) {
    return switch (this) {
      case SERVERS -> addServer(design, like);
      case FLOWS -> addFlow(design, like);
      case SERVICES -> {
        Service service = NewElements.service(freeName("service", design.getServices()));
        design.getServices().add(service);
        yield service;
      }
    };
  }

  private static Element addServer(Design design, Element like) {
    List<NamedElement> named = new ArrayList<>();
    SERVERS.rows(design).forEach(each -> named.add((NamedElement) each));
    Server server = NewElements.server(freeName("server", named));
    if (like != null && like.eContainer() instanceof ServerGroup group) {
      group.getServers().add(server);
    } else if (like != null && like.eContainer() instanceof Container container) {
      container.getServers().add(server);
    } else {
      design.getServers().add(server);
    }
    return server;
  }

  private static Element addFlow(Design design, Element like) {
    Endpoint source = null;
    Endpoint destination = null;
    if (like instanceof Flow flow) {
      source = flow.getSource();
      destination = flow.getDestination();
    }
    if (source == null || destination == null) {
      List<Endpoint> ends = firstEnds(design);
      if (ends.isEmpty()) {
        return null;
      }
      source = ends.get(0);
      destination = ends.get(ends.size() - 1);
    }
    Flow flow = NewElements.flow(source, destination);
    design.getFlows().add(flow);
    return flow;
  }

  private static List<Endpoint> firstEnds(Design design) {
    List<Endpoint> ends = new ArrayList<>();
    ends.addAll(design.getZones());
    ends.addAll(design.getGroups());
    ends.addAll(design.getExternalNetworks());
    ends.addAll(design.getServers());
    return ends;
  }

  private static String freeName(String stem, List<? extends NamedElement> present) {
    Set<String> taken = new HashSet<>();
    present.forEach(each -> taken.add(ModelDescriptions.label(each)));
    int number = 1;
    while (taken.contains(stem + number)) {
      number++;
    }
    return stem + number;
  }
}
