package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.core.validation.CleanDesign.server;
import static org.firebreak.core.validation.Mended.assertMended;

import java.util.Map;
import java.util.regex.Pattern;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Protocol;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;

class IdentityNameRulesTest {
  private final CleanDesign shop = new CleanDesign();

  @Test
  void serversOfOneNameAreFoundWhateverTheirCase() {
    shop.db.getServers().add(server("WEB1", "10.0.2.3"));

    assertThat(shop.findings()).containsExactly("FB-601 warning web1, WEB1");
    assertThat(shop.message()).contains("differ at most in case");
    assertThat(Mended.labels(shop, "FB-601")).containsExactly("Rename WEB1 to WEB1-2");
    assertMended(shop, "FB-601");
  }

  @Test
  void serversOfDifferentTenantsMayHaveTheSameName() {
    Server red = server("web1", "10.0.2.3");
    shop.db.getServers().add(red);
    red.setTenant(shop.tenant("Red"));

    assertThat(shop.findings("FB-601")).isEmpty();
  }

  @Test
  void threeOfOneNameAreOneFindingAndTheNewNamesDiffer() {
    shop.db.getServers().add(server("web1", "10.0.2.3"));
    shop.db.getServers().add(server("web1", "10.0.2.4"));
    shop.db.getServers().add(server("web1-2", "10.0.2.5"));

    assertThat(shop.message("FB-601")).isEqualTo("3 servers are called web1");
    assertThat(Mended.labels(shop, "FB-601"))
        .containsExactly("Rename web1 to web1-3 and web1 to web1-4");
    assertMended(shop, "FB-601");
  }

  @Test
  void newNameFollowsTheConvention() {
    shop.profile = shop.profile.withNaming(Map.of("server", Pattern.compile("[a-z]+[0-9]+")));
    shop.db.getServers().add(server("web1", "10.0.2.3"));

    assertThat(Mended.labels(shop, "FB-601")).containsExactly("Rename web1 to web12");
    assertMended(shop, "FB-601");
  }

  @Test
  void groupsOfOneNameAreFoundInOneZoneOnly() {
    ServerGroup other = shop.group(shop.data, "web", "10.0.2.7", "10.0.2.8");
    other.getServers().get(0).setName("x1");
    other.getServers().get(1).setName("x2");
    shop.flow(shop.web, other, shop.postgresql);
    assertThat(shop.findings("FB-601")).isEmpty();

    shop.front.getGroups().add(other);
    assertThat(shop.findings("FB-601")).containsExactly("FB-601 warning web, web");
    assertThat(shop.message("FB-601")).isEqualTo("2 server groups of zone Front are called web");
    assertMended(shop, "FB-601");
  }

  @Test
  void zonesAmongSiblingsAndNetworksAreFound() {
    shop.zone(shop.design, "front");
    shop.zone(shop.front, "front");
    ExternalNetwork one = shop.network("Office", "192.168.1.0/24");
    ExternalNetwork two = shop.network(" office", "192.168.2.0/24");
    shop.flow(one, shop.web, shop.postgresql);
    shop.flow(two, shop.web, shop.postgresql);

    assertThat(shop.findings("FB-601"))
        .containsExactly("FB-601 warning Office,  office", "FB-601 warning Front, front");
  }

  @Test
  void zonesAndNetworksAreRenamed() {
    shop.zone(shop.design, "front");
    assertMended(shop, "FB-601");
    Mended.apply(shop, "FB-601");

    ExternalNetwork one = shop.network("Office", "192.168.1.0/24");
    ExternalNetwork two = shop.network("office", "192.168.2.0/24");
    shop.flow(one, shop.web, shop.postgresql);
    shop.flow(two, shop.web, shop.postgresql);
    assertMended(shop, "FB-601");
  }

  @Test
  void flowsOfAMachineEnteredTwiceMoveAlong() {
    ServerGroup batch = shop.group(shop.front, "batch", "10.0.1.7", "10.0.1.8");
    Server twin = server("Web1", "10.0.1.1");
    batch.getServers().add(twin);
    shop.flow(batch, shop.db, shop.postgresql);
    shop.flow(twin, shop.db, shop.service("ldaps", Protocol.TCP, "636"));

    assertMended(shop, "FB-603");
  }

