package org.firebreak.core.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BITS_PER_SECOND        | 35579000000        | 35.6 Gbit/s",
        "BITS_PER_SECOND        | 64396000000        | 64.4 Gbit/s",
        "BITS_PER_SECOND        | 198000000000       | 198 Gbit/s",
        "BITS_PER_SECOND        | 14999999999.99     | 15 Gbit/s",
        "BITS_PER_SECOND        | 999600             | 1.00 Mbit/s",
        "BITS_PER_SECOND        | 0                  | 0 bit/s",
        "BITS_PER_SECOND        | 1440000000000      | 1.44 Tbit/s",
        "PACKETS_PER_SECOND     | 8594000            | 8.59 Mpacket/s",
        "CONNECTIONS_PER_SECOND | 117716.9           | 117,717 conn/s",
        "SESSIONS               | 1013512.4          | 1,013,512 sessions",
        "CONNECTIONS_PER_SECOND | 0.25               | 0.25 conn/s",
        "COUNT                  | 24                 | 24",
        "SHARE                  | 0.65               | 65 %",
        "SHARE                  | 0.4909             | 49.1 %",
        "FACTOR                 | 1.3                | ×1.30",
        "YEARS                  | 5.46               | 5.5 years",
        "SECONDS                | 15                 | 15 s"
      })
  void valuesReadAsPeopleWriteThem(Unit unit, double value, String text) {
    assertThat(unit.format(value)).isEqualTo(text);
  }

  @Test
  void theLanguageOfTheMachineDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Unit.BITS_PER_SECOND.format(35.58e9)).isEqualTo("35.6 Gbit/s");
      assertThat(Unit.SESSIONS.format(1e6)).isEqualTo("1,000,000 sessions");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void unknownAndNeverAreWords() {
    assertThat(Unit.BITS_PER_SECOND.format(Double.NaN)).isEqualTo("unknown");
    assertThat(Unit.YEARS.format(Double.POSITIVE_INFINITY)).isEqualTo("never");
  }
}
