package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.validation.fix.Fixes;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.junit.jupiter.api.Test;

/** Servers that a design quarantines. */
class QuarantineRulesTest {
  private final CleanDesign shop = new CleanDesign();
  private final Server web1 = shop.web.getServers().get(0);

  private void respondsFrom(Endpoint... responders) {
    shop.design.getResponders().addAll(List.of(responders));
  }

  @Test
  void quarantinedServerIsReportedWithItsResponders() {
    respondsFrom(shop.db);
    web1.setQuarantined(true);
    assertThat(shop.findings()).containsExactly("FB-404 info web1");
    assertThat(shop.message())
        .isEqualTo("Server web1 is in quarantine: cut off from everybody but db");
    RiskMends.assertMended(shop, "FB-404");
  }

  @Test
  void serversOfAGroupAreReportedTogetherAndThoseOfAnotherApart() {
    respondsFrom(shop.network("Forensics", "192.168.7.0/28"));
    shop.web.getServers().forEach(server -> server.setQuarantined(true));
    shop.db.getServers().get(1).setQuarantined(true);
    assertThat(shop.findings("FB-404"))
        .containsExactlyInAnyOrder("FB-404 info web1, web2", "FB-404 info db2");
    assertThat(shop.validate().findings())
        .anySatisfy(
            finding ->
                assertThat(finding.message())
                    .startsWith("2 servers of group web (web1 and web2) are in quarantine"));
    RiskMends.assertMended(shop, "FB-404");
  }

  @Test
  void serversOutsideAnyGroupAreReportedTogether() {
    respondsFrom(shop.db);
    for (int i = 1; i <= 5; i++) {
      Server loose = CleanDesign.server("new" + i, "10.0.9." + i);
      loose.setQuarantined(true);
      shop.data.getServers().add(loose);
    }
    assertThat(shop.message("FB-404"))
        .startsWith("5 servers of zone Data (new1, new2, new3 and 2 more) are in quarantine");
  }

  @Test
  void quarantineByTheCommandLineIsNoFindingOfTheDesign() {
    shop.options = shop.options.withQuarantined(Set.of(web1.getId()), Set.of());
    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void releaseIsNotSafeAndIsOutdatedOnceAllAreReleased() {
    respondsFrom(shop.db);
    web1.setQuarantined(true);
    ValidationContext context = context();
    Finding finding = shop.validate().findings().get(0);
    Fix release = Fixes.of(finding, context).get(0);
    assertThat(release.label()).isEqualTo("Release web1 from quarantine");
    assertThat(release.safe()).isFalse();
    web1.setQuarantined(false);
    assertThatThrownBy(() -> release.change().accept(DesignElements.of(shop.design)))
        .isInstanceOf(OutdatedFixException.class);
  }

  @Test
  void quarantineWithoutRespondersIsAWarning() {
    web1.setQuarantined(true);
    assertThat(shop.findings("FB-405")).containsExactly("FB-405 warning Shop");
    assertThat(shop.message("FB-405"))
        .contains("names no responders")
        .endsWith("the quarantined server web1");
    assertThat(shop.message("FB-404")).endsWith("cut off from everybody");
    assertThat(RiskMends.labels(shop, "FB-405")).isEmpty();
    web1.setQuarantined(false);
    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void respondersInQuarantineAreNone() {
    respondsFrom(web1, shop.web);
    web1.setQuarantined(true);
    assertThat(shop.findings("FB-405")).isEmpty();
    shop.web.getServers().get(1).setQuarantined(true);
    assertThat(shop.message("FB-405"))
        .startsWith("All responders of the design are in quarantine themselves");
  }

  @Test
  void jumpHostsAreOfferedAsResponders() {
    web1.setQuarantined(true);
    ServerGroup jump = shop.group(shop.data, "bastion", "10.0.3.1");
    assertThat(RiskMends.labels(shop, "FB-405")).containsExactly("Let bastion respond");
    RiskMends.apply(shop, "FB-405", "Let bastion respond");
    assertThat(shop.design.getResponders()).containsExactly(jump);
    assertThat(shop.findings("FB-405")).isEmpty();
    shop.design.getResponders().clear();
    jump.getServers().get(0).setQuarantined(true);
    assertThat(RiskMends.labels(shop, "FB-405")).isEmpty();
  }

  private ValidationContext context() {
    return ValidationContext.of(
        shop.design, PolicyCompiler.compile(shop.design, shop.options), shop.profile);
  }
}
