package org.firebreak.core.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.firebreak.core.sizing.WorkedExample.F1;
import static org.firebreak.core.sizing.WorkedExample.F2;
import static org.firebreak.core.sizing.WorkedExample.appliance;
import static org.firebreak.core.sizing.WorkedExample.central;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.sizing.ApplianceCheck.Verdict;
import org.firebreak.core.sizing.Measure.Outcome;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.core.sizing.units.ConnectionRate;
import org.firebreak.core.sizing.units.Seconds;
import org.junit.jupiter.api.Test;

class ApplianceCheckTest {

  private static ApplianceCheck check(String model, CentralDemand demand, PolicySize size) {
    return ApplianceCheck.of(appliance(model), demand, size, Redundancy.ACTIVE_PASSIVE_PAIR);
  }

  @Test
  void everyDimensionIsJudged() {
    assertThat(check("PA-5440", central(F1, F2), PolicySize.NONE).measures())
        .extracting(Measure::dimension)
        .containsExactly(Dimension.values());
  }

  @Test
  void tooManyRulesBindThoughTheThroughputPasses() {
    ApplianceCheck check = check("PA-5430", central(F1), new PolicySize(70_000, 10, 5));
    assertThat(check.measure(Dimension.THROUGHPUT).verdict()).isEqualTo(Outcome.PASS);
    assertThat(check.verdict()).isEqualTo(Verdict.INADEQUATE);
    assertThat(check.binding()).get().extracting("dimension").isEqualTo(Dimension.RULES);
    assertThat(check.reasons().get(0)).contains("Rules: 70,000 needed, 65,000 usable, fails");
  }

  @Test
  void mixedLevelsAddTheirTime() {
    CentralDemand demand = central(F1.inspectedAs(InspectionLevel.LAYER_4), F2);
    Measure throughput =
        check("FortiGate 1800F", demand, PolicySize.NONE).measure(Dimension.THROUGHPUT);
    assertThat(throughput.rated() / 1e9).isCloseTo(11 / (6.0 / 198 + 5.0 / 15), within(1e-6));
  }

  @Test
  void aMissingLayer4FigureIsReplacedByTheDeeperOne() {
    Measure throughput =
        check("PA-5440", central(F1.inspectedAs(InspectionLevel.LAYER_4)), PolicySize.NONE)
            .measure(Dimension.THROUGHPUT);
    assertThat(throughput.rated()).isCloseTo(85e9, within(1.0));
    assertThat(throughput.note())
        .isEqualTo("no Layer-4 throughput published, Application throughput used");
  }

  @Test
  void aLayer4FigureNeverStandsForThreatPrevention() {
    ApplianceCheck check = check("SRX4700", central(F1), PolicySize.NONE);
    assertThat(check.verdict()).isEqualTo(Verdict.NEEDS_VENDOR_TEST);
    assertThat(check.measure(Dimension.THROUGHPUT).verdict()).isEqualTo(Outcome.NEEDS_VENDOR_TEST);
    assertThat(check.yearOutgrown().years()).isNaN();
  }

  @Test
  void withoutADecryptionFigureTheRestMayStillBeTooMuch() {
    CentralDemand demand = central(F1.inspectedAs(InspectionLevel.THREAT_TLS), F2);
    ApplianceCheck check = check("PA-440", demand, PolicySize.NONE);
    assertThat(check.verdict()).isEqualTo(Verdict.INADEQUATE);
    assertThat(check.measure(Dimension.THROUGHPUT).note()).contains("the rest alone is too much");
  }

  @Test
  void aLicenceLimitFailsButNeverPasses() {
    assertThat(check("FTDv50", central(F1), PolicySize.NONE).verdict())
        .isEqualTo(Verdict.INADEQUATE);
    TrafficClass small = flow("small", RateProfile.ofPeak(new BitRate(1e9)), 10, 1);
    assertThat(check("FTDv50", central(small), PolicySize.NONE).verdict())
        .isEqualTo(Verdict.NEEDS_VENDOR_TEST);
  }

  @Test
  void packetsOfAPlainFirewallDoNotProveInspection() {
    assertThat(
            check("FortiGate 3000G", central(F1), PolicySize.NONE)
                .measure(Dimension.PACKETS)
                .verdict())
        .isEqualTo(Outcome.NEEDS_VENDOR_TEST);
    assertThat(
            check(
                    "FortiGate 3000G",
                    central(F1.inspectedAs(InspectionLevel.LAYER_4)),
                    PolicySize.NONE)
                .measure(Dimension.PACKETS)
                .verdict())
        .isEqualTo(Outcome.PASS);
  }

