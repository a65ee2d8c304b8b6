package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.firebreak.model.Encryption;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
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

    assertThat(shop.findings("FB-201")).containsExactly("FB-201 warning db → web, s");
    assertThat(shop.message("FB-201")).contains(known);
    RiskMends.assertMended(shop, "FB-201");
  }

  @ParameterizedTest
  @CsvSource({
    "TCP,22",
    "TCP,3389",
    "TCP,80",
    "UDP,514",
    "TCP,514",
    "UDP,23",
    "TCP,6000",
    "TCP,6052",
    "UDP,9",
    "ICMP,''"
  })
  void otherServicesAreNoClearTextAdministration(Protocol protocol, String ports) {
    shop.flow(shop.db, shop.web, shop.service("s", protocol, ports));

    assertThat(shop.findings("FB-201")).isEmpty();
  }

  @Test
  void whatTheDesignSaysOfAServiceIsBelieved() {
    Service tunnelled = shop.service("telnet in TLS", Protocol.TCP, "23");
    tunnelled.setEncryption(Encryption.ENCRYPTED);
    shop.flow(shop.db, shop.web, tunnelled);
    assertThat(shop.findings("FB-201")).isEmpty();

    Service console = shop.service("console", Protocol.TCP, "9999");
    console.setEncryption(Encryption.CLEAR_TEXT);
    console.setCategory("Administration");
    shop.flow(shop.db, shop.web, console);
    assertThat(shop.findings("FB-201")).containsExactly("FB-201 warning db → web, console");
  }

  @Test
  void portWithTwoMeaningsMeansTheOneThatTheDesignNames() {
    shop.flow(shop.db, shop.web, shop.service("rsh", Protocol.TCP, "514"));

    assertThat(shop.findings("FB-201")).containsExactly("FB-201 warning db → web, rsh");
  }

  @Test
  void displaysOfX11AreKnownByNameAlone() {
    shop.flow(shop.db, shop.web, shop.service("x11", Protocol.TCP, "6000-6009"));

    assertThat(shop.findings("FB-201")).containsExactly("FB-201 warning db → web, x11");
  }

  @Test
  void telnetBecomesSshAndOnlyItsPortIsTakenFromAList() {
    Flow flow = shop.flow(shop.db, shop.web, shop.service("old", Protocol.TCP, "23,830"));

    RiskMends.assertMended(shop, "FB-201");
    RiskMends.apply(shop, "FB-201", "Use ssh in place of old in db → web");
    assertThat(flow.getServices()).extracting(Service::getPorts).containsExactly("830", "22");
  }

  @Test
  void whatAnotherFlowPermitsEncryptedIsNotPermittedTwice() {
    shop.flow(shop.db, shop.web, shop.service("telnet", Protocol.TCP, "23"));
    shop.flow(shop.db, shop.web, shop.service("ssh", Protocol.TCP, "22"));

    assertThat(RiskMends.labels(shop, "FB-201"))
        .containsExactly("Retire db → web", "State that telnet is encrypted here, in every flow");
  }

  @ParameterizedTest
  @CsvSource({
    "TCP,389,ldap",
    "TCP,3268,global-catalog",
    "UDP,161,snmp",
    "TCP,110,pop3",
    "TCP,139,netbios-ssn",
    "TCP,873,rsync"
  })
  void clearTextCredentialsAreForInformation(Protocol protocol, String ports, String known) {
    shop.flow(shop.db, shop.web, shop.service("s", protocol, ports));

    assertThat(shop.findings()).containsExactly("FB-204 info db → web, s");
    assertThat(shop.message()).contains(known);
    RiskMends.assertMended(shop, "FB-204");
  }

  @ParameterizedTest
  @CsvSource({"UDP,389", "TCP,636", "UDP,162", "TCP,445", "TCP,80", "TCP,6379"})
  void otherServicesShowNoCredentials(Protocol protocol, String ports) {
    shop.flow(shop.db, shop.web, shop.service("s", protocol, ports));

    assertThat(shop.findings("FB-204")).isEmpty();
  }

  @Test
  void pagesInTheClearMatterWhereAdministratorsLogOn() {
    Service http = shop.service("http", Protocol.TCP, "80");
    shop.flow(shop.db, shop.web, http);
    assertThat(shop.findings()).isEmpty();

    ServerGroup vcenter = shop.group(shop.data, "vCenter", "10.0.3.1");
    shop.flow(shop.web, vcenter, http);
    assertThat(shop.findings()).containsExactly("FB-204 info web → vCenter, http");
    RiskMends.assertMended(shop, "FB-204");
  }

  @Test
  void versionThreeOfSnmpIsStatedAtTheService() {
    Service snmp = shop.service("snmp", Protocol.UDP, "161");
    shop.flow(shop.db, shop.web, snmp);

    RiskMends.apply(shop, "FB-204", "State that snmp is encrypted here, in every flow");
    assertThat(snmp.getEncryption()).isEqualTo(Encryption.ENCRYPTED);
    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void flowInsideOneGroupShowsItsCredentialsToNobodyElse() {
    shop.flow(shop.db, shop.db, shop.service("rsync", Protocol.TCP, "873"));

    assertThat(shop.findings("FB-204")).isEmpty();
  }

  @Test
  void flowBetweenTenantsIsFound() {
    ServerGroup red = shop.group(shop.front, "red", "10.1.0.1");
    red.getServers().get(0).setTenant(shop.tenant("Red"));
    ServerGroup blue = shop.group(shop.data, "blue", "10.1.0.1");
    blue.getServers().get(0).setTenant(shop.tenant("Blue"));
    shop.flow(red, shop.db, shop.postgresql);
    shop.flow(blue, shop.db, shop.postgresql);
    shop.flow(shop.web, blue, shop.postgresql);
    assertThat(shop.findings()).isEmpty();

    shop.flow(red, blue, shop.postgresql);
    assertThat(shop.findings()).containsExactly("FB-202 error red → blue");
    RiskMends.assertMended(shop, "FB-202");
  }

  @Test
  void networkThatHoldsServersIsFound() {
    ExternalNetwork office = shop.network("Office", "10.0.2.0/24", "192.0.2.0/24");
    shop.flow(office, shop.web, shop.service("https", Protocol.TCP, "443"));

    assertThat(shop.findings()).containsExactly("FB-203 warning Office, db1, db2");
    assertThat(shop.message()).contains("2 servers", "db1 and db2");
  }
}
