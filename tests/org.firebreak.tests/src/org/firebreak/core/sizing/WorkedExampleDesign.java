package org.firebreak.core.sizing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Inspection;
import org.firebreak.model.Protocol;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;

/** The worked example as a design: 26 servers on 8 hosts, seven flows by day and by night. */
final class WorkedExampleDesign {

  static final double GIGA = 1e9;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final int HOSTS = 8;

  final Design design = NewElements.design("worked example");
  final Zone front = NewElements.zone("front");
  final Zone back = NewElements.zone("back");
  final Flow f1;
  final Flow f2;
  final Flow f3;
  final Flow f4;
  final Flow f5;
  final Flow f6;
  final Flow f7;
  private final Service https = NewElements.service("https");
  private int machines;

  WorkedExampleDesign() {
    https.setProtocol(Protocol.TCP);
    https.setPorts("443");
    design.getServices().add(https);
    design.getZones().addAll(List.of(front, back));
    ServerGroup web = group("web", 0, 8);
    ServerGroup app = group("app", 10, 12);
    ServerGroup db = group("db", 30, 4);
    ServerGroup backup = group("backup", 40, 2);
    front.getGroups().addAll(List.of(web, app));
    back.getGroups().addAll(List.of(db, backup));
    f1 = flow(web, app, 6.0, 0.90, 9000, 2, 600);
    f2 = flow(app, db, 5.0, 0.75, 1200, 60, 450);
    f3 = flow(app, app, 3.0, 0.45, 6000, 3, 500);
    f4 = flow(db, db, 4.5, 1.0, 2, 3600, 1300);
    f5 = flow(db, backup, 0.1, 9.0, 20, 600, 1400);
    f6 = flow(web, web, 0.6, 0.09, 500, 5, 400);
    f7 = flow(front, backup, 0.1, 2.5, 30, 300, 1400);
  }

  private ServerGroup group(String name, int net, int servers) {
    ServerGroup group = NewElements.group(name);
    for (int i = 1; i <= servers; i++) {
      Server server = NewElements.server(name + i);
      server.setAddresses(List.of("192.0.2." + (net + i)));
      server.setHypervisorHost("esx" + (machines++ % HOSTS));
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

  void exemptBackup() {
    f5.setInspection(Inspection.EXEMPT);
    f7.setInspection(Inspection.EXEMPT);
  }

  SizingStudy study(StrategyKind strategy) {
    return study(strategy, SizingParameters.of(design));
  }

  SizingStudy study(StrategyKind strategy, SizingParameters parameters) {
    return SizingStudy.of(
        design,
        PolicyCompiler.compile(design, CompileOptions.on(TODAY).withStrategy(strategy)),
        parameters);
  }

  CentralSizing central() {
    return study(StrategyKind.GROUP).central().get(0);
  }

  HostSizing hosts() {
    return study(StrategyKind.MICRO).hosts().orElseThrow();
  }
}
