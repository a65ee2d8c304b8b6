package org.firebreak.core.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.firebreak.core.sizing.Appliance.Confidence;
import org.firebreak.core.sizing.Appliance.Role;
import org.junit.jupiter.api.Test;

class ApplianceCatalogueTest {

  private final ApplianceCatalogue catalogue = ApplianceCatalogue.shipped();

  @Test
  void holdsTheFactsOfManyVendors() {
    assertThat(catalogue.all()).hasSizeGreaterThanOrEqualTo(120);
    assertThat(catalogue.all().stream().map(Appliance::vendor).distinct())
        .contains("Palo Alto Networks", "Fortinet", "Cisco", "Juniper", "Check Point");
  }

  @Test
  void namesAreUnique() {
    assertThat(catalogue.all().stream().map(Appliance::name)).doesNotHaveDuplicates();
  }

  @Test
  void everyEntrySaysWhereItComesFrom() {
    for (Appliance each : catalogue.all()) {
      assertThat(each.source()).as(each.name()).isNotBlank();
      assertThat(each.sourceDate()).as(each.name()).isNotBlank();
      assertThat(each.note().isBlank() && each.confidence() == Confidence.LOW).isFalse();
      assertThat(each.confidence() == Confidence.NONE)
          .as(each.name())
          .isEqualTo(each.method().key().equals("none"));
    }
  }

  @Test
  void deeperInspectionIsNeverFaster() {
    for (Appliance each : catalogue.all()) {
      double layer4 = each.rated(Rating.LAYER_4).orElse(Double.MAX_VALUE);
      double application = each.rated(Rating.APPLICATION).orElse(layer4);
      double threat = each.rated(Rating.THREAT).orElse(0);
      assertThat(application).as(each.name()).isLessThanOrEqualTo(layer4);
      assertThat(threat).as(each.name()).isLessThanOrEqualTo(application);
    }
  }

  @Test
  void figuresOfASampleAreThoseOfTheDatasheets() {
    Appliance fortinet = catalogue.find("FortiGate 1800F").orElseThrow();
    assertThat(fortinet.rated(Rating.LAYER_4)).hasValue(198e9);
    assertThat(fortinet.rated(Rating.THREAT)).hasValue(15e9);
    assertThat(fortinet.rated(Rating.TLS)).hasValue(12e9);
    assertThat(fortinet.rated(Rating.PACKETS).orElseThrow() * 84 * 8)
        .isCloseTo(140e9, within(0.1e9));
    Appliance palo = catalogue.find("palo alto networks pa-3410").orElseThrow();
    assertThat(palo.rated(Rating.APPLICATION)).hasValue(14e9);
    assertThat(palo.rated(Rating.THREAT)).hasValue(7.5e9);
    assertThat(palo.rated(Rating.LAYER_4)).isEmpty();
    assertThat(palo.rated(Rating.SESSIONS)).hasValue(1.4e6);
    assertThat(palo.rated(Rating.LINK_BUNDLE)).hasValue(100e9);
    Appliance cisco = catalogue.find("Secure Firewall 3140").orElseThrow();
    assertThat(cisco.rated(Rating.CONNECTIONS)).hasValue(300_000);
    assertThat(cisco.method().comparable()).isFalse();
  }

  @Test
  void aLicenceLimitIsNotACapacity() {
    Appliance limited = catalogue.find("FTDv50").orElseThrow();
    assertThat(limited.rated(Rating.LAYER_4)).isEmpty();
    assertThat(limited.rated(Rating.LICENCE_LIMIT)).hasValue(10e9);
  }

  @Test
  void partsAndReferencesAreNotFirewalls() {
    assertThat(catalogue.find("PA-7500-DPC-A (per card)").orElseThrow().role())
        .isEqualTo(Role.COMPONENT);
    assertThat(catalogue.find("Linux XDP drop (single CPU)").orElseThrow().role())
        .isEqualTo(Role.REFERENCE);
    assertThat(catalogue.find("Azure Firewall Premium").orElseThrow().role())
        .isEqualTo(Role.SERVICE);
  }

  @Test
  void anUnknownModelIsEmpty() {
    assertThat(catalogue.find("PA-9999")).isEmpty();
  }
}
