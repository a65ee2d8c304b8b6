package org.firebreak.core.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.firebreak.core.sizing.WorkedExample.ALL;
import static org.firebreak.core.sizing.WorkedExample.CROSSING;
import static org.firebreak.core.sizing.WorkedExample.F1;
import static org.firebreak.core.sizing.WorkedExample.F2;
import static org.firebreak.core.sizing.WorkedExample.F3;
import static org.firebreak.core.sizing.WorkedExample.F4;
import static org.firebreak.core.sizing.WorkedExample.F5;
import static org.firebreak.core.sizing.WorkedExample.F6;
import static org.firebreak.core.sizing.WorkedExample.F7;
import static org.firebreak.core.sizing.WorkedExample.GIGA;
import static org.firebreak.core.sizing.WorkedExample.HOSTS;
import static org.firebreak.core.sizing.WorkedExample.PARAMETERS;
import static org.firebreak.core.sizing.WorkedExample.check;

import java.util.List;
import org.firebreak.core.sizing.ApplianceCheck.Verdict;
import org.firebreak.core.sizing.Measure.Outcome;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.core.sizing.units.ConnectionRate;
import org.firebreak.core.sizing.units.Factor;
import org.firebreak.core.sizing.units.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The printed numbers of the worked example; tolerances are those of the printed rounding. */
class WorkedExampleTest {

  private final CentralDemand exempted = WorkedExample.centralWithoutBackup();
  private final CentralDemand inspected = CentralDemand.of(CROSSING, PARAMETERS);

  private static void assertGiga(double actual, double expected, double rounding) {
    assertThat(actual / GIGA).isCloseTo(expected, within(rounding));
  }

  @Test
  void growthMultiplierIsThatOfFiveYears() {
    assertThat(PARAMETERS.growthMultiplier().value()).isCloseTo(2.48832, within(1e-9));
  }

  @Test
  void peaksDoNotMeet() {
    assertGiga(inspected.throughput().value().bitsPerSecond(), 22.5, 1e-9);
    assertGiga(inspected.bins().get(0).inspected().bitsPerSecond(), 11.2, 1e-9);
    assertGiga(inspected.bins().get(1).inspected().bitsPerSecond(), 13.15, 1e-9);
    assertGiga(inspected.coincidentPeak().bitsPerSecond(), 13.15, 1e-9);
    assertThat(inspected.busiestBin().bin()).isEqualTo(1);
    assertThat(inspected.coincidence().value()).isCloseTo(0.584, within(0.0005));
  }

  @Test
  void backupExempted() {
    assertGiga(exempted.coincidentPeak().bitsPerSecond(), 11.0, 1e-9);
    assertGiga(exempted.need().bitsPerSecond(), 35.58, 0.005);
    assertGiga(exempted.ratedThroughput().bitsPerSecond(), 64.40, 0.005);
    assertGiga(threeYears(exempted).ratedThroughput().bitsPerSecond(), 44.72, 0.005);
  }

  @Test
  void backupInspected() {
    assertGiga(inspected.need().bitsPerSecond(), 42.54, 0.005);
    assertGiga(inspected.ratedThroughput().bitsPerSecond(), 76.99, 0.005);
    assertGiga(threeYears(inspected).ratedThroughput().bitsPerSecond(), 53.47, 0.005);
    assertGiga(
        inspected.ratedThroughput().bitsPerSecond() - exempted.ratedThroughput().bitsPerSecond(),
        12.6,
        0.05);
  }

  private static CentralDemand threeYears(CentralDemand demand) {
    return CentralDemand.of(demand.classes(), PARAMETERS.with(SizingParameter.YEARS, 3));
  }

  @Test
  void sumOfPeaksWouldOversize() {
    CentralDemand peaksAlone =
        CentralDemand.of(
            CROSSING.stream().map(WorkedExampleTest::withoutClock).toList(), PARAMETERS);
    assertGiga(peaksAlone.coincidentPeak().bitsPerSecond(), 22.5, 1e-9);
    assertGiga(peaksAlone.need().bitsPerSecond(), 72.8, 0.05);
    assertGiga(peaksAlone.ratedThroughput().bitsPerSecond(), 131.7, 0.05);
  }

  private static TrafficClass withoutClock(TrafficClass each) {
    return new TrafficClass(
        each.id(),
        each.name(),
        RateProfile.ofPeak(each.rate().peak()),
        each.connections(),
        each.duration(),
        each.packetSize(),
        each.inspection(),
        each.decryptedShare(),
        each.crossesGroups(),
        each.elementId());
  }

  @Test
  void candidatesAreTheOnesWithEnoughThreatThroughput() {
    List<String> models = adequate(exempted);
    assertThat(models).contains("PA-5440", "PA-5445", "FortiGate 3700F", "FortiGate 3000G");
    assertThat(models)
        .doesNotContain("PA-5430", "PA-5420", "FortiGate 3500F", "FortiGate 1800F", "PA-3410");
    assertThat(adequate(inspected)).doesNotContain("PA-5445", "FortiGate 3700F");
    assertThat(adequate(inspected)).contains("FortiGate 3000G");
    assertThat(inspected.ratedThroughput().bitsPerSecond() / (76 * GIGA))
        .isCloseTo(1.013, within(0.0005));
  }

