package org.firebreak.core.compare;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Inspection;
import org.firebreak.model.Protocol;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;

/** The worked example of docs/user/sizing.md as a design: 26 servers on 8 hosts. */
public final class ExampleDesign {
  private static final double GIGA = 1e9;

  private final Design design = NewElements.design("worked example");
  private final Service https = NewElements.service("https");
  private int machines;

  private ExampleDesign() {
    https.setProtocol(Protocol.TCP);
    https.setPorts("443");
    design.getServices().add(https);
  }

  /** The design, under the group strategy, with the backup exempt from inspection. */
  public static Design create() {
    return new ExampleDesign().build();
  }

  private Design build() {
    Zone front = NewElements.zone("front");
    design.getZones().add(front);
    ServerGroup web = group("web", 0, 8);
    ServerGroup app = group("app", 10, 12);
    ServerGroup db = group("db", 30, 4);
    ServerGroup backup = group("backup", 40, 2);
    front.getGroups().addAll(List.of(web, app));
    design.getGroups().addAll(List.of(db, backup));
    web.getServers().get(0).setInternetFacing(true);
    flow(web, app, 6.0, 0.90, 9000, 2, 600);
    flow(app, db, 5.0, 0.75, 1200, 60, 450);
    flow(app, app, 3.0, 0.45, 6000, 3, 500);
    flow(db, db, 4.5, 1.0, 2, 3600, 1300);
    flow(db, backup, 0.1, 9.0, 20, 600, 1400).setInspection(Inspection.EXEMPT);
    flow(web, web, 0.6, 0.09, 500, 5, 400);
    flow(front, backup, 0.1, 2.5, 30, 300, 1400).setInspection(Inspection.EXEMPT);
    return design;
  }

  private ServerGroup group(String name, int net, int servers) {
    ServerGroup group = NewElements.group(name);
    for (int i = 1; i <= servers; i++) {
      Server server = NewElements.server(name + i);
      server.setAddresses(List.of("192.0.2." + (net + i)));
      server.setHypervisorHost("esx" + (machines++ % 8));
      group.getServers().add(server);
    }
    return group;
  }

  private Flow flow(
      Endpoint from, Endpoint to, double day, double night, double rate, double s, double bytes) {
    Flow flow = NewElements.flow(from, to);
    flow.getServices().add(https);
    flow.setState(FlowState.APPROVED);
    flow.setInspection(Inspection.THREAT_PREVENTION);
    double peak = Math.max(day, night);
    flow.setPeakBitsPerSecond(peak * GIGA);
    List<String> hours = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      hours.add(Double.toString((hour >= 7 && hour < 19 ? day : night) / peak));
    }
    flow.setHourlyProfile(hours);
    flow.setConnectionsPerSecond(rate);
    flow.setMeanDurationSeconds(s);
    flow.setMeanPacketBytes(bytes);
    design.getFlows().add(flow);
    return flow;
  }
}
