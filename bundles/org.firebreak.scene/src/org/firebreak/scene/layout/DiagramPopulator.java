package org.firebreak.scene.layout;

import java.util.LinkedHashSet;
import java.util.Set;
import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;

/**
 * Chooses what the first diagram of a design shows: zones, groups, servers outside groups, and the
 * external networks that have flows. A large design opens at its zones, whose flows are bundled.
 */
public final class DiagramPopulator {
  /** More groups and lone servers than this do not fit on one picture that can be read. */
  static final int MOST_CARDS = 60;

  private static final String NAME = "Overview";

  private final Diagram diagram = NewElements.diagram(NAME);
  private final boolean zonesOnly;

  private DiagramPopulator(boolean zonesOnly) {
    this.zonesOnly = zonesOnly;
  }

  /**
   * A new diagram with a node for everything shown, all at the origin; a layout places them. The
   * design is only read: the caller adds the diagram to it.
   */
  public static Diagram overview(Design design) {
    boolean zonesOnly = !design.getZones().isEmpty() && cards(design) > MOST_CARDS;
    DiagramPopulator populator = new DiagramPopulator(zonesOnly);
    populator.addContent(design);
    populator.addNetworks(design);
    return populator.diagram;
  }

  private static int cards(Container container) {
    int cards = container.getGroups().size() + container.getServers().size();
    for (Zone zone : container.getZones()) {
      cards += cards(zone);
    }
    return cards;
  }

  private void addContent(Container container) {
    for (Zone zone : container.getZones()) {
      diagram.getNodes().add(NewElements.node(zone));
      addContent(zone);
    }
    if (zonesOnly && container instanceof Zone) {
      return;
    }
    for (ServerGroup group : container.getGroups()) {
      diagram.getNodes().add(NewElements.node(group));
    }
    for (Server server : container.getServers()) {
      diagram.getNodes().add(NewElements.node(server));
    }
  }

  private void addNetworks(Design design) {
    Set<ExternalNetwork> used = new LinkedHashSet<>();
    for (Flow flow : design.getFlows()) {
      if (flow.getSource() instanceof ExternalNetwork network) {
        used.add(network);
      }
      if (flow.getDestination() instanceof ExternalNetwork network) {
        used.add(network);
      }
    }
    for (ExternalNetwork network : design.getExternalNetworks()) {
      if (used.contains(network)) {
        diagram.getNodes().add(NewElements.node(network));
      }
    }
  }
}
