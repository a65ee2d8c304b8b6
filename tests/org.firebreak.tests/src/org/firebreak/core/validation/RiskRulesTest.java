package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.firebreak.model.Encryption;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Protocol;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskRulesTest {
  private final CleanDesign shop = new CleanDesign();

  @ParameterizedTest
  @CsvSource({
    "TCP,23,telnet",
    "TCP,5901,vnc",
    "TCP,513,rlogin",
    "TCP,21,ftp",
    "UDP,69,tftp",
    "TCP,'22,23',telnet"
  })
  void clearTextAdministrationIsKnownByItsPort(Protocol protocol, String ports, String known) {
    shop.flow(shop.db, shop.web, shop.service("s", protocol, ports));

    assertThat(shop.findings()).containsExactly("FB-201 warning db → web, s");
    assertThat(shop.message()).contains(known);
  }

  @ParameterizedTest
  @CsvSource({
    "TCP,22",
    "TCP,3389",
    "TCP,80",
    "UDP,514",
    "TCP,514",
    "UDP,23",
    "TCP,6052",
    "ICMP,''"
  })
  void otherServicesAreNoClearTextAdministration(Protocol protocol, String ports) {
    shop.flow(shop.db, shop.web, shop.service("s", protocol, ports));

    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void whatTheDesignSaysOfAServiceIsBelieved() {
    Service tunnelled = shop.service("telnet in TLS", Protocol.TCP, "23");
    tunnelled.setEncryption(Encryption.ENCRYPTED);
    shop.flow(shop.db, shop.web, tunnelled);
    assertThat(shop.findings()).isEmpty();

    Service console = shop.service("console", Protocol.TCP, "9999");
    console.setEncryption(Encryption.CLEAR_TEXT);
    console.setCategory("Administration");
    shop.flow(shop.db, shop.web, console);
    assertThat(shop.findings()).containsExactly("FB-201 warning db → web, console");
  }

  @Test
  void portWithTwoMeaningsMeansTheOneThatTheDesignNames() {
    shop.flow(shop.db, shop.web, shop.service("rsh", Protocol.TCP, "514"));

    assertThat(shop.findings()).containsExactly("FB-201 warning db → web, rsh");
  }

  @Test
  void flowBetweenTenantsIsFound() {
    ServerGroup red = shop.group(shop.front, "red", "10.1.0.1");
    red.getServers().get(0).setTenant(shop.tenant("Red"));
    ServerGroup blue = shop.group(shop.data, "blue", "10.1.0.1");
    blue.getServers().get(0).setTenant(shop.tenant("Blue"));
    shop.flow(red, shop.db, shop.postgresql);
    shop.flow(blue, shop.db, shop.postgresql);
    assertThat(shop.findings()).isEmpty();

    shop.flow(red, blue, shop.postgresql);
    assertThat(shop.findings()).containsExactly("FB-202 error red → blue");
  }

  @Test
  void networkThatHoldsServersIsFound() {
    ExternalNetwork office = shop.network("Office", "10.0.2.0/24", "192.0.2.0/24");
    shop.flow(office, shop.web, shop.service("https", Protocol.TCP, "443"));

    assertThat(shop.findings()).containsExactly("FB-203 warning Office, db1, db2");
    assertThat(shop.message()).contains("2 servers", "db1 and db2");
  }
}
