package org.firebreak.core.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.firebreak.core.sizing.TrafficDesign.GIGA;
import static org.firebreak.core.sizing.TrafficDesign.TODAY;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.firebreak.core.sizing.units.ConnectionRate;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.FirebreakFactory;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.HaMode;
import org.firebreak.model.Inspection;
import org.firebreak.model.Link;
import org.firebreak.model.Risk;
import org.firebreak.model.Segmentation;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;

/** The worked example once more, as a design: 26 servers on 8 hosts. */
class SizingStudyTest {

  private TrafficDesign made = new TrafficDesign();
  private Design design = made.design;

  private void workedExample() {
    made = new WorkedExampleDesign().exemptBackup();
    design = made.design;
  }

  private ServerGroup group(String name, int net, int servers) {
    return made.group(name, net, servers);
  }

  private Flow flow(
      Endpoint from, Endpoint to, double day, double night, double rate, double s, double bytes) {
    return made.flow(from, to, day, night, rate, s, bytes);
  }

  private SizingStudy study(StrategyKind strategy) {
    return made.study(strategy, SizingParameters.defaults());
  }

  @Test
  void groupSegmentationLoadsTheCentralPair() {
    workedExample();
    SizingStudy study = study(StrategyKind.GROUP);
    assertThat(study.hosts()).isEmpty();
    assertThat(study.central()).hasSize(1);
    CentralSizing pair = study.central().get(0);
    assertThat(pair.demand().ratedThroughput().bitsPerSecond() / GIGA)
        .isCloseTo(64.40, within(0.005));
    assertThat(pair.demand().connectionNeed().value().perSecond()).isCloseTo(38_258, within(0.5));
    assertThat(pair.demand().sessionNeed().value().sessions()).isCloseTo(658_783, within(0.5));
    assertThat(pair.demand().crossingLinks().perDirection().bitsPerSecond() / GIGA)
        .isCloseTo(60.8, within(0.05));
    assertThat(pair.recommendation().adequate())
        .extracting(check -> check.appliance().model())
        .contains("PA-5440", "FortiGate 3000G");
    assertThat(pair.size().rules()).isPositive();
    assertThat(pair.binding()).get().extracting(Measure::dimension).isNotNull();
    assertThat(study.fabric().factor().value()).isCloseTo(1.58, within(0.005));
    assertThat(study.missing()).isEmpty();
    assertThat(study.missingShare()).isZero();
  }

  @Test
  void intraGroupFlowsAreSeenByNobody() {
    workedExample();
    SizingStudy study = study(StrategyKind.GROUP);
    assertThat(study.flows())
        .filteredOn(flow -> !flow.traffic().crossesGroups())
        .extracting(FlowTraffic::enforcedAt)
        .containsExactly("no firewall", "no firewall", "no firewall");
  }

