package org.firebreak.core.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.core.sizing.units.ConnectionRate;
import org.firebreak.core.sizing.units.Factor;
import org.firebreak.core.sizing.units.GrowthRate;
import org.firebreak.core.sizing.units.PacketRate;
import org.firebreak.core.sizing.units.PacketSize;
import org.firebreak.core.sizing.units.Seconds;
import org.firebreak.core.sizing.units.SessionCount;
import org.firebreak.core.sizing.units.Share;
import org.firebreak.core.sizing.units.Years;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each formula with values reckoned by hand. */
class FormulasTest {

  private static BitRate giga(double rate) {
    return BitRate.ofGiga(rate);
  }

  @Test
  void noFormulaTakesOrGivesABareNumber() {
    for (Method method : Formulas.class.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())) {
        assertThat(method.getReturnType().isRecord()).as(method.toString()).isTrue();
        assertThat(Arrays.stream(method.getParameterTypes()).filter(each -> each == double.class))
            .as(method.toString())
            .isEmpty();
      }
    }
  }

  @Test
  void tenPercentOverFiveYears() {
    assertThat(Formulas.growth(new GrowthRate(0.1), new Years(5)).value())
        .isCloseTo(1.61051, within(1e-9));
    assertThat(Formulas.growth(new GrowthRate(0.1), new Years(0)).value()).isEqualTo(1);
    assertThat(Formulas.growth(new GrowthRate(-0.5), new Years(2)).value()).isEqualTo(0.25);
  }

  @Test
  void theNeedIsDemandTimesBurstTimesGrowth() {
    assertThat(Formulas.need(giga(10), new Factor(1.5), new Factor(2)).giga())
        .isCloseTo(30, within(1e-9));
  }

  @Test
  void coincidenceIsThePeakOfTheSumOverTheSumOfPeaks() {
    assertThat(Formulas.coincidence(giga(13.15), giga(22.5)).value())
        .isCloseTo(0.58444, within(5e-6));
    assertThat(Formulas.coincidence(giga(0), giga(0)).value()).isEqualTo(1);
  }

  @Test
  void aBoxIsRatedAboveTheNeedByCeilingAndDerate() {
    // 26 / (0.65 · 0.8) = 50; 13,000 / (0.65 · 0.5) = 40,000; 650 / 0.65 = 1,000.
    assertThat(Formulas.rated(giga(26), new Share(0.65), new Factor(0.8)).giga())
        .isCloseTo(50, within(1e-9));
    assertThat(
            Formulas.rated(new ConnectionRate(13_000), new Share(0.65), new Factor(0.5))
                .perSecond())
        .isCloseTo(40_000, within(1e-6));
    assertThat(Formulas.rated(new SessionCount(650), new Share(0.65)).sessions())
        .isCloseTo(1_000, within(1e-9));
  }

  @Test
  void sessionsAreRateTimesTimeInTheTable() {
    assertThat(
            Formulas.sessions(new ConnectionRate(9_000), new Seconds(2), new Seconds(15))
                .sessions())
        .isEqualTo(153_000);
  }

  @Test
  void packetsAreBitsOverEightTimesTheirSizeAndBack() {
    // 6 Gbit/s of 600 B: 6e9 / 4800 = 1.25 million.
    PacketRate packets = Formulas.packets(giga(6), new PacketSize(600));
    assertThat(packets.perSecond()).isEqualTo(1_250_000);
    assertThat(Formulas.bits(packets, new PacketSize(600)).giga()).isEqualTo(6);
  }

  @Test
  void aMixLiesBetweenItsParts() {
    assertThat(Formulas.tlsMix(new Share(0), giga(10), giga(40)).giga())
        .isCloseTo(40, within(1e-9));
    assertThat(Formulas.tlsMix(new Share(1), giga(10), giga(40)).giga())
        .isCloseTo(10, within(1e-9));
    assertThat(Formulas.tlsMix(new Share(0.5), giga(10), giga(40)).giga())
        .isCloseTo(16, within(1e-9));
  }

  @Test
  void aBoxIsOutgrownWhenGrowthHasEatenItsRoom() {
    // Room for 1.44 times the demand at 20 % a year: two years.
    GrowthRate fifth = new GrowthRate(0.2);
    assertThat(Formulas.yearOutgrown(giga(14.4), giga(10), fifth).years())
        .isCloseTo(2, within(1e-9));
    assertThat(Formulas.yearOutgrown(giga(5), giga(10), fifth).years()).isNegative();
    assertThat(Formulas.yearOutgrown(giga(5), giga(0), fifth).years())
        .isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void withoutGrowthABoxIsNeverOutgrown() {
    GrowthRate none = new GrowthRate(0);
    assertThat(Formulas.yearOutgrown(giga(10), giga(5), none).years())
        .isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Formulas.yearOutgrown(giga(5), giga(10), none).years())
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @ParameterizedTest
  @CsvSource({"527, 38, 1.072", "527, 88, 1.167", "46, 38, 1.83"})
  void framesTakeMoreThanTheirPackets(double packet, double overhead, double factor) {
    BitRate wire = Formulas.wire(new BitRate(1), new PacketSize(packet), new PacketSize(overhead));
    assertThat(wire.bitsPerSecond()).isCloseTo(factor, within(0.005));
  }

  @Test
  void frameOverheadsAreThoseOfEthernetAndVxlan() {
    assertThat(Formulas.ETHERNET_OVERHEAD.bytes()).isEqualTo(14 + 4 + 8 + 12);
    assertThat(Formulas.VXLAN_OVERHEAD.bytes())
        .isEqualTo(Formulas.ETHERNET_OVERHEAD.bytes() + 14 + 20 + 8 + 8);
  }

  @Test
  void aClusterLosesAUnitAndSomeOfTheRest() {
    assertThat(Formulas.clusterUnits(new Factor(0.7), 4).value()).isCloseTo(2.1, within(1e-9));
  }

  @Test
  void linksCarryEveryBitInAndOut() {
    // 35 / 0.7 = 50; with 60 % in the larger direction 30 on each arm.
    assertThat(Formulas.oneArm(giga(35), new Share(0.7)).giga()).isCloseTo(50, within(1e-9));
    assertThat(Formulas.twoArm(giga(35), new Share(0.6), new Share(0.7)).giga())
        .isCloseTo(30, within(1e-9));
  }

  @Test
  void oneConnectionHasItsShareOfTheConcurrentOnes() {
    // 20/s that last 600 s are 12,000 at a time; fewer than one still is one.
    assertThat(
            Formulas.perConnection(giga(12), new ConnectionRate(20), new Seconds(600))
                .bitsPerSecond())
        .isCloseTo(1e6, within(1e-6));
    assertThat(Formulas.perConnection(giga(12), new ConnectionRate(0.001), new Seconds(10)).giga())
        .isEqualTo(12);
  }

  @Test
  void theBusiestHostCarriesMoreThanTheMeanButNeverMoreThanAll() {
    assertThat(Formulas.busiestHost(giga(38.6), 8, new Factor(1.6)).giga())
        .isCloseTo(7.72, within(1e-9));
    assertThat(Formulas.busiestHost(giga(38.6), 1, new Factor(1.6)).giga()).isEqualTo(38.6);
  }

  @Test
  void aFilterPaysForEachPacketAndForTheFirstOfAConnection() {
    // 1 Mpps · 500 ns = 0.5 cores; 20,000/s · 25 µs = 0.5 cores.
    assertThat(
            Formulas.filterCores(
                    new PacketRate(1e6),
                    Seconds.ofNanos(500),
                    new ConnectionRate(20_000),
                    Seconds.ofNanos(25_000))
                .count())
        .isCloseTo(1, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"0.1, 1.29", "1, 1.93", "10, 3.95"})
  void elephantsDominateBursts(double flowGiga, double burst) {
    assertThat(Formulas.shotNoiseBurst(giga(flowGiga), giga(11)).value())
        .isCloseTo(burst, within(0.006));
  }

  @Test
  void ninetyFifthPercentileIsTheNearestRank() {
    double[] rates = new double[20];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = 20 - i;
    }
    // Rank ⌈0.95 · 20⌉ = 19 of 1 to 20.
    assertThat(RateProfile.ofBins(rates).percentile95().bitsPerSecond()).isEqualTo(19);
    assertThat(RateProfile.ofBins(7).percentile95().bitsPerSecond()).isEqualTo(7);
  }
}
