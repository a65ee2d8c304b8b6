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
import org.firebreak.model.io.NewElements;

/** A design to fill with groups on hosts and with flows by day and by night. */
public class TrafficDesign {
  public static final double GIGA = 1e9;
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final int HOSTS = 8;

  public final Design design = NewElements.design("worked example");
  public final Service https = NewElements.service("https");
  private int machines;

  /** A design with one service. */
  public TrafficDesign() {
    https.setProtocol(Protocol.TCP);
    https.setPorts("443");
    design.getServices().add(https);
  }

  /** A group of servers that are spread over the hosts. */
  public final ServerGroup group(String name, int net, int servers) {
    ServerGroup group = NewElements.group(name);
    for (int i = 1; i <= servers; i++) {
      Server server = NewElements.server(name + i);
      server.setAddresses(List.of("192.0.2." + (net + i)));
      server.setHypervisorHost("esx" + (machines++ % HOSTS));
      group.getServers().add(server);
    }
    return group;
  }

  /** A flow with threat prevention; rates in Gbit/s. */
  public final Flow flow(
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

  /** The sizing under a strategy with the parameters of the design. */
  public final SizingStudy study(StrategyKind strategy) {
    return study(strategy, SizingParameters.of(design));
  }

  /** The sizing under a strategy. */
  public final SizingStudy study(StrategyKind strategy, SizingParameters parameters) {
    return SizingStudy.of(
        design,
        PolicyCompiler.compile(design, CompileOptions.on(TODAY).withStrategy(strategy)),
        parameters);
  }
}
