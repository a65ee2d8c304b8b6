package org.firebreak.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.model.Design;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;

/**
 * Changes a design as its owners might: flows come and go, servers move and retire, networks grow.
 */
public final class RandomChange {
  private RandomChange() {}

  /** Changes a design; no server gets another address. */
  public static void of(Design design, long seed) {
    Random random = new Random(seed);
    List<ServerGroup> groups = new ArrayList<>();
    for (Zone zone : design.getZones()) {
      groups.addAll(zone.getGroups());
    }
    List<Flow> flows = design.getFlows();
    for (int i = 0; i < 2; i++) {
      flows.remove(random.nextInt(flows.size()));
      Flow turned = flows.get(random.nextInt(flows.size()));
      Flow other = flows.get(random.nextInt(flows.size()));
      turned.setDestination(other.getDestination());
      flows.get(random.nextInt(flows.size())).getServices().addAll(other.getServices());
    }
    for (int i = 0; i < 4; i++) {
      ServerGroup from = groups.get(random.nextInt(groups.size()));
      ServerGroup to = groups.get(random.nextInt(groups.size()));
      if (!from.getServers().isEmpty()) {
        to.getServers().add(from.getServers().get(0));
      }
    }
    List<Server> servers = new ArrayList<>();
    groups.forEach(group -> servers.addAll(group.getServers()));
    EcoreUtil.delete(servers.get(random.nextInt(servers.size())), true);
    for (ExternalNetwork network : design.getExternalNetworks()) {
      if (network.getName().equals("part")) {
        network.setCidrs(List.of("10.0.1.0/28", "192.0.2.0/25", "203.0.113." + seed + "/32"));
      }
    }
  }
}
