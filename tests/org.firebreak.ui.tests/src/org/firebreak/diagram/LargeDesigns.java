package org.firebreak.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Risk;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.TrustLevel;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.firebreak.scene.SceneOptions;
import org.firebreak.scene.layout.LayeredLayout;

/**
 * Data centres for the benchmark: zones of twenty groups, every group with a few peers, flows
 * between groups, from servers to groups and between servers. The same numbers give the same design
 * but for the ids.
 */
final class LargeDesigns {
  private static final int GROUPS_IN_ZONE = 20;
  private static final int PEERS = 8;
  private static final String[][] SERVICES = {
    {"https", "443"}, {"ssh", "22"}, {"postgresql", "5432"}, {"amqp", "5672"}, {"", "9000-9010"}
  };

  private final Random random = new Random(20260101);
  private final Design design;
  private final List<ServerGroup> groups = new ArrayList<>();

  private LargeDesigns(String name) {
    design = NewElements.design(name);
  }

  /**
   * A design with one arranged diagram that shows all of it.
   *
   * @param collapsed whether groups show one box each, else all their servers
   */
  static Design create(int servers, int groups, int flows, boolean collapsed) {
    LargeDesigns large = new LargeDesigns(servers + " servers");
    large.addGroups(servers, groups);
    large.addFlows(flows);
    large.addDiagram(collapsed);
    return large.design;
  }

  private void addGroups(int servers, int count) {
    Zone zone = null;
    for (int g = 0; g < count; g++) {
      if (g % GROUPS_IN_ZONE == 0) {
        zone = NewElements.zone("zone" + g / GROUPS_IN_ZONE);
        zone.setTrust(TrustLevel.values()[g / GROUPS_IN_ZONE % TrustLevel.values().length]);
        design.getZones().add(zone);
      }
      ServerGroup group = NewElements.group("group" + g);
      for (int s = 0; s < servers / count; s++) {
        Server server = NewElements.server("g%d-%d".formatted(g, s));
        server.setAddresses(List.of("10.%d.%d.%d".formatted(g / 250, g % 250, s + 1)));
        server.setRisk(Risk.values()[random.nextInt(Risk.values().length)]);
        group.getServers().add(server);
      }
      zone.getGroups().add(group);
      groups.add(group);
    }
  }

  private void addFlows(int count) {
    List<Service> services = new ArrayList<>();
    for (String[] known : SERVICES) {
      Service service = NewElements.service(known[0]);
      service.setPorts(known[1]);
      services.add(service);
    }
    design.getServices().addAll(services);
    List<List<ServerGroup>> peers = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      List<ServerGroup> near = new ArrayList<>();
      for (int p = 0; p < PEERS; p++) {
        int reach = p == 0 ? groups.size() : 2 * GROUPS_IN_ZONE;
        near.add(groups.get(Math.floorMod(g + random.nextInt(reach) - reach / 4, groups.size())));
      }
      peers.add(near);
    }
    for (int f = 0; f < count; f++) {
      int from = random.nextInt(groups.size());
      ServerGroup to = peers.get(from).get(random.nextInt(PEERS));
      boolean fine = random.nextInt(10) < 8;
      Endpoint source = fine ? member(groups.get(from)) : groups.get(from);
      Endpoint target = fine && random.nextInt(8) < 3 ? member(to) : to;
      Flow flow = NewElements.flow(source, target);
      flow.setState(FlowState.values()[random.nextInt(2)]);
      flow.getServices().add(services.get(random.nextInt(services.size())));
      design.getFlows().add(flow);
    }
  }

  private Server member(ServerGroup group) {
    return group.getServers().get(random.nextInt(group.getServers().size()));
  }

  private void addDiagram(boolean collapsed) {
    Diagram diagram = NewElements.diagram("All");
    for (Zone zone : design.getZones()) {
      diagram.getNodes().add(NewElements.node(zone));
      for (ServerGroup group : zone.getGroups()) {
        DiagramNode node = NewElements.node(group);
        node.setCollapsed(collapsed);
        diagram.getNodes().add(node);
      }
    }
    design.getDiagrams().add(diagram);
    LayeredLayout.layout(diagram, SceneOptions.plain()).applyTo(diagram);
    // As if nobody had arranged it by hand: corners of thousands of lines are not kept.
    diagram.getConnections().clear();
    diagram.setShowAllFlows(true);
  }
}