  @Test
  void microsegmentationLoadsTheHosts() {
    workedExample();
    SizingStudy study = study(StrategyKind.MICRO);
    assertThat(study.central()).allMatch(each -> each.demand().classes().isEmpty());
    HostSizing hosts = study.hosts().orElseThrow();
    assertThat(hosts.servers()).isEqualTo(26);
    assertThat(hosts.demand().hosts()).isEqualTo(8);
    assertThat(hosts.demand().need().bitsPerSecond() / GIGA).isCloseTo(24.97, within(0.005));
    assertThat(hosts.demand().connectionNeed().value().perSecond()).isCloseTo(25_011, within(0.5));
    assertThat(hosts.demand().sessionNeed().value().sessions()).isCloseTo(388_158, within(0.5));
    assertThat(hosts.virtualFirewalls())
        .filteredOn(each -> each.appliance().model().equals("VM-Series flex (8 vCPU, 16 GB)"))
        .extracting(HostSizing.VirtualFirewall::instances, HostSizing.VirtualFirewall::vcpus)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(8, 64));
    assertThat(study.fabric().factor().value()).isEqualTo(1);
    assertThat(hosts.largestRuleSet()).isPositive();
  }

  @Test
  void hybridSplitsAFlowBetweenHostAndCentral() {
    ServerGroup web = group("web", 0, 2);
    ServerGroup app = group("app", 10, 2);
    web.getServers().get(0).setRisk(Risk.CRITICAL);
    design.getGroups().addAll(List.of(web, app));
    flow(web, app, 4, 4, 100, 1, 500);
    SizingStudy study = study(StrategyKind.HYBRID);
    assertThat(study.flows().get(0).enforcedAt()).isEqualTo("central 50 %, hosts 50 %");
    assertThat(study.central().get(0).demand().coincidentPeak().bitsPerSecond())
        .isEqualTo(2 * GIGA);
    assertThat(study.central().get(0).demand().connections().value().perSecond()).isEqualTo(50);
    assertThat(study.hosts().orElseThrow().demand().coincidentPeak().bitsPerSecond())
        .isEqualTo(2 * GIGA);
    assertThat(study.assumptions()).anyMatch(each -> each.contains("spread evenly"));
    assertThat(study.assumptions()).anyMatch(each -> each.contains("bypass the central firewall"));
  }

  @Test
  void anOverrideCountsUnderTheGroupStrategy() {
    ServerGroup web = group("web", 0, 2);
    ServerGroup app = group("app", 10, 2);
    app.setSegmentation(Segmentation.MICRO);
    design.getGroups().addAll(List.of(web, app));
    flow(web, app, 4, 4, 100, 1, 500);
    flow(app, app, 1, 1, 100, 1, 500);
    SizingStudy study = study(StrategyKind.GROUP);
    assertThat(study.flows()).extracting(FlowTraffic::enforcedAt).containsOnly("hosts");
    // One end of the first flow and both ends of the second.
    assertThat(study.hosts().orElseThrow().demand().coincidentPeak().bitsPerSecond())
        .isEqualTo(6 * GIGA);
  }

  @Test
  void flowsWithoutEstimateAreNamedAndAddNothing() {
    ServerGroup web = group("web", 0, 2);
    ServerGroup app = group("app", 10, 2);
    design.getGroups().addAll(List.of(web, app));
    flow(web, app, 4, 4, 100, 1, 500).setName("known");
    Flow silent = NewElements.flow(app, web);
    silent.setName("silent");
    silent.getServices().add(made.https);
    silent.setInspection(Inspection.THREAT_PREVENTION_TLS);
    design.getFlows().add(silent);
    Flow average = NewElements.flow(app, web);
    average.setName("average");
    average.getServices().add(made.https);
    average.setAverageBitsPerSecond(1 * GIGA);
    average.setConnectionsPerSecond(Double.NaN);
    average.setMeanDurationSeconds(2.0);
    average.setMeanPacketBytes(0.0);
    design.getFlows().add(average);
    SizingStudy study = study(StrategyKind.GROUP);
    assertThat(study.missing()).extracting(MissingEstimate::name).contains("silent", "average");
    assertThat(study.missing().stream().filter(each -> each.name().equals("silent")))
        .flatExtracting(MissingEstimate::figures)
        .containsExactly(
            "throughput",
            "decrypted share (100 % assumed)",
            "connections per second",
            "connection duration",
            "packet size");
    assertThat(study.missing().stream().filter(each -> each.name().equals("average")))
        .flatExtracting(MissingEstimate::figures)
        .containsExactly(
            "peak throughput (the average of 1 Gbit/s is used, a lower bound)",
            "connections per second (NaN is no such figure)",
            "packet size (0.0 is no such figure)");
    assertThat(study.missingShare()).isCloseTo(2.0 / 3, within(1e-9));
    CentralDemand demand = study.central().get(0).demand();
    assertThat(demand.coincidentPeak().bitsPerSecond()).isEqualTo(5 * GIGA);
    assertThat(demand.throughput().coverage()).isEqualTo("2 of 3 flows, a lower bound");
    assertThat(demand.connections()).isEqualTo(new Total<>(new ConnectionRate(100), 1, 3));
  }

  @Test
  void aBadProfileIsNamedAndThePeakUsed() {
    ServerGroup web = group("web", 0, 1);
    ServerGroup app = group("app", 10, 1);
    design.getGroups().addAll(List.of(web, app));
    flow(web, app, 4, 1, 100, 1, 500).setHourlyProfile(List.of("0.5", "1"));
    SizingStudy study = study(StrategyKind.GROUP);
    assertThat(study.missing().get(0).figures().get(0)).contains("not 24 or 168 shares");
    assertThat(study.central().get(0).demand().coincidentPeak().bitsPerSecond())
        .isEqualTo(4 * GIGA);
  }

  @Test
  void aProfileThatNeverReachesThePeakIsNamed() {
    ServerGroup web = group("web", 0, 1);
    ServerGroup app = group("app", 10, 1);
    design.getGroups().addAll(List.of(web, app));
    Flow flow = flow(web, app, 4, 1, 100, 1, 500);
    flow.setHourlyProfile(Collections.nCopies(24, "0.5"));
    assertThat(study(StrategyKind.GROUP).missing().get(0).figures().get(0))
        .contains("never reaches the peak", "2 Gbit/s");

    List<String> shares = new ArrayList<>(flow.getHourlyProfile());
    shares.set(7, "1");
    flow.setHourlyProfile(shares);
    assertThat(study(StrategyKind.GROUP).missing()).isEmpty();
  }

  @Test
  void expiredAndRetiredFlowsCarryNothing() {
    ServerGroup web = group("web", 0, 1);
    ServerGroup app = group("app", 10, 1);
    design.getGroups().addAll(List.of(web, app));
    flow(web, app, 4, 1, 100, 1, 500).setExpiresOn(TODAY.minusDays(1));
    flow(web, app, 4, 1, 100, 1, 500).setState(FlowState.RETIRED);
    assertThat(study(StrategyKind.GROUP).flows()).isEmpty();
  }

  @Test
  void anExternalNetworkIsOutsideAndAnyAddressIsInside() {
    ServerGroup web = group("web", 0, 2);
    ServerGroup monitor = group("mon", 10, 1);
    design.getGroups().addAll(List.of(web, monitor));
    ExternalNetwork users = NewElements.externalNetwork("users");
    users.setCidrs(List.of("198.51.100.0/24"));
    ExternalNetwork any = NewElements.externalNetwork("*");
    any.setCidrs(List.of("0.0.0.0/0", "::/0"));
    design.getExternalNetworks().addAll(List.of(users, any));
    flow(users, web, 4, 1, 100, 1, 500);
    flow(monitor, any, 1, 1, 1, 1, 500);
    SizingStudy group = study(StrategyKind.GROUP);
    assertThat(group.flows()).extracting(FlowTraffic::enforcedAt).containsOnly("central");
    SizingStudy micro = study(StrategyKind.MICRO);
    // The users' flow at one end, the monitor's at both.
    assertThat(micro.hosts().orElseThrow().demand().coincidentPeak().bitsPerSecond())
        .isEqualTo(6 * GIGA);
  }

  @Test
  void groupsWithoutServersAreSizedByTheStrategy() {
    ServerGroup web = NewElements.group("web");
    ServerGroup app = NewElements.group("app");
    design.getGroups().addAll(List.of(web, app));
    flow(web, app, 4, 1, 100, 1, 500);
    flow(app, app, 1, 1, 100, 1, 500);
    SizingStudy study = study(StrategyKind.GROUP);
    assertThat(study.flows())
        .extracting(FlowTraffic::enforcedAt)
        .containsExactly("central", "no firewall");
    assertThat(study.central().get(0).demand().coincidentPeak().bitsPerSecond())
        .isEqualTo(4 * GIGA);
    assertThat(study.assumptions())
        .anyMatch(each -> each.startsWith("2 flows have an end without"));
    assertThat(
            study(StrategyKind.MICRO)
                .hosts()
                .orElseThrow()
                .demand()
                .coincidentPeak()
                .bitsPerSecond())
        .isEqualTo(10 * GIGA);
  }

  @Test
  void theApplianceOfTheDesignIsChecked() {
    workedExample();
    EnforcementPoint pair = NewElements.enforcementPoint("Core", EnforcementKind.CENTRAL);
    pair.setModel("Palo Alto Networks PA-3410");
    pair.setHaMode(HaMode.ACTIVE_PASSIVE);
    Link link = FirebreakFactory.eINSTANCE.createLink();
    link.setBitsPerSecond(10 * GIGA);
    link.setMembers(4);
    pair.getLinks().add(link);
    design.getEnforcementPoints().add(pair);
    CentralSizing sizing = study(StrategyKind.GROUP).central().get(0);
    assertThat(sizing.point().name()).isEqualTo("Core");
    assertThat(sizing.chosen().orElseThrow().verdict())
        .isEqualTo(ApplianceCheck.Verdict.INADEQUATE);
    assertThat(sizing.binding()).get().extracting("dimension").isEqualTo(Dimension.THROUGHPUT);
    assertThat(sizing.linksSuffice()).contains(false);
    pair.setModel("Model T");
    pair.setUnits(1);
    SizingStudy unknown = study(StrategyKind.GROUP);
    assertThat(unknown.central().get(0).chosen()).isEmpty();
    assertThat(unknown.assumptions())
        .contains("Core: the catalogue does not know Model T.")
        .contains("Core: 2 units assumed, since active/passive needs that many.");
  }

  @Test
  void equalInputGivesEqualResults() {
    workedExample();
    assertThat(study(StrategyKind.HYBRID)).isEqualTo(study(StrategyKind.HYBRID));
  }
}
