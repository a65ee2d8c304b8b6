package org.firebreak.core.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.firebreak.core.sizing.TrafficDesign.GIGA;

import java.util.List;
import org.firebreak.core.sizing.ApplianceCheck.Verdict;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.Flow;
import org.firebreak.model.HaMode;
import org.firebreak.model.Inspection;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The printed numbers of the worked example once more, of a design through its compiled policy and
 * the study, down to the table that compares the strategies.
 */
class WorkedExampleStudyTest {

  private final WorkedExampleDesign example = new WorkedExampleDesign();

  private static void assertGiga(double actual, double expected, double rounding) {
    assertThat(actual / GIGA).isCloseTo(expected, within(rounding));
  }

  private CentralDemand years(double years) {
    return example
        .study(StrategyKind.GROUP, SizingParameters.defaults().with(SizingParameter.YEARS, years))
        .central()
        .get(0)
        .demand();
  }

  @Test
  void groupWithBackupExempt() {
    example.exemptBackup();
    CentralDemand demand = example.central().demand();
    assertGiga(demand.coincidentPeak().bitsPerSecond(), 11.0, 1e-9);
    assertGiga(demand.need().bitsPerSecond(), 35.58, 0.005);
    assertGiga(demand.ratedThroughput().bitsPerSecond(), 64.40, 0.005);
    assertGiga(years(3).ratedThroughput().bitsPerSecond(), 44.72, 0.005);
    assertGiga(demand.links().perDirection().bitsPerSecond(), 50.8, 0.05);
    assertGiga(demand.crossingLinks().perDirection().bitsPerSecond(), 60.8, 0.05);
    assertGiga(demand.crossingLinks().leafUplinks().bitsPerSecond(), 60.8, 0.05);
  }

  @Test
  void groupWithBackupInspected() {
    CentralDemand demand = example.central().demand();
    assertGiga(demand.throughput().value().bitsPerSecond(), 22.5, 1e-9);
    assertGiga(demand.coincidentPeak().bitsPerSecond(), 13.15, 1e-9);
    assertThat(demand.coincidence().value()).isCloseTo(0.584, within(0.0005));
    assertGiga(demand.need().bitsPerSecond(), 42.54, 0.005);
    assertGiga(demand.ratedThroughput().bitsPerSecond(), 76.99, 0.005);
    assertGiga(years(3).ratedThroughput().bitsPerSecond(), 53.47, 0.005);
    assertGiga(demand.links().perDirection().bitsPerSecond(), 60.8, 0.05);
  }

  @Test
  void sumOfPeaksIsWhatFlowsWithoutHoursComeTo() {
    for (Flow flow : example.design.getFlows()) {
      flow.setHourlyProfile(List.of());
    }
    CentralDemand demand = example.central().demand();
    assertGiga(demand.coincidentPeak().bitsPerSecond(), 22.5, 1e-9);
    assertGiga(demand.need().bitsPerSecond(), 72.8, 0.05);
    assertGiga(demand.ratedThroughput().bitsPerSecond(), 131.7, 0.05);
  }

  @Test
  void exemptingBackupSavesWhatTheTwoVariantsDifferBy() {
    List<Elephant> elephants = example.central().elephants();
    assertThat(elephants)
        .extracting(each -> each.flow().elementId())
        .startsWith(example.f5.getId());
    Elephant backup = elephants.get(0);
    assertGiga(backup.ratedWith().bitsPerSecond(), 76.99, 0.005);
    // Without F5 alone the day counts: 11.1 Gbit/s.
    assertGiga(backup.ratedWithout().bitsPerSecond(), 64.40 * 11.1 / 11, 0.05);
    CentralDemand demand = example.central().demand();
    List<TrafficClass> both =
        demand.classes().stream()
            .filter(
                each ->
                    each.id().equals(example.f5.getId()) || each.id().equals(example.f7.getId()))
            .toList();
    assertGiga(
        demand.ratedThroughput().bitsPerSecond()
            - Elephant.ratedWithout(demand, both).bitsPerSecond(),
        12.6,
        0.05);
  }

