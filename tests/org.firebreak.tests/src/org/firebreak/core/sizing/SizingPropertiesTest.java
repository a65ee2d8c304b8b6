package org.firebreak.core.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.Flow;
import org.firebreak.model.HaMode;
import org.firebreak.model.Inspection;
import org.firebreak.model.Protocol;
import org.firebreak.model.Risk;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of the sizing of any design, on random ones. */
class SizingPropertiesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final int DESIGNS = 60;

  static IntStream seeds() {
    return IntStream.range(0, DESIGNS);
  }

  /** Zones, groups and servers on hosts, and flows with day, week, busy hour or peak alone. */
  private static final class Made {
    private final Random random;
    private final Design design = NewElements.design("random");
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final Service service = NewElements.service("https");

    Made(long seed) {
      random = new Random(seed);
      service.setProtocol(Protocol.TCP);
      service.setPorts("443");
      design.getServices().add(service);
      int address = 1;
      for (int z = 0; z < 1 + random.nextInt(3); z++) {
        Zone zone = NewElements.zone("z" + z);
        design.getZones().add(zone);
        endpoints.add(zone);
        for (int g = 0; g < 1 + random.nextInt(3); g++) {
          ServerGroup group = NewElements.group("z" + z + "g" + g);
          zone.getGroups().add(group);
          endpoints.add(group);
          for (int s = 0; s < 1 + random.nextInt(4); s++) {
            Server server = NewElements.server("s" + address);
            server.setAddresses(List.of("10.0.0." + address++));
            server.setRisk(random.nextInt(3) == 0 ? Risk.CRITICAL : Risk.LOW);
            server.setHypervisorHost(random.nextInt(4) == 0 ? null : "esx" + random.nextInt(4));
            group.getServers().add(server);
            endpoints.add(server);
          }
        }
      }
      EnforcementPoint pair = NewElements.enforcementPoint("pair", EnforcementKind.CENTRAL);
      pair.setModel("FortiGate 3000G");
      pair.setHaMode(HaMode.VALUES.get((int) (seed % HaMode.VALUES.size())));
      pair.setUnits(2 + random.nextInt(3));
      design.getEnforcementPoints().add(pair);
      for (int f = 0; f < 3 + random.nextInt(10); f++) {
        addFlow();
      }
    }

    Flow addFlow() {
      Flow flow = NewElements.flow(any(endpoints), any(endpoints));
      flow.getServices().add(service);
      flow.setInspection(any(Inspection.VALUES));
      flow.setDecryptedShare(random.nextDouble());
      flow.setPeakBitsPerSecond(random.nextDouble() * 1e9);
      flow.setAverageBitsPerSecond(flow.getPeakBitsPerSecond() * random.nextDouble());
      flow.setConnectionsPerSecond(random.nextDouble() * 1000);
      flow.setMeanDurationSeconds(random.nextDouble() * 100);
      flow.setMeanPacketBytes(100 + random.nextDouble() * 1300);
      switch (random.nextInt(4)) {
        case 0 -> flow.setHourlyProfile(shares(24));
        case 1 -> flow.setHourlyProfile(shares(168));
        case 2 -> flow.setBusyHour(random.nextInt(24));
        default -> {}
      }
      design.getFlows().add(flow);
      return flow;
    }

    private List<String> shares(int hours) {
      return IntStream.range(0, hours).mapToObj(h -> Double.toString(random.nextDouble())).toList();
    }

    private <T> T any(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }

    SizingStudy study(StrategyKind strategy) {
      return SizingStudy.of(
          design, PolicyCompiler.compile(design, CompileOptions.on(TODAY).withStrategy(strategy)));
    }
  }

  /** What a chosen appliance is loaded with by the traffic, whatever its high availability. */
  private static final List<Dimension> RISING =
      List.of(Dimension.CONNECTIONS, Dimension.SESSIONS, Dimension.PACKETS, Dimension.LINKS);

  /** Everything that a design needs, in a fixed order. */
  private static double[] needs(SizingStudy study) {
    List<Double> needs = new ArrayList<>();
    for (CentralSizing each : study.central()) {
      needs.add(each.demand().ratedThroughput().bitsPerSecond());
      needs.add(each.demand().crossingNeed().bitsPerSecond());
      needs.add(each.demand().links().perDirection().bitsPerSecond());
      needs.add(each.demand().connectionNeed().value().perSecond());
      needs.add(each.demand().sessionNeed().value().sessions());
      needs.add(each.demand().packetNeed().value().perSecond());
      needs.add(each.demand().logRate().perSecond());
      needs.add(each.demand().coincidentPeak().bitsPerSecond());
      needs.add(each.chosen().orElseThrow().utilisation());
      for (Dimension dimension : RISING) {
        Measure measure = each.chosen().orElseThrow().measure(dimension);
        needs.add(measure.need() / measure.usable());
      }
    }
    if (study.hosts().isPresent()) {
      HostDemand hosts = study.hosts().get().demand();
      needs.add(hosts.need().bitsPerSecond());
      needs.add(hosts.connectionNeed().value().perSecond());
      needs.add(hosts.sessionNeed().value().sessions());
      needs.add(hosts.packetNeed().value().perSecond());
      needs.add(study.hosts().get().filter().coresOfAllHosts().count());
      needs.add(study.hosts().get().filter().memory().bytes());
      study.hosts().get().loads().stream()
          .sorted(Comparator.comparing(HostLoad::name))
          .forEach(
              host ->
                  needs.addAll(
                      List.of(
                          host.peak().bitsPerSecond(),
                          host.connections().perSecond(),
                          host.sessions().sessions(),
                          host.packets().perSecond())));
    }
    needs.add(study.fabric().load().bitsPerSecond());
    // What nobody publishes, or nothing is there for.
    return needs.stream().mapToDouble(each -> Double.isNaN(each) ? 0 : each).toArray();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void moreTrafficNeverNeedsLess(int seed) {
    for (StrategyKind strategy : StrategyKind.VALUES) {
      Made made = new Made(seed);
      double[] before = needs(made.study(strategy));
      Flow flow = made.any(made.design.getFlows());
      flow.setPeakBitsPerSecond(flow.getPeakBitsPerSecond() * 1.5);
      flow.setConnectionsPerSecond(flow.getConnectionsPerSecond() * 2);
      double[] more = needs(made.study(strategy));
      made.addFlow();
      double[] another = needs(made.study(strategy));
      for (int i = 0; i < before.length; i++) {
        assertThat(more[i]).as("need %d", i).isGreaterThanOrEqualTo(before[i] * (1 - 1e-9));
        if (another.length == before.length) {
          assertThat(another[i]).as("need %d", i).isGreaterThanOrEqualTo(more[i] * (1 - 1e-9));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void scalingAllRatesScalesTheNeed(int seed) {
    for (StrategyKind strategy : StrategyKind.VALUES) {
      Made made = new Made(seed);
      double[] before = needs(made.study(strategy));
      for (Flow flow : made.design.getFlows()) {
        flow.setPeakBitsPerSecond(flow.getPeakBitsPerSecond() * 3);
        flow.setAverageBitsPerSecond(flow.getAverageBitsPerSecond() * 3);
        flow.setConnectionsPerSecond(flow.getConnectionsPerSecond() * 3);
      }
      double[] after = needs(made.study(strategy));
      for (int i = 0; i < before.length; i++) {
        assertThat(after[i])
            .as("need %d", i)
            .isCloseTo(3 * before[i], within(1e-6 * (1 + after[i])));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfFlowsIsIrrelevant(int seed) {
    for (StrategyKind strategy : StrategyKind.VALUES) {
      Made made = new Made(seed);
      SizingStudy before = made.study(strategy);
      List<Flow> flows = new ArrayList<>(made.design.getFlows());
      Collections.shuffle(flows, new Random(seed));
      made.design.getFlows().clear();
      made.design.getFlows().addAll(flows);
      SizingStudy after = made.study(strategy);
      double[] one = needs(before);
      double[] other = needs(after);
      for (int i = 0; i < one.length; i++) {
        assertThat(other[i]).as("need %d", i).isCloseTo(one[i], within(1e-9 * (1 + one[i])));
      }
      assertThat(after.boundaries()).hasSameSizeAs(before.boundaries());
      assertThat(
              after.central().stream()
                  .map(each -> each.recommendation().best().map(c -> c.appliance())))
          .isEqualTo(
              before.central().stream()
                  .map(each -> each.recommendation().best().map(c -> c.appliance()))
                  .toList());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void microSeesEveryFlowThatGroupSees(int seed) {
    Made made = new Made(seed);
    SizingStudy group = made.study(StrategyKind.GROUP);
    SizingStudy hybrid = made.study(StrategyKind.HYBRID);
    SizingStudy micro = made.study(StrategyKind.MICRO);
    for (int i = 0; i < micro.flows().size(); i++) {
      double seenByGroup = 1 - group.flows().get(i).unseenShare();
      double seenByHybrid = 1 - hybrid.flows().get(i).unseenShare();
      double seenByMicro = 1 - micro.flows().get(i).unseenShare();
      String name = micro.flows().get(i).traffic().name();
      assertThat(seenByHybrid).as(name).isGreaterThanOrEqualTo(seenByGroup - 1e-9);
      assertThat(seenByMicro).as(name).isGreaterThanOrEqualTo(seenByHybrid - 1e-9);
    }
    double crossing =
        group.central().stream()
            .mapToDouble(each -> each.demand().crossingPeak().bitsPerSecond())
            .sum();
    double atHosts =
        micro.hosts().map(each -> each.demand().coincidentPeak().bitsPerSecond()).orElse(0.0);
    assertThat(atHosts).isGreaterThanOrEqualTo(crossing * (1 - 1e-9));
    assertThat(micro.central()).allMatch(each -> each.demand().crossingPeak().bitsPerSecond() == 0);
  }

  /** It passes; an appliance stays for years. */
  @ParameterizedTest
  @MethodSource("seeds")
  void aQuarantineChangesNothing(int seed) {
    for (StrategyKind strategy : StrategyKind.VALUES) {
      Made made = new Made(seed);
      SizingStudy before = made.study(strategy);
      for (Endpoint endpoint : made.endpoints) {
        if (endpoint instanceof Server server && made.random.nextInt(3) == 0) {
          server.setQuarantined(true);
        }
      }
      SizingStudy after = made.study(strategy);
      assertThat(after.flows()).isEqualTo(before.flows());
      assertThat(after.fabric()).isEqualTo(before.fabric());
      assertThat(after.hosts().map(HostSizing::demand))
          .isEqualTo(before.hosts().map(HostSizing::demand));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void thePartsAddUpToTheWhole(int seed) {
    for (StrategyKind strategy : StrategyKind.VALUES) {
      SizingStudy study = new Made(seed).study(strategy);
      double parts =
          study.boundaries().stream()
              .flatMap(each -> each.flows().stream())
              .mapToDouble((BoundaryLoad.Part each) -> each.peak().bitsPerSecond())
              .sum();
      double whole =
          study.flows().stream()
              .mapToDouble(each -> each.traffic().rate().peak().bitsPerSecond())
              .sum();
      assertThat(parts).isCloseTo(whole, within(1e-6 * (1 + whole)));
      for (BoundaryLoad each : study.boundaries()) {
        assertThat(each.coincidentPeak().bitsPerSecond())
            .isLessThanOrEqualTo(each.sumOfPeaks().bitsPerSecond() * (1 + 1e-9));
      }
      if (study.hosts().isPresent()) {
        HostSizing hosts = study.hosts().get();
        double connections =
            hosts.loads().stream()
                .mapToDouble((HostLoad each) -> each.connections().perSecond())
                .sum();
        assertThat(connections)
            .isCloseTo(
                hosts.demand().connections().value().perSecond(), within(1e-6 * (1 + connections)));
      }
    }
  }
}