  private static List<String> adequate(CentralDemand demand) {
    return Recommendation.of(
            ApplianceCatalogue.shipped(), demand, PolicySize.NONE, Redundancy.ACTIVE_PASSIVE_PAIR)
        .adequate()
        .stream()
        .map(check -> check.appliance().model())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "PA-5430, 70",
    "PA-5440, 60",
    "FortiGate 3500F, 66",
    "FortiGate 3700F, 56",
    "FortiGate 3000G, 52",
    "PA-5420, 84",
    "FortiGate 1800F, 279"
  })
  void loadInYearFive(String model, double percent) {
    assertThat(100 * check(model, exempted).utilisation()).isCloseTo(percent, within(0.5));
  }

  @ParameterizedTest
  @CsvSource({"PA-5420, 3.6", "PA-5430, 4.6", "PA-5440, 5.5", "FortiGate 3000G, 6.2"})
  void yearInWhichTheCeilingIsPassed(String model, double year) {
    assertThat(check(model, exempted).yearOutgrown().years()).isCloseTo(year, within(0.05));
  }

  @Test
  void theHeadlineTrapIsCalledOne() {
    ApplianceCheck check = check("FortiGate 1800F", exempted);
    assertThat(check.verdict()).isEqualTo(Verdict.INADEQUATE);
    assertThat(check.binding()).get().extracting("dimension").isEqualTo(Dimension.THROUGHPUT);
    assertThat(check.headline()).contains("198 Gbit/s", "5.56 times", "layer 4", "15 Gbit/s");
  }

  @ParameterizedTest
  @CsvSource({
    "FortiGate 3000G, 77.5, 42.8, ADEQUATE",
    "FortiGate 3700F, 63.6, 35.16, INADEQUATE",
    "FortiGate 3200F, 35.4, 19.6, INADEQUATE"
  })
  void decryptionAddsTimePerByte(String model, double mix, double usable, Verdict verdict) {
    CentralDemand demand = decryptingWebToApp();
    assertThat(demand.decryptedShare().value()).isCloseTo(0.49, within(0.005));
    ApplianceCheck check = check(model, demand);
    Measure throughput = check.measure(Dimension.THROUGHPUT);
    assertGiga(throughput.rated(), mix, 0.05);
    assertGiga(throughput.usable(), usable, usable == 35.16 ? 0.005 : 0.05);
    assertThat(check.verdict()).isEqualTo(verdict);
  }

  @Test
  void anUnpublishedDecryptionRateNeedsAVendorTest() {
    ApplianceCheck check = check("PA-5445", decryptingWebToApp());
    assertThat(check.verdict()).isEqualTo(Verdict.NEEDS_VENDOR_TEST);
    assertThat(check.measure(Dimension.THROUGHPUT).verdict()).isEqualTo(Outcome.NEEDS_VENDOR_TEST);
    assertThat(check.reasons()).anyMatch(reason -> reason.contains("TLS-inspection throughput"));
  }

  private static CentralDemand decryptingWebToApp() {
    return WorkedExample.central(F1.inspectedAs(InspectionLevel.THREAT_TLS), F2);
  }

  @Test
  void connectionsPerSecond() {
    assertThat(exempted.connections()).isEqualTo(new Total<>(new ConnectionRate(10_250), 4, 4));
    double need = exempted.connectionNeed().value().perSecond();
    assertThat(need).isCloseTo(38_258, within(0.5));
    assertThat(need / 0.65).isCloseTo(58_858, within(0.5));
    assertThat(
            Formulas.rated(new ConnectionRate(need), new Share(0.65), new Factor(0.5)).perSecond())
        .isCloseTo(117_717, within(0.5));
    for (String model : List.of("PA-5440", "PA-5445", "FortiGate 3700F", "FortiGate 3000G")) {
      Measure connections = check(model, exempted).measure(Dimension.CONNECTIONS);
      assertThat(connections.rated()).isGreaterThanOrEqualTo(390_000);
      assertThat(connections.verdict()).isEqualTo(Outcome.PASS);
    }
  }

  @Test
  void sessionsByLittlesLaw() {
    assertThat(exempted.sessions().value().sessions()).isEqualTo(264_750);
    assertThat(exempted.sessionNeed().value().sessions()).isCloseTo(658_783, within(0.5));
    assertThat(exempted.sessionNeed().value().sessions() / 0.65).isCloseTo(1_013_512, within(0.5));
    ApplianceCheck small = check("PA-3410", exempted);
    assertThat(small.measure(Dimension.SESSIONS).verdict()).isEqualTo(Outcome.PASS);
    assertThat(small.measure(Dimension.THROUGHPUT).verdict()).isEqualTo(Outcome.FAIL);
  }

  @Test
  void packetsPerSecond() {
    assertThat(exempted.packets().value().perSecond() / 1e6).isCloseTo(2.66, within(0.005));
    assertThat(exempted.meanPacketSize().bytes()).isCloseTo(527, within(0.5));
    assertThat(exempted.packetNeed().value().perSecond() / 1e6).isCloseTo(8.6, within(0.05));
  }

  @Test
  void links() {
    assertGiga(exempted.links().perDirection().bitsPerSecond(), 50.8, 0.05);
    assertGiga(exempted.crossingLinks().perDirection().bitsPerSecond(), 60.8, 0.05);
    assertThat(exempted.links().recommendation()).isEqualTo("2 × 100G");
  }

  @Test
  void fabricLoad() {
    FabricLoad fabric = FabricLoad.of(ALL, CROSSING, PARAMETERS);
    assertGiga(fabric.demand().bitsPerSecond(), 19.3, 1e-9);
    assertGiga(fabric.load().bitsPerSecond(), 30.5, 1e-9);
    assertThat(fabric.factor().value()).isCloseTo(1.58, within(0.005));
  }

  @Test
  void logRate() {
    assertThat(exempted.logRate().perSecond()).isCloseTo(38_258, within(0.5));
  }

  @Test
  void microsegmentationPerHost() {
    HostDemand host = HostDemand.atBothEnds(ALL, HOSTS, PARAMETERS);
    assertGiga(host.coincidentPeak().bitsPerSecond(), 38.6, 1e-9);
    assertGiga(host.meanPerHost().bitsPerSecond(), 4.83, 0.0051);
    assertGiga(host.perHost().bitsPerSecond(), 7.72, 0.005);
    assertGiga(host.need().bitsPerSecond(), 24.97, 0.005);
    assertThat(host.connectionNeed().value().perSecond()).isCloseTo(25_011, within(0.5));
    assertThat(host.sessionNeed().value().sessions()).isCloseTo(388_158, within(0.5));
  }

  @Test
  void virtualFirewallsPerHost() {
    Appliance eight = WorkedExample.appliance("VM-Series flex (8 vCPU, 16 GB)");
    double rated = eight.rated(Rating.THREAT).orElseThrow();
    assertGiga(rated * 0.65 * 0.85, 3.3, 0.05);
    HostDemand everything = HostDemand.atBothEnds(ALL, HOSTS, PARAMETERS);
    assertThat(everything.instances(everything.need(), new BitRate(rated))).isEqualTo(8);
    HostDemand some = HostDemand.atBothEnds(List.of(F1, F2), HOSTS, PARAMETERS);
    assertGiga(some.need().bitsPerSecond(), 14.2, 0.05);
    assertThat(some.instances(some.need(), new BitRate(rated))).isEqualTo(5);
    assertGiga(some.needToday().bitsPerSecond(), 5.7, 0.05);
    assertThat(some.instances(some.needToday(), new BitRate(rated))).isEqualTo(2);
  }

  @Test
  void distributedIdpsIsBoundByPackets() {
    double ceiling =
        WorkedExample.appliance("NSX/vDefend Distributed IDPS (per ESXi host)")
            .rated(Rating.PACKETS)
            .orElseThrow();
    assertGiga(ceiling * 600 * 8, 0.72, 1e-9);
  }

  @Test
  void hybrid() {
    HostDemand host = HostDemand.atBothEnds(List.of(F3, F4, F6), HOSTS, PARAMETERS);
    assertGiga(host.coincidentPeak().bitsPerSecond(), 16.2, 1e-9);
    assertGiga(host.perHost().bitsPerSecond(), 3.24, 0.005);
    assertGiga(host.need().bitsPerSecond(), 10.5, 0.05);
    assertGiga(exempted.ratedThroughput().bitsPerSecond(), 64.4, 0.005);
  }

  @ParameterizedTest
  @CsvSource({"3, 34.8, FAIL", "4, 52.2, PASS"})
  void nPlusOneCluster(int units, double usable, Outcome outcome) {
    ApplianceCheck check = cluster(units);
    Measure throughput = check.measure(Dimension.THROUGHPUT);
    assertGiga(throughput.usable(), usable, 0.05);
    assertThat(throughput.verdict()).isEqualTo(outcome);
  }

  @Test
  void nPlusOneClusterOpensFewerConnections() {
    assertThat(cluster(4).measure(Dimension.CONNECTIONS).rated()).isEqualTo(450_000);
    assertThat(
            Recommendation.smallestCluster(
                WorkedExample.appliance("Secure Firewall 3140"), exempted, PolicySize.NONE, 8))
        .get()
        .extracting(check -> check.redundancy().units())
        .isEqualTo(4);
  }

  private ApplianceCheck cluster(int units) {
    return ApplianceCheck.of(
        WorkedExample.appliance("Secure Firewall 3140"),
        exempted,
        PolicySize.NONE,
        new Redundancy(Redundancy.Mode.CLUSTER, units));
  }

  @Test
  void elephantsAreNamed() {
    assertThat(inspected.elephants()).containsExactly(F5, F1, F2);
    assertThat(F4.crossesGroups()).isFalse();
    assertThat(inspected.elephants()).doesNotContain(F7);
  }
}
