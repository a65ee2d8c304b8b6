package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.firebreak.model.Flow;
import org.firebreak.model.Protocol;
import org.firebreak.model.Segmentation;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.Tripwire;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;

class TripwireRulesTest {
  private final CleanDesign shop = new CleanDesign();
  private final Service smb = shop.service("smb", Protocol.TCP, "445");
  private final Tripwire lateral = tripwire("lateral", smb);

  private Tripwire tripwire(String name, Service... services) {
    Tripwire tripwire = NewElements.tripwire(name);
    tripwire.getServices().addAll(java.util.List.of(services));
    shop.design.getTripwires().add(tripwire);
    return tripwire;
  }

  @Test
  void rangeThatHoldsTheWatchedPortSilencesIt() {
    Service range = shop.service("range", Protocol.TCP, "440-450");
    Flow flow = shop.flow(shop.db, shop.web, range);

    assertThat(shop.findings()).containsExactly("FB-209 warning db → web, lateral");
    assertThat(shop.message())
        .contains("tcp/440-450", "smb (tcp/445)", "db (2 servers)", "web (2 servers)");
    RiskMends.assertMended(shop, "FB-209");

    RiskMends.apply(shop, "FB-209", "Leave the watched ports out of db → web");
    assertThat(flow.getServices()).extracting(Service::getPorts).containsExactly("440-444,446-450");
    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void rangeBesideTheWatchedPortDoesNot() {
    shop.flow(shop.db, shop.web, shop.service("range", Protocol.TCP, "446-450"));
    shop.flow(shop.db, shop.web, shop.service("datagrams", Protocol.UDP, "440-450"));

    assertThat(shop.findings("FB-209")).isEmpty();
  }

  @Test
  void flowThatNamesTheWatchedPortIsForInformationOnceForTheTripwire() {
    shop.flow(shop.db, shop.web, smb);
    shop.flow(shop.web, shop.group(shop.front, "files", "10.0.4.1"), smb);

    assertThat(shop.findings()).containsExactly("FB-209 info lateral");
    assertThat(shop.message()).contains("2 flows permit smb", "db → web and web → files");
    RiskMends.assertMended(shop, "FB-209");
  }

  @Test
  void jumpHostAndManagementMay() {
    shop.flow(shop.group(shop.front, "jump", "10.0.9.1"), shop.db, smb);

    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void flowInsideAGroupThatTalksFreelyChangesNothing() {
    shop.flow(shop.db, shop.db, smb);
    assertThat(shop.findings("FB-209")).isEmpty();

    shop.db.setSegmentation(Segmentation.MICRO);
    assertThat(shop.findings("FB-209")).containsExactly("FB-209 info lateral");
  }

  @Test
  void tripwireNeverFiresIfFlowsTogetherPermitAllPairs() {
    shop.flow(shop.db, shop.web, smb);
    assertThat(shop.findings("FB-210")).isEmpty();

    shop.flow(shop.web, shop.db, shop.service("range", Protocol.TCP, "440-450"));
    assertThat(shop.findings("FB-210")).containsExactly("FB-210 error lateral, smb");
    assertThat(shop.findings("FB-209")).isEmpty();
    assertThat(shop.message("FB-210")).contains("web → db and db → web");
    RiskMends.assertMended(shop, "FB-210");
  }

  @Test
  void oneServerOutsideKeepsItAlive() {
    shop.flow(shop.db, shop.web, smb);
    shop.flow(shop.web, shop.db, smb);
    assertThat(shop.findings("FB-210")).hasSize(1);

    ServerGroup other = shop.group(shop.front, "other", "10.0.4.1");
    assertThat(shop.findings("FB-210")).isEmpty();

    other.getServers().get(0).setAddresses(java.util.List.of());
    assertThat(shop.findings("FB-210")).hasSize(1);
  }

  @Test
  void microsegmentedMembersMustBePermittedAmongThemselvesToo() {
    shop.flow(shop.db, shop.web, smb);
    shop.flow(shop.web, shop.db, smb);
    shop.web.setSegmentation(Segmentation.MICRO);
    assertThat(shop.findings("FB-210")).isEmpty();

    shop.flow(shop.web, shop.web, smb);
    assertThat(shop.findings("FB-210")).hasSize(1);
  }

  @Test
  void eachWatchedPortMustBePermitted() {
    lateral.getServices().clear();
    lateral.getServices().add(shop.service("both", Protocol.TCP, "139,445"));
    shop.flow(shop.db, shop.web, smb);
    shop.flow(shop.web, shop.db, smb);
    assertThat(shop.findings("FB-210")).isEmpty();

    Service netbios = shop.service("nb", Protocol.TCP, "130-140");
    shop.flow(shop.db, shop.web, netbios);
    shop.flow(shop.web, shop.db, netbios);
    assertThat(shop.findings("FB-210")).containsExactly("FB-210 error lateral, both");
  }

  @Test
  void serversOfDifferentTenantsCannotTryIt() {
    shop.web.getServers().forEach(server -> server.setTenant(shop.tenant("Red")));
    ServerGroup blue = shop.group(shop.front, "blue", "10.0.1.1");
    blue.getServers().get(0).setTenant(shop.tenant("Blue"));
    shop.flow(shop.db, shop.web, smb);
    shop.flow(shop.web, shop.db, smb);
    shop.flow(shop.db, blue, smb);
    assertThat(shop.findings("FB-210")).isEmpty();

    shop.flow(blue, shop.db, smb);
    // Each of the red servers got a tenant of its own, but they are one group.
    assertThat(shop.findings("FB-210")).hasSize(1);
  }

  @Test
  void anyAddressIsEveryServerOfItsFamily() {
    Service any = shop.service("any", Protocol.ANY, "");
    shop.flow(shop.network("v6", "::/0"), shop.network("all6", "::/0"), any);
    assertThat(shop.findings("FB-210")).isEmpty();

    shop.flow(shop.network("v4", "0.0.0.0/0"), shop.network("all4", "0.0.0.0/0"), any);
    assertThat(shop.findings("FB-210")).containsExactly("FB-210 error lateral, smb");
  }
}
