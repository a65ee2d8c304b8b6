package org.firebreak.core.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Search in the catalogue, and the entries that a project adds. */
class OwnAppliancesTest {

  private static final String OWN = "firebreak-appliances.csv";

  private static ApplianceCatalogue with(String... lines) {
    String text = String.join("\n", lines) + "\n";
    return ApplianceCatalogue.shipped()
        .with(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), OWN);
  }

  @Test
  void ownEntriesGoFirstAreMarkedAndTakeUnits() {
    ApplianceCatalogue catalogue =
        with("vendor;model;threat_bps;source", "Acme;Wall 1;2.5G;\"offer; of May\"");
    Appliance own = catalogue.all().get(0);
    assertThat(own.own()).isTrue();
    assertThat(own.rated(Rating.THREAT)).hasValue(2.5e9);
    assertThat(own.rated(Rating.LAYER_4)).isEmpty();
    assertThat(own.source()).isEqualTo("offer; of May");
    assertThat(own.confidence()).isEqualTo(Appliance.Confidence.LOW);
    assertThat(own.method().comparable()).isFalse();
    assertThat(catalogue.all()).hasSize(ApplianceCatalogue.shipped().all().size() + 1);
    assertThat(ApplianceCatalogue.shipped().all()).noneMatch(Appliance::own);
  }

  @Test
  void anOwnEntryStandsInThePlaceOfAShippedOne() {
    ApplianceCatalogue catalogue =
        with("vendor;model;threat_bps;source", "Palo Alto Networks;PA-3410;6G;own test");
    assertThat(catalogue.all()).hasSameSizeAs(ApplianceCatalogue.shipped().all());
    assertThat(catalogue.find("PA-3410").orElseThrow().rated(Rating.THREAT)).hasValue(6e9);
  }

  @Test
  void theWholeCatalogueSurvivesExportAndImport() {
    List<Appliance> all = ApplianceCatalogue.shipped().all();
    ApplianceCatalogue again = with(ApplianceCatalogue.csv(all).split("\n"));
    assertThat(again.all()).hasSameSizeAs(all).allMatch(Appliance::own);
    assertThat(ApplianceCatalogue.csv(again.all())).isEqualTo(ApplianceCatalogue.csv(all));
    assertThat(again.find("PA-5440").orElseThrow().ratings())
        .isEqualTo(WorkedExample.appliance("PA-5440").ratings());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vendor;model;source;threat_bps|A;B;s;fast|threat_bps is no number: fast; write for"
            + " instance",
        "vendor;model;source;threat_bps|A;B;s;0|leave it empty if it is unknown",
        "vendor;model;source|A;B;|source is empty; say where",
        "vendor;model|A;B|there is no column source",
        "vendor;model;source;price|A;B;s;1|the column price is unknown",
        "vendor;model;source;form|A;B;s;round|form is unknown: round; write physical",
        "vendor;model;source;method|A;B;s;magic|there is no method 'magic'",
        "vendor;model;source|A;B|3 fields separated by semicolons expected",
        "vendor;model;source|A;B;\"s|a double quote is not closed",
      })
  void aMistakeNamesFileLineAndMend(String header, String line, String message) {
    assertThatThrownBy(() -> with(header, line))
        .isInstanceOf(InvalidTableException.class)
        .hasMessageStartingWith(OWN + " line 2: ")
        .hasMessageContaining(message);
  }

  @Test
  void theSameNameTwiceIsRefused() {
    assertThatThrownBy(() -> with("vendor;model;source", "A;B;s", "a;b;s"))
        .hasMessageContaining("line 3", "there twice");
  }

  @Test
  void aSearchFindsByWordVendorAndForm() {
    ApplianceCatalogue catalogue = ApplianceCatalogue.shipped();
    assertThat(catalogue.search(ApplianceQuery.ALL)).isEqualTo(catalogue.all());
    assertThat(catalogue.search(query("pa-5440", Set.of())))
        .extracting(Appliance::model)
        .containsExactly("PA-5440");
    List<Appliance> virtual =
        catalogue.search(
            new ApplianceQuery(
                "", Set.of("fortinet"), Set.of(Appliance.Form.VIRTUAL), Set.of(), true));
    assertThat(virtual)
        .isNotEmpty()
        .allMatch(each -> each.vendor().equals("Fortinet"))
        .allMatch(each -> each.form() == Appliance.Form.VIRTUAL && each.current());
    assertThat(catalogue.search(query("pa-5440 fortinet", Set.of()))).isEmpty();
    assertThat(catalogue.vendors()).isSorted().contains("Cisco", "Juniper");
  }

  private static ApplianceQuery query(String words, Set<String> vendors) {
    return new ApplianceQuery(words, vendors, Set.of(), Set.of(), false);
  }

  @Test
  void anOwnEntryIsRecommendedAsOne() {
    ApplianceCatalogue catalogue =
        with(
            "vendor;model;threat_bps;connections_per_second;sessions;source",
            "Acme;Wall 65;65G;1M;10M;offer of May");
    ApplianceCheck best =
        Recommendation.of(
                catalogue,
                WorkedExample.centralWithoutBackup(),
                PolicySize.NONE,
                Redundancy.ACTIVE_PASSIVE_PAIR)
            .best()
            .orElseThrow();
    assertThat(best.appliance().name()).isEqualTo("Acme Wall 65");
    assertThat(best.reasons()).contains("Own entry: offer of May");
  }
}
