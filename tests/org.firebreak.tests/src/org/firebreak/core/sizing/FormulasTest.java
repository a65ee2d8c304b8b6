package org.firebreak.core.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulasTest {

  @ParameterizedTest
  @CsvSource({"527, 38, 1.072", "527, 88, 1.167", "46, 38, 1.83"})
  void framesTakeMoreThanTheirPackets(double packet, int overhead, double factor) {
    assertThat(Formulas.wire(1, packet, overhead)).isCloseTo(factor, within(0.005));
  }

  @ParameterizedTest
  @CsvSource({"0.1, 1.29", "1, 1.93", "10, 3.95"})
  void elephantsDominateBursts(double flowGiga, double burst) {
    assertThat(Formulas.shotNoiseBurst(flowGiga * 1e9, 11e9)).isCloseTo(burst, within(0.006));
  }

  @Test
  void aMixLiesBetweenItsParts() {
    assertThat(Formulas.tlsMix(0, 10, 40)).isEqualTo(40);
    assertThat(Formulas.tlsMix(1, 10, 40)).isEqualTo(10);
    assertThat(Formulas.tlsMix(0.5, 10, 40)).isEqualTo(16);
  }

  @Test
  void withoutGrowthABoxIsNeverOutgrown() {
    assertThat(Formulas.yearOutgrown(10, 5, 0)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Formulas.yearOutgrown(5, 10, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Formulas.yearOutgrown(5, 0, 0.2)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Formulas.yearOutgrown(5, 10, 0.2)).isNegative();
  }

  @Test
  void tenPercentOverFiveYears() {
    assertThat(Formulas.growth(0.1, 5)).isCloseTo(1.61051, within(1e-9));
    assertThat(Formulas.growth(0.1, 0)).isEqualTo(1);
  }
}