  @Test
  void serviceNameWithTwoMeaningsIsFound() {
    Service other = shop.service("PostgreSQL", Protocol.TCP, "5433");
    shop.flow(shop.web, shop.db, other);

    assertThat(shop.findings("FB-602")).containsExactly("FB-602 warning postgresql, PostgreSQL");
    assertThat(shop.message("FB-602")).contains("tcp/5432 and for tcp/5433");
    assertThat(Mended.labels(shop, "FB-602"))
        .containsExactly("Rename PostgreSQL to PostgreSQL-5433");
    assertMended(shop, "FB-602");
  }

  @Test
  void oneServiceNameOverTwoProtocolsIsMeant() {
    Service udp = shop.service("postgresql", Protocol.UDP, "5432");
    shop.flow(shop.web, shop.db, udp);

    assertThat(shop.findings("FB-602")).isEmpty();
  }

  @Test
  void machineEnteredTwiceIsFoundOnceAndMerged() {
    Server twin = server("Web1", "10.0.1.1");
    shop.db.getServers().add(twin);
    shop.flow(twin, shop.db.getServers().get(0), shop.service("ldaps", Protocol.TCP, "636"));

    assertThat(shop.findings()).contains("FB-603 error web1, Web1");
    assertThat(shop.findings()).noneMatch(line -> line.matches("FB-(601|003).*"));
    assertThat(shop.message("FB-603"))
        .isEqualTo(
            "Server web1 of group web and server Web1 of group db are the same machine: they have"
                + " the same name and address");
    assertThat(Mended.labels(shop, "FB-603"))
        .first()
        .isEqualTo("Delete Web1 of group db and move its flows to web1 of group web");
    Mended.apply(shop, "FB-603");
    assertThat(shop.findings("FB-603")).isEmpty();
    assertThat(shop.design.getFlows().get(1).getSource()).isSameAs(shop.web.getServers().get(0));
  }

  @Test
  void entryWithoutAddressIsTheSameMachineAndItsFixesMendIt() {
    Server twin = server("db1");
    shop.web.getServers().add(twin);

    assertThat(shop.findings("FB-603")).containsExactly("FB-603 error db1, db1");
    assertMended(shop, "FB-603");
  }

  @Test
  void sameHostAndAddressesAreTheSameMachineUnderTwoNames() {
    Server twin = server("dbserver", "10.0.2.1");
    shop.web.getServers().add(twin);
    assertThat(shop.findings("FB-603")).isEmpty();
    assertThat(shop.findings("FB-003")).hasSize(1);

    twin.setHypervisorHost("esx1");
    shop.db.getServers().get(0).setHypervisorHost("esx1");
    assertThat(shop.findings("FB-003")).isEmpty();
    assertThat(shop.findings("FB-603")).hasSize(1);
    assertMended(shop, "FB-603");
  }

  @Test
  void serverIsNotMergedOutOfAGroupThatWouldBeEmpty() {
    ServerGroup batch = shop.group(shop.data, "batch");
    batch.getServers().add(server("web1", "10.0.1.1"));

    assertThat(Mended.labels(shop, "FB-603"))
        .containsExactly("Delete web1 of group web and move its flows to web1 of group batch");
  }

  @Test
  void sameMembershipRuleTwiceIsFound() {
    shop.web.setMembershipLabel("tier");
    shop.web.setMembershipValue("front");
    shop.db.setMembershipLabel("tier");
    shop.db.setMembershipValue("data");
    assertThat(shop.findings()).isEmpty();

    shop.db.setMembershipValue("front");
    assertThat(shop.findings()).containsExactly("FB-611 warning web, db");

    shop.data.setTenant(shop.tenant("Red"));
    assertThat(shop.findings("FB-611")).isEmpty();
  }

  @Test
  void serverWithTheLabelsOfTwoGroupsIsFound() {
    shop.web.setMembershipLabel("tier");
    shop.web.setMembershipValue("front");
    shop.db.setMembershipLabel("role");
    shop.db.setMembershipValue("database");
    Server web1 = shop.web.getServers().get(0);
    web1.getLabels().add(NewElements.label("tier", "front"));
    web1.getLabels().add(NewElements.label("role", "web"));
    assertThat(shop.findings()).isEmpty();

    web1.getLabels().get(1).setValue("database");
    assertThat(shop.findings()).containsExactly("FB-611 warning web1, web, db");
  }
}
