package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.Protocol;
import org.firebreak.model.Risk;
import org.firebreak.model.Segmentation;
import org.firebreak.model.Server;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;

/** High-risk servers under the hybrid strategy. */
class MicroGuardRulesTest {
  private final CleanDesign shop = new CleanDesign();
  private final Server critical = shop.db.getServers().get(0);

  private void hybrid() {
    shop.design.getStrategy().setKind(StrategyKind.HYBRID);
  }

  private EnforcementPoint point(EnforcementKind kind) {
    EnforcementPoint point = NewElements.enforcementPoint(kind.getName(), kind);
    shop.design.getEnforcementPoints().add(point);
    return point;
  }

  @Test
  void criticalServerWhoseGroupIsOverriddenIsFoundUnderHybridOnly() {
    critical.setRisk(Risk.CRITICAL);
    shop.db.setSegmentation(Segmentation.GROUP);
    assertThat(shop.findings()).isEmpty();

    hybrid();
    assertThat(shop.findings()).containsExactly("FB-402 warning db");
    assertThat(shop.message()).contains("db1 is critical", "group db says group segmentation");
  }

  @Test
  void ownOverrideIsFoundAtTheServers() {
    hybrid();
    shop.db.getServers().forEach(server -> server.setRisk(Risk.CRITICAL));
    shop.flow(shop.db, shop.db, shop.service("replication", Protocol.TCP, "5433"));
    assertThat(shop.findings()).isEmpty();

    critical.setSegmentation(Segmentation.GROUP);
    assertThat(shop.findings()).containsExactly("FB-402 warning db1");
    RiskMends.assertMended(shop, "FB-402");
  }

  @Test
  void serverInAnOverriddenGroupIsMicrosegmentedItself() {
    hybrid();
    critical.setRisk(Risk.CRITICAL);
    critical.setSegmentation(Segmentation.GROUP);
    shop.db.setSegmentation(Segmentation.GROUP);
    shop.flow(shop.db, shop.db, shop.service("replication", Protocol.TCP, "5433"));

    RiskMends.apply(shop, "FB-402", "Microsegment db1");
    assertThat(critical.getSegmentation()).isEqualTo(Segmentation.MICRO);
    assertThat(shop.db.getSegmentation()).isEqualTo(Segmentation.GROUP);
  }

  @Test
  void strategyThatLeavesInternetFacingServersOutIsFoundOnce() {
    hybrid();
    shop.design.getFlows().remove(shop.webToDb);
    shop.flow(shop.db, shop.web, shop.service("https", Protocol.TCP, "443"));
    shop.web.getServers().forEach(server -> server.setInternetFacing(true));
    shop.design.getStrategy().setMicroInternetFacing(false);

    assertThat(shop.findings("FB-402")).containsExactly("FB-402 warning Shop");
    assertThat(shop.message("FB-402")).contains("2 servers (web1 and web2)", "internet-facing");
    assertThat(RiskMends.labels(shop, "FB-402"))
        .containsExactly(
            "Microsegment internet-facing servers, which use nothing among themselves");
    RiskMends.assertMended(shop, "FB-402");
  }

  @Test
  void groupWithClusterServicesGetsNoFixThatWouldBreakIt() {
    hybrid();
    critical.setRisk(Risk.CRITICAL);
    shop.db.setSegmentation(Segmentation.GROUP);
    shop.postgresql.setCategory("database");

    assertThat(shop.findings("FB-402")).hasSize(1);
    assertThat(RiskMends.labels(shop, "FB-402")).isEmpty();
  }

  @Test
  void microsegmentedServersNeedAnEnforcementPointAtTheHostOnceThereAreAny() {
    shop.db.setSegmentation(Segmentation.MICRO);
    shop.flow(shop.db, shop.db, shop.postgresql);
    assertThat(shop.findings()).isEmpty();

    point(EnforcementKind.CENTRAL);
    assertThat(shop.findings("FB-403")).containsExactly("FB-403 warning Shop");
    assertThat(shop.message("FB-403")).contains("2 microsegmented servers", "db");
    RiskMends.assertMended(shop, "FB-403");
  }

  @Test
  void hostsThatGuardOthersAreExtended() {
    shop.db.setSegmentation(Segmentation.MICRO);
    shop.flow(shop.db, shop.db, shop.postgresql);
    EnforcementPoint hosts = point(EnforcementKind.HOST);
    assertThat(shop.findings("FB-403")).isEmpty();

    hosts.getGuards().add(shop.web);
    assertThat(shop.findings("FB-403")).hasSize(1);
    RiskMends.assertMended(shop, "FB-403");
    RiskMends.apply(shop, "FB-403", "Let " + hosts.getName() + " guard them too");
    assertThat(hosts.getGuards()).contains(shop.web, shop.db);
  }
}
