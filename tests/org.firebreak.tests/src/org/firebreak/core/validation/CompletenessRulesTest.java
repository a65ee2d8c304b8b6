package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.core.validation.CleanDesign.server;

import java.util.List;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Protocol;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.Tripwire;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;

class CompletenessRulesTest {
  private final CleanDesign shop = new CleanDesign();

  @Test
  void nothingIsFoundInTheCleanDesign() {
    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void nothingIsFoundInAnEmptyDesign() {
    shop.design.getFlows().clear();
    shop.design.getZones().clear();
    shop.design.getServices().clear();

    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void serverWithoutAddressIsFound() {
    shop.db.getServers().add(server("db3"));

    assertThat(shop.findings()).containsExactly("FB-001 warning db3");
  }

  @Test
  void manyServersOfAGroupWithoutAddressAreFoundTogether() {
    for (int i = 3; i < 7; i++) {
      shop.db.getServers().add(server("db" + i));
    }
    shop.web.getServers().add(server("web3"));

    assertThat(shop.findings())
        .filteredOn(line -> line.startsWith("FB-001"))
        .containsExactly("FB-001 warning web3", "FB-001 warning db, db3, db4, db5, db6");
  }

  @Test
  void invalidAddressIsFoundOnceAndIsNoMissingAddress() {
    shop.db.getServers().get(0).setAddresses(List.of("10.0.2.256"));

    assertThat(shop.findings()).containsExactly("FB-002 error db1");
    assertThat(shop.message()).contains("10.0.2.256");
  }

  @Test
  void invalidCidrsOfNetworksAndZonesAreFound() {
    ExternalNetwork office = shop.network("Office", "192.0.2.0/33", "198.51.100.0/24");
    shop.flow(office, shop.web, shop.service("https", Protocol.TCP, "443"));
    shop.front.setCidrs(List.of("10.0.1.0/24", "10.0.1/24"));

    assertThat(shop.findings())
        .filteredOn(line -> line.startsWith("FB-00"))
        .containsExactly("FB-002 error Office", "FB-002 error Front");
  }

  @Test
  void duplicateAddressIsFound() {
    shop.db.getServers().add(server("db3", "10.0.2.1"));

    assertThat(shop.findings()).containsExactly("FB-003 error db1, db3");
  }

  @Test
  void sameAddressInTwoTenantsIsNoDuplicate() {
    shop.web.getServers().get(0).setTenant(shop.tenant("red"));
    Server other = server("web3", "10.0.1.1");
    other.setTenant(shop.tenant("blue"));
    shop.web.getServers().add(other);

    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void addressThatHidesASharedServerIsFound() {
    Server other = server("web3", "10.0.2.1");
    other.setTenant(shop.tenant("red"));
    shop.web.getServers().add(other);

    assertThat(shop.findings()).containsExactly("FB-011 warning web3, db1");
    assertThat(shop.message()).contains("tenant red", "10.0.2.1", "db1");
  }

  @Test
  void groupWithoutServersIsFoundAndAFlowToItPermitsNothing() {
    ServerGroup cache = shop.group(shop.data, "cache");
    shop.flow(shop.web, cache, shop.service("redis", Protocol.TCP, "6379"));

    assertThat(shop.findings())
        .containsExactly("FB-004 warning cache", "FB-009 warning web → cache, cache");
  }

  @Test
  void groupThatServersWillJoinIsInformation() {
    shop.group(shop.data, "cache").setMembershipLabel("role");

    assertThat(shop.findings()).containsExactly("FB-004 info cache");
  }

  @Test
  void serverWithoutFlowIsFoundByItselfOrWithItsGroup() {
    shop.group(shop.data, "batch", "10.0.3.1", "10.0.3.2");
    shop.data.getServers().add(server("lonely", "10.0.4.1"));

    assertThat(shop.findings()).containsExactly("FB-005 warning batch", "FB-005 warning lonely");
  }

  @Test
  void memberLeftOutByFlowsToOtherMembersIsFound() {
    ServerGroup batch = shop.group(shop.data, "batch", "10.0.3.1", "10.0.3.2");
    shop.flow(batch.getServers().get(0), shop.db, shop.postgresql);

    assertThat(shop.findings()).containsExactly("FB-005 warning batch2, batch");
  }

  @Test
  void flowOfAZoneOrOfANetworkIsAFlowOfItsServers() {
    shop.group(shop.data, "batch", "10.0.3.1");
    ExternalNetwork network = shop.network("Batch network", "10.0.3.0/24");
    shop.flow(network, shop.web, shop.service("https", Protocol.TCP, "443"));

    assertThat(shop.findings()).containsExactly("FB-203 warning Batch network, batch1");
  }

  @Test
  void flowOfAnyAddressIsNoFlowOfEveryServer() {
    shop.group(shop.data, "batch", "10.0.3.1");
    ExternalNetwork any = shop.network("*", "0.0.0.0/0", "::/0");
    shop.flow(any, shop.web, shop.service("https", Protocol.TCP, "443"));

    assertThat(shop.findings())
        .containsExactly("FB-005 warning batch", "FB-101 warning * → web, *");
  }

  @Test
  void invalidServiceIsFoundOnceWithItsUsers() {
    Service broken = shop.service("app", Protocol.TCP, "8080/tcp");
    shop.webToDb.getServices().add(broken);
    shop.webToDb.getServices().remove(shop.postgresql);
    Tripwire tripwire = NewElements.tripwire("watch");
    tripwire.getServices().add(broken);
    shop.design.getTripwires().add(tripwire);

    assertThat(shop.findings())
        .filteredOn(line -> line.startsWith("FB-0"))
        .containsExactly("FB-006 error app, web → db, watch");
  }

  @Test
  void unusedInvalidServiceIsFound() {
    shop.service("ping", Protocol.ICMP, "8");

    assertThat(shop.findings()).containsExactly("FB-006 error ping");
  }

  @Test
  void flowWithoutEndIsFound() {
    shop.flow(shop.web, null, shop.postgresql);

    assertThat(shop.findings()).containsExactly("FB-007 error web → (none)");
  }

  @Test
  void flowWithoutServiceIsFound() {
    shop.flow(shop.db, shop.web);

    assertThat(shop.findings()).containsExactly("FB-008 error db → web");
  }

  @Test
  void serversBehindNoFirewallAreFound() {
    EnforcementPoint firewall =
        NewElements.enforcementPoint("Core firewall", EnforcementKind.CENTRAL);
    firewall.getGuards().add(shop.data);
    shop.design.getEnforcementPoints().add(firewall);

    assertThat(shop.findings()).containsExactly("FB-010 warning Shop");

    firewall.getGuards().add(shop.front);
    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void flowOutsideTheDesignIsFound() {
    ExternalNetwork office = shop.network("Office", "192.0.2.0/24");
    ExternalNetwork provider = shop.network("Provider", "198.51.100.0/24");
    shop.flow(office, provider, shop.service("smtp", Protocol.TCP, "25"));

    assertThat(shop.findings()).containsExactly("FB-012 warning Office → Provider");
  }
}
