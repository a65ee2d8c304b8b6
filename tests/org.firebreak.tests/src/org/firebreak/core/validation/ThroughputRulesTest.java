package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.Flow;
import org.firebreak.model.Link;
import org.firebreak.model.Protocol;
import org.firebreak.model.Segmentation;
import org.firebreak.model.Service;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThroughputRulesTest {
  private final CleanDesign shop = new CleanDesign();
  private final Service https = shop.service("https", Protocol.TCP, "443");
  private final Flow back = shop.flow(shop.db, shop.web, https);

  private static void clear(Flow flow) {
    flow.setAverageBitsPerSecond(null);
    flow.setPeakBitsPerSecond(null);
  }

  @Test
  void flowWithoutAnEstimateIsFound() {
    assertThat(shop.findings()).isEmpty();

    clear(back);
    assertThat(shop.findings()).containsExactly("FB-701 info db → web");
  }

  @Test
  void averageOrPeakAloneIsAnEstimate() {
    back.setPeakBitsPerSecond(null);
    shop.webToDb.setAverageBitsPerSecond(null);

    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void flowsOfAPairOfZonesAreFoundTogether() {
    clear(shop.flow(shop.db, shop.web, shop.service("a", Protocol.TCP, "1001")));
    clear(shop.flow(shop.db, shop.web, shop.service("b", Protocol.TCP, "1002")));

    assertThat(shop.findings()).containsExactly("FB-701 info Data, Front");
    assertThat(shop.message()).contains("2 of 3 flows from Data to Front");
  }

  @Test
  void designWithoutAnyEstimateIsFoundOnce() {
    shop.design.getFlows().forEach(ThroughputRulesTest::clear);

    assertThat(shop.findings()).containsExactly("FB-701 info Shop");
    assertThat(shop.message()).contains("No flow", "2 flows");
  }

  @Test
  void manyPairsAreFoundOnceWithTheirShare() {
    for (int i = 1; i <= 21; i++) {
      Zone zone = shop.zone(shop.design, "zone" + i);
      clear(shop.flow(shop.web, shop.group(zone, "g" + i + "-", "10.1.0." + i), https));
    }

    assertThat(shop.findings()).containsExactly("FB-701 info Shop");
    assertThat(shop.message()).contains("21 of 23 flows (91 %)", "and 18 more");
  }

  @Test
  void whatNoFirewallSeesNeedsNoEstimate() {
    clear(shop.flow(shop.db, shop.db, https));
    assertThat(shop.findings("FB-701")).isEmpty();

    shop.db.setSegmentation(Segmentation.MICRO);
    assertThat(shop.findings("FB-701")).containsExactly("FB-701 info db → db");
  }

  @Test
  void averageAbovePeakIsFoundAndExchanged() {
    back.setAverageBitsPerSecond(5e6);
    assertThat(shop.findings()).isEmpty();

    back.setAverageBitsPerSecond(9e8);
    assertThat(shop.findings()).containsExactly("FB-702 error db → web");
    assertThat(shop.message()).contains("900 Mbit/s above its peak of 5 Mbit/s");
    RiskMends.assertMended(shop, "FB-702");
    RiskMends.apply(shop, "FB-702", "Exchange average and peak of db → web");
    assertThat(back.getPeakBitsPerSecond()).isEqualTo(9e8);
    assertThat(back.getAverageBitsPerSecond()).isEqualTo(5e6);
  }

  private EnforcementPoint firewall(Double... rates) {
    EnforcementPoint firewall = NewElements.enforcementPoint("core", EnforcementKind.CENTRAL);
    for (Double rate : rates) {
      Link link = NewElements.link("link");
      link.setBitsPerSecond(rate);
      firewall.getLinks().add(link);
    }
    shop.design.getEnforcementPoints().add(firewall);
    return firewall;
  }

  @Test
  void peakAboveTheLinksOfTheFirewallIsFound() {
    EnforcementPoint firewall = firewall(1e9, 1e9);
    back.setPeakBitsPerSecond(2e9);
    assertThat(shop.findings()).isEmpty();

    back.setPeakBitsPerSecond(2.1e9);
    assertThat(shop.findings()).containsExactly("FB-703 warning db → web, core");
    assertThat(shop.message()).contains("2.1 Gbit/s", "core (2 Gbit/s)");

    firewall.getLinks().get(0).setMembers(2);
    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void unknownLinksAndFirewallsElsewhereAreNotJudged() {
    back.setPeakBitsPerSecond(1e12);
    firewall(1e9, null);
    firewall();
    assertThat(shop.findings("FB-703")).isEmpty();

    Zone other = shop.zone(shop.design, "Other");
    firewall(1e9).getGuards().add(other);
    assertThat(shop.findings("FB-703")).isEmpty();
  }

  @Test
  void linksAreJudgedUnderTheStrategyInForce() {
    firewall(1e9);
    back.setPeakBitsPerSecond(1e12);
    assertThat(shop.findings("FB-703")).hasSize(1);

    shop.db.setSegmentation(Segmentation.MICRO);
    assertThat(shop.findings("FB-703")).isEmpty();
  }

  @Test
  void connectionsWithoutADurationAreFoundOnceForAService() {
    Flow other = shop.flow(shop.group(shop.front, "c", "10.0.8.1"), shop.db, https);
    back.setMeanDurationSeconds(null);
    other.setMeanDurationSeconds(null);

    assertThat(shop.findings()).containsExactly("FB-704 info db → web, c → db");
    assertThat(RiskMends.labels(shop, "FB-704")).isEmpty();
  }

  @Test
  void durationIsTakenFromFlowsOfTheSameService() {
    back.setMeanDurationSeconds(null);
    shop.flow(shop.group(shop.front, "c", "10.0.8.1"), shop.db, https).setMeanDurationSeconds(4.0);
    shop.flow(shop.web, shop.group(shop.data, "d", "10.0.8.2"), https).setMeanDurationSeconds(6.0);
    shop.flow(shop.web, shop.group(shop.data, "e", "10.0.8.3"), https)
        .setMeanDurationSeconds(900.0);

    assertThat(shop.findings()).containsExactly("FB-704 info db → web");
    RiskMends.assertMended(shop, "FB-704");
    RiskMends.apply(shop, "FB-704", "Take 6 s, as other flows of the service last");
    assertThat(back.getMeanDurationSeconds()).isEqualTo(6.0);
  }

  @Test
  void withoutConnectionsNoDurationIsNeeded() {
    back.setMeanDurationSeconds(null);
    back.setConnectionsPerSecond(null);
    assertThat(shop.findings()).isEmpty();

    back.setConnectionsPerSecond(0.0);
    assertThat(shop.findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-5e6, -0.001, Double.NaN, Double.POSITIVE_INFINITY})
  void throughputThatCannotBeIsFound(double value) {
    back.setPeakBitsPerSecond(value);

    assertThat(shop.findings()).containsExactly("FB-705 error db → web");
  }

  @Test
  void straySignAndPerCentAreCorrected() {
    back.setPeakBitsPerSecond(-5e6);
    back.setDecryptedShare(90.0);
    back.setHourlyProfile(Collections.nCopies(24, "50"));

    assertThat(shop.findings()).containsExactly("FB-705 error db → web");
    assertThat(shop.message()).contains("peak throughput", "decrypted share of 90", "profile");
    RiskMends.assertMended(shop, "FB-705");
    RiskMends.apply(shop, "FB-705", RiskMends.labels(shop, "FB-705").get(0));
    assertThat(back.getPeakBitsPerSecond()).isEqualTo(5e6);
    assertThat(back.getDecryptedShare()).isEqualTo(0.9);
    assertThat(back.getHourlyProfile()).hasSize(24).containsOnly("0.5");
  }

  @Test
  void whatCannotBeGuessedIsClearedUnlessItWouldBeMissed() {
    back.setMeanPacketBytes(9.0);
    back.setHourlyProfile(List.of("1", "0.5"));
    RiskMends.assertMended(shop, "FB-705");

    back.setMeanDurationSeconds(Double.NaN);
    assertThat(RiskMends.labels(shop, "FB-705")).isEmpty();
  }

  @Test
  void limitsThemselvesAreRight() {
    back.setMeanPacketBytes(20.0);
    back.setDecryptedShare(1.0);
    back.setHourlyProfile(Collections.nCopies(168, "0"));
    assertThat(shop.findings()).isEmpty();

    back.setDecryptedShare(0.0);
    back.setHourlyProfile(Collections.nCopies(24, "1"));
    assertThat(shop.findings()).isEmpty();

    back.setHourlyProfile(Collections.nCopies(25, "1"));
    assertThat(shop.findings()).containsExactly("FB-705 error db → web");
  }
}
