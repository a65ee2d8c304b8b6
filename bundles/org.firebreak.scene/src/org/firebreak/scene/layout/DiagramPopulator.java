package org.firebreak.scene.layout;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.firebreak.scene.NaturalSize;
import org.firebreak.scene.SceneOptions;

/**
 * Draws the first diagram of a design that has none: all zones, groups, servers outside groups,
 * external networks with flows, and enforcement points, arranged. A large design opens with its
 * zones collapsed and flows between zones, a design with many servers with its groups collapsed.
 */
public final class DiagramPopulator {
  /** More groups and lone servers than these are not all shown at once. */
  static final int MOST_UNITS = 60;

  /** More servers than these are not all shown as rows. */
  static final int MOST_ROWS = 240;

  private final Design design;
  private final SceneOptions options;
  private final Diagram diagram;
  private final Map<NamedElement, DiagramNode> nodes = new HashMap<>();
  private int units;
  private int rows;

  private DiagramPopulator(Design design, String name, SceneOptions options) {
    this.design = design;
    this.options = options;
    this.diagram = NewElements.diagram(name);
  }

  /**
   * A new diagram of the whole design.
   *
   * @param design read only
   * @param name of the diagram
   * @param options as for drawing
   * @return a diagram that is not yet contained in the design; the caller adds it in a model edit
   */
  public static Diagram populate(Design design, String name, SceneOptions options) {
    return new DiagramPopulator(design, name, options).run();
  }

  private Diagram run() {
    addContent(design);
    addExternalNetworks();
    for (EnforcementPoint point : design.getEnforcementPoints()) {
      add(point);
    }
    collapse();
    Packing packing = new Packing(nodes, new NaturalSize(options));
    for (Zone zone : design.getZones()) {
      packing.pack(zone);
    }
    LayeredLayout.layout(diagram, options).applyTo(diagram);
    return diagram;
  }

  private void addContent(Container container) {
    for (Zone zone : container.getZones()) {
      add(zone);
      addContent(zone);
    }
    for (ServerGroup group : container.getGroups()) {
      add(group);
      units++;
      rows += group.getServers().size();
    }
    for (Server server : container.getServers()) {
      add(server);
      units++;
    }
  }

  private void addExternalNetworks() {
    Set<Endpoint> ends = new HashSet<>();
    design.getFlows().forEach(flow -> ends.add(flow.getSource()));
    design.getFlows().forEach(flow -> ends.add(flow.getDestination()));
    for (ExternalNetwork network : design.getExternalNetworks()) {
      if (ends.contains(network)) {
        add(network);
      }
    }
  }

  private void add(NamedElement element) {
    DiagramNode node = NewElements.node(element);
    nodes.put(element, node);
    diagram.getNodes().add(node);
  }

  private void collapse() {
    for (DiagramNode node : diagram.getNodes()) {
      node.setCollapsed(
          node.getElement() instanceof Zone && units > MOST_UNITS
              || node.getElement() instanceof ServerGroup
                  && (rows > MOST_ROWS || units > MOST_UNITS && design.getZones().isEmpty()));
    }
  }
}