  @ParameterizedTest
  @CsvSource({"PA-5420, 3.6", "PA-5430, 4.6", "PA-5440, 5.5", "FortiGate 3000G, 6.2"})
  void theYearInWhichAnApplianceIsOutgrown(String model, double year) {
    example.exemptBackup();
    CentralSizing sizing = with(model, HaMode.ACTIVE_PASSIVE, 2);
    ApplianceCheck check = sizing.chosen().orElseThrow();
    assertThat(check.yearOutgrown().years()).isCloseTo(year, within(0.05));
    assertThat(check.firstOutgrown(sizing.demand().parameters()))
        .get()
        .satisfies(
            first -> {
              assertThat(first.dimension()).isEqualTo(Dimension.THROUGHPUT);
              assertThat(first.year().years()).isCloseTo(year, within(0.05));
            });
    for (YearLoad load : sizing.years()) {
      assertThat(load.isOutgrown()).as("year %d", load.year()).isEqualTo(load.year() > year);
    }
    assertThat(sizing.years()).hasSize(6);
    assertGiga(sizing.years().get(0).need().bitsPerSecond(), 11.0 * 1.3, 1e-9);
    assertGiga(sizing.years().get(5).need().bitsPerSecond(), 35.58, 0.005);
  }

  private CentralSizing with(String model, HaMode mode, int units) {
    EnforcementPoint pair = NewElements.enforcementPoint("Core", EnforcementKind.CENTRAL);
    pair.setModel(model);
    pair.setHaMode(mode);
    pair.setUnits(units);
    example.design.getEnforcementPoints().add(pair);
    return example.central();
  }

  @ParameterizedTest
  @CsvSource({
    "FortiGate 3000G, 77.5, 42.8, ADEQUATE",
    "FortiGate 3700F, 63.6, 35.16, INADEQUATE",
    "FortiGate 3200F, 35.4, 19.6, INADEQUATE"
  })
  void decryptingTheFirstFlowAlone(String model, double mix, double usable, Verdict verdict) {
    example.exemptBackup();
    example.f1.setInspection(Inspection.THREAT_PREVENTION_TLS);
    example.f1.setDecryptedShare(0.9);
    CentralSizing sizing = with(model, HaMode.ACTIVE_PASSIVE, 2);
    ApplianceCheck check = sizing.chosen().orElseThrow();
    assertThat(sizing.demand().decryptedShare().value()).isCloseTo(0.49, within(0.005));
    assertGiga(check.measure(Dimension.THROUGHPUT).rated(), mix, 0.05);
    assertGiga(
        check.measure(Dimension.THROUGHPUT).usable(), usable, usable == 35.16 ? 0.005 : 0.05);
    assertThat(check.verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"3, 34.8, INADEQUATE", "4, 52.2, ADEQUATE"})
  void aClusterOfCiscosLosesAUnitAndItsEfficiency(int units, double usable, Verdict verdict) {
    example.exemptBackup();
    ApplianceCheck check =
        with("Secure Firewall 3140", HaMode.CLUSTER, units).chosen().orElseThrow();
    assertGiga(check.measure(Dimension.THROUGHPUT).usable(), usable, 0.05);
    assertThat(check.verdict()).isEqualTo(verdict);
  }

  @Test
  void theSmallestClusterOfWhatIsTooSmallAloneIsRecommended() {
    example.exemptBackup();
    Recommendation recommendation = example.central().recommendation();
    assertThat(recommendation.clusters())
        .filteredOn(check -> check.appliance().model().equals("Secure Firewall 3140"))
        .extracting(check -> check.redundancy().units())
        .containsExactly(4);
    List<ApplianceCheck> ranked = recommendation.ranked();
    assertThat(ranked).allMatch(check -> check.verdict() == Verdict.ADEQUATE);
    assertThat(ranked.stream().map(check -> check.redundancy().units())).isSorted();
    assertThat(ranked.get(0)).isEqualTo(recommendation.best().orElseThrow());
    assertThat(ranked.get(0).headroom()).isBetween(0.0, 0.1);
  }

  @Test
  void connectionsSessionsPacketsAndLogs() {
    example.exemptBackup();
    CentralDemand demand = example.central().demand();
    assertThat(demand.connectionNeed().value().perSecond()).isCloseTo(38_258, within(0.5));
    assertThat(demand.sessionNeed().value().sessions() / 0.65).isCloseTo(1_013_512, within(0.5));
    assertThat(demand.packetNeed().value().perSecond() / 1e6).isCloseTo(8.6, within(0.05));
    assertThat(demand.meanPacketSize().bytes()).isCloseTo(527, within(0.5));
    assertThat(demand.logRate().perSecond()).isCloseTo(38_258, within(0.5));
  }

