package org.firebreak.core.optimise;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Inspection;
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
  private static final List<Inspection> INSPECTIONS =
      List.of(
          Inspection.EXEMPT,
          Inspection.LAYER_4,
          Inspection.APPLICATION,
          Inspection.THREAT_PREVENTION);

  private RandomGroups() {}

  static Design of(long seed, int groups, int flows) {
    Random random = new Random(seed);
    Random traffic = new Random(~seed);
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
        server.setInternetFacing(traffic.nextInt(10) == 0);
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
      estimate(flow, traffic);
      design.getFlows().add(flow);
    }
    return design;
  }

  private static void estimate(Flow flow, Random traffic) {
    // No virtual firewall of the catalogue has a published rate with decryption.
    flow.setInspection(INSPECTIONS.get(traffic.nextInt(INSPECTIONS.size())));
    flow.setPeakBitsPerSecond(traffic.nextDouble() * 2e9);
    flow.setConnectionsPerSecond(traffic.nextDouble() * 30_000);
    flow.setMeanDurationSeconds(traffic.nextDouble() * 200);
    flow.setMeanPacketBytes(60 + traffic.nextDouble() * 1400);
    if (traffic.nextBoolean()) {
      flow.setAverageBitsPerSecond(flow.getPeakBitsPerSecond() * traffic.nextDouble());
      flow.setBusyHour(traffic.nextInt(24));
    }
  }
}
