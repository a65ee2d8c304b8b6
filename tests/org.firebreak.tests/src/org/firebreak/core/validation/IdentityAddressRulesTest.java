package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.core.validation.CleanDesign.server;
import static org.firebreak.core.validation.Mended.assertMended;

import java.util.List;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Protocol;
import org.firebreak.model.Server;
import org.firebreak.model.Service;
import org.firebreak.model.Zone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityAddressRulesTest {
  private final CleanDesign shop = new CleanDesign();
  private final Server db1 = shop.db.getServers().get(0);

  private void give(String... addresses) {
    db1.setAddresses(List.of(addresses));
  }

  @Test
  void zonesBesideEachOtherWithOneSubnetAreFound() {
    shop.front.setCidrs(List.of("10.0.1.0/24", "10.0.2.0/24"));
    shop.data.setCidrs(List.of("10.0.2.0/24"));

    assertThat(shop.findings()).containsExactly("FB-604 warning Data, Front");
    assertThat(shop.message())
        .isEqualTo("The range 10.0.2.0/24 of zone Data lies also in zone Front");
    assertThat(Mended.labels(shop, "FB-604"))
        .containsExactly("Take 10.0.2.0/24 from zone Front, which does not use it");
    assertMended(shop, "FB-604");
  }

  @Test
  void zonesInsideEachOtherAndOfOtherTenantsMayOverlap() {
    shop.front.setCidrs(List.of("10.0.0.0/16"));
    shop.data.setCidrs(List.of("10.0.2.0/24"));
    assertThat(shop.findings("FB-604")).containsExactly("FB-604 warning Data, Front");

    shop.front.setTenant(shop.tenant("Red"));
    assertThat(shop.findings("FB-604")).isEmpty();

    shop.front.setTenant(null);
    shop.front.getZones().add(shop.data);
    assertThat(shop.findings("FB-604")).isEmpty();
  }

  @Test
  void rangeThatBothZonesUseIsLeftToPeople() {
    shop.front.setCidrs(List.of("10.0.0.0/16", "10.1.0.0/16"));
    shop.data.setCidrs(List.of("10.0.0.0/16", "10.2.0.0/16"));

    assertThat(Mended.labels(shop, "FB-604")).isEmpty();
  }

  @Test
  void networksWithTheSameAddressesAreMerged() {
    Service https = shop.service("https", Protocol.TCP, "443");
    ExternalNetwork one = shop.network("Office", "192.168.1.0/24");
    ExternalNetwork two = shop.network("Branch", "192.168.1.0/25", "192.168.1.128/25");
    shop.flow(one, shop.web, https);
    shop.flow(two, shop.web, https);
    shop.flow(two, shop.web, shop.service("orders", Protocol.TCP, "8443"));

    assertThat(shop.findings("FB-605")).containsExactly("FB-605 warning Office, Branch");
    assertMended(shop, "FB-605");
    Mended.apply(shop, "FB-605");
    assertThat(shop.design.getExternalNetworks()).containsExactly(one);
    assertThat(shop.design.getFlows()).hasSize(3);
  }

  @Test
  void networkInsideAnotherIsWorthALookAndOneOfAnyAddressIsNot() {
    Service https = shop.service("https", Protocol.TCP, "443");
    shop.flow(shop.network("Offices", "192.168.0.0/16"), shop.web, https);
    shop.flow(shop.network("Branch", "192.168.4.0/24"), shop.web, https);
    shop.network("*", "0.0.0.0/0");

    assertThat(shop.findings("FB-605")).containsExactly("FB-605 info Branch, Offices");
    assertThat(shop.message("FB-605"))
        .isEqualTo("192.168.4.0/24 of external network Branch lies also in Offices");
  }

  @Test
  void addressOutsideTheRangesOfTheNearestZoneThatHasSomeIsFound() {
    shop.data.setCidrs(List.of("10.0.2.0/24"));
    Zone inner = shop.zone(shop.data, "Inner");
    inner.getGroups().add(shop.db);
    assertThat(shop.findings("FB-606")).isEmpty();

    give("10.0.9.1", "fd00::1");
    assertThat(shop.findings("FB-606")).containsExactly("FB-606 warning Data, db1");
    assertThat(shop.message("FB-606"))
        .isEqualTo("1 address lies outside the ranges of zone Data (10.0.2.0/24): db1 (10.0.9.1)");

    shop.data.setCidrs(List.of("10.0.2.0/24", "fd01::/16"));
    assertThat(shop.message("FB-606")).startsWith("2 addresses lie outside");
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, error",
    "127.0.0.1, error",
    "224.0.0.5, error",
    "239.255.255.255, error",
    "255.255.255.255, error",
    "169.254.7.7, warning",
    "192.0.2.9, warning",
    "203.0.113.9, warning",
    "::, error",
    "::1, error",
    "ff02::1, error",
    "fe80::1, warning",
    "febf::1, warning",
    "2001:db8::1, warning",
    "3fff:fff::1, warning"
  })
  void addressThatNoServerHasIsFoundAndTakenAway(String address, String severity) {
    give("10.0.2.1", address);

    assertThat(shop.findings()).containsExactly("FB-607 " + severity + " db1");
    assertMended(shop, "FB-607");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0.1",
        "126.1.2.3",
        "223.255.255.1",
        "240.0.0.1",
        "169.253.0.1",
        "192.0.3.1",
        "fec0::1",
        "fd00::1",
        "2001:db9::1",
        "3fff:1000::1",
        "::2"
      })
  void addressBesideTheSpecialOnesIsNot(String address) {
    give("10.0.2.1", address);

    assertThat(shop.findings("FB-607")).isEmpty();
  }

  @Test
  void onlyAddressOfAServerIsNotTakenAway() {
    give("169.254.7.7");

    assertThat(Mended.labels(shop, "FB-607")).isEmpty();
  }

  @Test
  void exampleDesignMayUseAddressesForDocumentation() {
    give("192.0.2.1");
    assertThat(shop.findings("FB-607")).hasSize(1);

    shop.web.getServers().get(0).setAddresses(List.of("192.0.2.2"));
    assertThat(shop.findings("FB-607")).isEmpty();
  }

  @Test
  void networkAndBroadcastAddressOfTheZoneAreFound() {
    shop.data.setCidrs(List.of("10.0.2.0/30", "10.0.3.0/31"));
    give("10.0.2.1", "10.0.3.0");
    assertThat(shop.findings("FB-608")).isEmpty();

    give("10.0.2.0");
    assertThat(shop.findings("FB-608")).containsExactly("FB-608 warning db1, Data");

    give("10.0.2.3");
    assertThat(shop.findings("FB-608")).containsExactly("FB-608 warning db1, Data");

    give("10.0.2.0", "10.0.2.3");
    assertThat(shop.message("FB-608")).startsWith("1 server has ");
  }

  @Test
  void mappedAddressBecomesIpv4() {
    give("::ffff:10.0.2.1");

    assertThat(shop.findings()).contains("FB-609 error db1");
    assertMended(shop, "FB-609");
    Mended.apply(shop, "FB-609");
    assertThat(db1.getAddresses()).containsExactly("10.0.2.1");
  }

  @Test
  void mappedAddressBesideTheSameIpv4AddressGoes() {
    give("10.0.2.1", "::ffff:10.0.2.1");

    assertMended(shop, "FB-609");
    Mended.apply(shop, "FB-609");
    assertThat(db1.getAddresses()).containsExactly("10.0.2.1");
  }

  @Test
  void mappedAddressOfAnotherServerIsLeftToPeople() {
    give("10.0.2.1", "::ffff:10.0.2.2");

    assertThat(shop.findings("FB-609")).hasSize(1);
    assertThat(Mended.labels(shop, "FB-609")).isEmpty();
  }

  @Test
  void serverWithoutIpv6AmongDualStackServersIsFound() {
    give("10.0.2.1", "fd00::1");
    shop.db.getServers().get(1).setAddresses(List.of("10.0.2.2", "fd00::2", "fe80::2"));
    Server db3 = server("db3", "10.0.2.3");
    shop.db.getServers().add(db3);
    assertThat(shop.findings("FB-610")).containsExactly("FB-610 info db3, db");
    assertThat(shop.message("FB-610")).contains("2 of the 3 servers of group db");

    shop.db.getServers().add(server("db4", "10.0.2.4"));
    assertThat(shop.findings("FB-610")).isEmpty();
  }

  @Test
  void linkLocalAddressIsNoTwin() {
    give("10.0.2.1", "fe80::1");
    shop.db.getServers().get(1).setAddresses(List.of("10.0.2.2", "fe80::2"));
    shop.db.getServers().add(server("db3", "10.0.2.3"));

    assertThat(shop.findings("FB-610")).isEmpty();
  }
}