  @Test
  void microsegmentationAtTheHosts() {
    HostSizing hosts = example.hosts();
    assertGiga(hosts.demand().coincidentPeak().bitsPerSecond(), 38.6, 1e-9);
    assertGiga(hosts.demand().meanPerHost().bitsPerSecond(), 4.83, 0.0051);
    assertGiga(hosts.demand().perHost().bitsPerSecond(), 7.72, 0.005);
    assertGiga(hosts.demand().need().bitsPerSecond(), 24.97, 0.005);
    assertThat(hosts.demand().connectionNeed().value().perSecond()).isCloseTo(25_011, within(0.5));
    assertThat(hosts.demand().sessionNeed().value().sessions()).isCloseTo(388_158, within(0.5));
    HostSizing.VirtualFirewall eight = vmSeries(hosts.virtualFirewalls());
    assertThat(eight.instances()).isEqualTo(8);
    assertThat(eight.vcpus()).isEqualTo(64);
    assertThat(eight.memory().gigabytes()).isEqualTo(128);
    assertThat(hosts.vcpusOfAllHosts(eight)).isEqualTo(512);
  }

  @Test
  void virtualFirewallsForTheTwoFlowsThatNeedThemAlone() {
    for (Flow flow : List.of(example.f3, example.f4, example.f5, example.f6, example.f7)) {
      flow.setInspection(Inspection.LAYER_4);
    }
    HostSizing.VirtualFirewall eight = vmSeries(example.hosts().selective());
    assertThat(eight.instances()).isEqualTo(5);
    assertThat(eight.vcpus()).isEqualTo(40);
    assertThat(eight.today()).isEqualTo(2);
  }

  private static HostSizing.VirtualFirewall vmSeries(List<HostSizing.VirtualFirewall> firewalls) {
    return firewalls.stream()
        .filter(each -> each.appliance().model().equals("VM-Series flex (8 vCPU, 16 GB)"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theIdpsOfAHostIsBoundByPackets() {
    for (Flow flow : example.design.getFlows()) {
      flow.setMeanPacketBytes(600.0);
    }
    HostPlatform idps =
        example.hosts().platforms().stream()
            .filter(each -> each.appliance().model().contains("Distributed IDPS"))
            .findFirst()
            .orElseThrow();
    assertGiga(idps.throughput().bitsPerSecond(), 0.72, 1e-9);
    assertThat(idps.fits()).isFalse();
    assertThat(idps.binding().dimension()).isEqualTo(Dimension.PACKETS);
  }

  @Test
  void comparisonOfTheStrategies() {
    SizingStudy inspected = example.study(StrategyKind.GROUP);
    example.exemptBackup();
    SizingStudy exempt = example.study(StrategyKind.GROUP);
    SizingStudy micro = example.study(StrategyKind.MICRO);
    assertGiga(exempt.central().get(0).demand().ratedThroughput().bitsPerSecond(), 64.4, 0.05);
    assertGiga(inspected.central().get(0).demand().ratedThroughput().bitsPerSecond(), 77, 0.05);
    assertThat(exempt.central().get(0).redundancy()).isEqualTo(Redundancy.ACTIVE_PASSIVE_PAIR);
    assertThat(micro.central()).allMatch(each -> each.demand().need().bitsPerSecond() == 0);
    assertThat(exempt.hosts()).isEmpty();
    assertGiga(exempt.central().get(0).demand().links().perDirection().bitsPerSecond(), 50.8, 0.05);
    assertGiga(
        exempt.central().get(0).demand().crossingLinks().perDirection().bitsPerSecond(),
        60.8,
        0.05);
    assertThat(exempt.fabric().factor().value()).isCloseTo(1.58, within(0.005));
    assertThat(micro.fabric().factor().value()).isEqualTo(1);
    assertThat(exempt.flows()).filteredOn(flow -> flow.unseenShare() > 0).hasSize(3);
    assertThat(micro.flows()).noneMatch(flow -> flow.unseenShare() > 0);
  }

  @Test
  void hostsOfAHybridCarryTheFlowsWithinGroups() {
    // The hybrid of the example leaves traffic between groups to the central pair, so that the
    // hosts have F3, F4 and F6 alone: as micro without the others.
    example.design.getFlows().removeAll(List.of(example.f1, example.f2, example.f5, example.f7));
    HostDemand demand = example.hosts().demand();
    assertGiga(demand.coincidentPeak().bitsPerSecond(), 16.2, 1e-9);
    assertGiga(demand.perHost().bitsPerSecond(), 3.24, 0.005);
    assertGiga(demand.need().bitsPerSecond(), 10.5, 0.05);
  }
}