  @Test
  void withoutEstimatesNothingIsJudged() {
    CentralDemand demand = central(flow("no figures", RateProfile.unknown(), -1, -1));
    ApplianceCheck check = check("PA-440", demand, PolicySize.NONE);
    assertThat(check.measure(Dimension.THROUGHPUT).verdict()).isEqualTo(Outcome.NO_DEMAND);
    assertThat(check.measure(Dimension.CONNECTIONS).verdict()).isEqualTo(Outcome.NO_DEMAND);
    assertThat(check.binding()).isEmpty();
    assertThat(demand.throughput().coverage()).isEqualTo("0 of 1 flows, a lower bound");
  }

  @Test
  void withoutTrafficNothingIsRecommended() {
    CentralDemand nothing = central();
    assertThat(nothing.need().bitsPerSecond()).isZero();
    assertThat(nothing.figures()).isNotEmpty();
    assertThat(check("PA-440", nothing, PolicySize.NONE).verdict()).isEqualTo(Verdict.NO_DEMAND);
    Recommendation recommendation =
        Recommendation.of(
            ApplianceCatalogue.shipped(), nothing, PolicySize.NONE, Redundancy.ACTIVE_PASSIVE_PAIR);
    assertThat(recommendation)
        .isEqualTo(new Recommendation(List.of(), List.of(), List.of(), List.of()));
  }

  @Test
  void recommendationsStartWithTheTightestFit() {
    Recommendation recommendation =
        Recommendation.of(
            ApplianceCatalogue.shipped(),
            central(F1, F2),
            PolicySize.NONE,
            Redundancy.ACTIVE_PASSIVE_PAIR);
    assertThat(recommendation.adequate())
        .isNotEmpty()
        .isSortedAccordingTo(Comparator.comparingDouble(ApplianceCheck::utilisation).reversed())
        .allMatch(each -> each.utilisation() <= 0.65);
    assertThat(recommendation.inadequate())
        .isSortedAccordingTo(Comparator.comparingDouble(ApplianceCheck::excess))
        .allMatch(each -> each.excess() > 1)
        .allMatch(each -> !each.reasons().isEmpty());
    assertThat(recommendation.needsVendorTest()).allMatch(each -> !each.reasons().isEmpty());
    int all =
        recommendation.adequate().size()
            + recommendation.needsVendorTest().size()
            + recommendation.inadequate().size();
    assertThat(all)
        .isEqualTo(
            (int)
                ApplianceCatalogue.shipped().all().stream()
                    .filter(each -> each.role() == Appliance.Role.CENTRAL && each.current())
                    .count());
  }

  @Test
  void openQuestionsAreSortedByWhatIsKnown() {
    Recommendation recommendation =
        Recommendation.of(
            ApplianceCatalogue.shipped(),
            central(F1.inspectedAs(InspectionLevel.THREAT_TLS), F2),
            PolicySize.NONE,
            Redundancy.ACTIVE_PASSIVE_PAIR);
    List<ApplianceCheck> open = recommendation.needsVendorTest();
    assertThat(open.get(0).appliance().model()).isEqualTo("PA-5410");
    assertThat(open).extracting(ApplianceCheck::openQuestions).isSorted();
    assertThat(open.get(open.size() - 1).reasons())
        .containsExactly("No performance figure is published or was found: needs a vendor test");
  }

  @Test
  void clocksHaveToNest() {
    TrafficClass day = flow("day", RateProfile.ofBins(new double[24]), 1, 1);
    TrafficClass week = flow("week", RateProfile.ofBins(new double[168]), 1, 1);
    assertThat(central(day, week).bins()).hasSize(168);
    TrafficClass odd = flow("odd", RateProfile.ofBins(new double[5]), 1, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> central(day, odd))
        .withMessage("odd: profile of 5 bins does not repeat within 24");
  }

  @Test
  void aPairOfOneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Redundancy(Redundancy.Mode.ACTIVE_PASSIVE, 1))
        .withMessage("active/passive needs at least 2 units, not 1");
  }

  private static TrafficClass flow(
      String name, RateProfile rate, double connections, double duration) {
    return new TrafficClass(
        name,
        name,
        rate,
        connections < 0 ? Optional.empty() : Optional.of(new ConnectionRate(connections)),
        duration < 0 ? Optional.empty() : Optional.of(new Seconds(duration)),
        Optional.empty(),
        InspectionLevel.THREAT,
        0,
        true,
        "");
  }

  @Test
  void figuresAreReadyToBeShown() {
    List<Figure> figures = central(F1, F2).figures();
    assertThat(figures).extracting(Figure::key).doesNotHaveDuplicates();
    assertThat(figures)
        .filteredOn(figure -> figure.key().equals("central.rated"))
        .extracting(Figure::text)
        .containsExactly("64.4 Gbit/s");
    assertThat(figures).allMatch(figure -> !figure.explanation().isBlank());
  }
}
