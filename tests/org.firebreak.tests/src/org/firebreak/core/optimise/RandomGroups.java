package org.firebreak.core.optimise;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Protocol;
import org.firebreak.model.Risk;
import org.firebreak.model.Segmentation;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;

/** Groups that are joined by flows between groups and between single servers, from a seed. */
final class RandomGroups {
  private RandomGroups() {}

  static Design of(long seed, int groups, int flows) {
    Random random = new Random(seed);
    Design design = NewElements.design("groups " + seed);
    Zone zone = NewElements.zone("zone");
    design.getZones().add(zone);
    Service service = NewElements.service("https");
    service.setProtocol(Protocol.TCP);
    service.setPorts("443");
    design.getServices().add(service);
    List<Endpoint> ends = new ArrayList<>();
    int number = 0;
    for (int g = 0; g < groups; g++) {
      ServerGroup group = NewElements.group("group" + g);
      (random.nextBoolean() ? zone.getGroups() : design.getGroups()).add(group);
      ends.add(group);
      for (int s = random.nextInt(5); s >= 0; s--) {
        Server server = NewElements.server("server" + number);
        server.setAddresses(List.of("10.0." + number / 250 + "." + (1 + number % 250)));
        server.setHypervisorHost("esx" + random.nextInt(2 * groups));
        server.setRisk(random.nextInt(12) == 0 ? Risk.CRITICAL : Risk.LOW);
        if (random.nextInt(12) == 0) {
          server.setSegmentation(Segmentation.GROUP);
        }
        number++;
        group.getServers().add(server);
        ends.add(server);
      }
    }
    for (int i = 0; i < flows; i++) {
      Flow flow =
          NewElements.flow(
              ends.get(random.nextInt(ends.size())), ends.get(random.nextInt(ends.size())));
      flow.getServices().add(service);
      flow.setState(FlowState.APPROVED);
      design.getFlows().add(flow);
    }
    return design;
  }
}
