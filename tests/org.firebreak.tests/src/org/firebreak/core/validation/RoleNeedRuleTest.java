package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.firebreak.core.validation.Mended.assertMended;

import java.util.List;
import java.util.Set;
import org.firebreak.model.Flow;
import org.firebreak.model.Inspection;
import org.firebreak.model.Protocol;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.Tenant;
import org.firebreak.model.TrustLevel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoleNeedRuleTest {
  private final CleanDesign shop = new CleanDesign();
  private final ServerGroup app = shop.group(shop.front, "erp", "10.0.3.1");
  private final ServerGroup pay = shop.group(shop.data, "pay", "10.0.4.1");
  private final ServerGroup clock = shop.group(shop.data, "clock", "10.0.5.1", "10.0.5.2");
  private final Service ntp = shop.service("ntp", Protocol.UDP, "123");

  @BeforeEach
  void everybodyUsesSomething() {
    shop.flow(app, shop.db, shop.postgresql);
    shop.flow(app, pay, shop.service("https-alt", Protocol.TCP, "8443"));
    shop.flow(clock, shop.db, shop.postgresql);
    shop.profile = shop.profile.withNeeds(List.of(RoleNeeds.TIME));
  }

  private List<Finding> found() {
    return found("FB-017");
  }

  private List<Finding> found(String rule) {
    return shop.validate().findings().stream().filter(one -> one.rule().equals(rule)).toList();
  }

  @Test
  void whatNobodyHasIsFoundOnceForTheDesign() {
    shop.profile =
        shop.profile.withNeeds(List.of(RoleNeeds.TIME, RoleNeeds.LOG, RoleNeeds.NAME_RESOLUTION));

    assertThat(found()).extracting(CleanDesign::line).containsExactly("FB-017 info Shop");
    assertThat(found().get(0).message())
        .isEqualTo(
            "No group has a flow for time synchronisation, log collection and name resolution");
  }

  @Test
  void smallDesignsMayLeaveOutWhatAllNeed() {
    CleanDesign small = new CleanDesign();
    small.profile = small.profile.withNeeds(RoleNeeds.BASELINE);

    assertThat(small.findings()).noneMatch(line -> line.startsWith("FB-017"));
  }

  @Test
  void exceptionIsFoundByNameAndGetsTheFlowThatOthersHave() {
    shop.flow(shop.web, clock, ntp);
    shop.flow(shop.db, clock, ntp).setInspection(Inspection.APPLICATION);
    shop.flow(app, clock, ntp);

    assertThat(found()).extracting(CleanDesign::line).containsExactly("FB-017 info pay, clock");
    assertThat(found().get(0).message())
        .isEqualTo(
            "Group pay has no flow for time synchronisation (clock), though 3 other groups have");
    assertMended(shop, "FB-017");

    Mended.apply(shop, "FB-017");
    Flow flow = shop.design.getFlows().get(shop.design.getFlows().size() - 1);
    assertThat(flow.getSource()).isSameAs(pay);
    assertThat(flow.getDestination()).isSameAs(clock);
    assertThat(flow.getServices()).containsExactly(ntp);
    assertThat(flow.getJustification()).contains("time synchronisation", "web → clock");
  }

  @Test
  void halfOfAProtocolIsNotRepeated() {
    shop.profile = shop.profile.withNeeds(List.of(RoleNeeds.NAME_RESOLUTION));
    Service dns = shop.service("dns", Protocol.UDP, "53");
    shop.flow(shop.web, clock, dns);
    shop.flow(shop.db, clock, dns);
    shop.flow(app, clock, dns);

    assertMended(shop, "FB-017");
    Mended.apply(shop, "FB-017");
    Flow flow = shop.design.getFlows().get(shop.design.getFlows().size() - 1);
    assertThat(flow.getServices())
        .extracting(Service::getProtocol)
        .containsExactly(Protocol.UDP, Protocol.TCP);
  }

  @Test
  void manyAreFoundTogether() {
    shop.flow(shop.web, clock, ntp);

    assertThat(found())
        .extracting(CleanDesign::line)
        .containsExactly("FB-017 info clock, erp, db, pay");
    assertThat(found().get(0).message()).startsWith("3 of 4 groups have no flow");
    assertMended(shop, "FB-017");
  }

  @Test
  void whatFewHaveIsHardlySpokenOf() {
    shop.group(shop.data, "one", "10.0.6.1");
    shop.flow(shop.web, clock, ntp);

    assertThat(found()).extracting(CleanDesign::line).containsExactly("FB-017 info Shop");
    assertThat(found().get(0).message()).startsWith("Fewer than a quarter");
  }

  @Test
  void flowOfAZoneOrToAnyAddressServesAll() {
    shop.flow(shop.front, clock, ntp);
    shop.flow(shop.data, shop.network("*", "0.0.0.0/0", "::/0"), ntp);

    assertThat(found()).isEmpty();
  }

  @Test
  void monitoringIsPulledOrPushed() {
    shop.profile = shop.profile.withNeeds(List.of(RoleNeeds.MONITORING));
    ServerGroup mon = shop.group(shop.data, "monitoring", "10.0.6.1");
    shop.flow(mon, shop.front, shop.service("node-exporter", Protocol.TCP, "9100"));
    shop.flow(shop.db, mon, shop.service("zabbix-server", Protocol.TCP, "10051"));
    shop.flow(mon, clock, shop.service("nrpe", Protocol.TCP, "5666"));

    assertThat(found())
        .extracting(CleanDesign::line)
        .containsExactly("FB-017 info pay, monitoring");
    assertMended(shop, "FB-017");
  }

  @Test
  void updatesOverHttpsTellNothingOfOthers() {
    shop.profile = shop.profile.withNeeds(List.of(RoleNeeds.UPDATES));
    shop.flow(
        app,
        shop.network("Partner", "198.51.100.0/24"),
        shop.service("https", Protocol.TCP, "443"));

    assertThat(found()).isEmpty();
  }

  @Test
  void needsAreOfOperatingSystemsAndRoles() {
    shop.profile = shop.profile.withNeeds(List.of(RoleNeeds.WINDOWS_DIRECTORY));
    assertThat(found()).isEmpty();

    ServerGroup dc = shop.group(shop.data, "dc", "10.0.6.1");
    Service kerberos = shop.service("kerberos", Protocol.TCP, "88");
    for (ServerGroup group : List.of(shop.web, app, pay)) {
      group.getServers().get(0).setOperatingSystem("Windows Server 2025");
    }
    shop.flow(shop.web, dc, kerberos);
    shop.flow(app, dc, kerberos);
    assertThat(found()).extracting(CleanDesign::line).containsExactly("FB-017 info pay, dc");

    pay.getServers().get(0).setOperatingSystem("Debian 13");
    assertThat(found()).isEmpty();
  }

  @Test
  void needOfARoleAndItsSeverityAreOfTheProfile() {
    shop.profile =
        shop.profile.withNeeds(
            List.of(
                new RoleNeed(
                    "hsm",
                    "keys",
                    Set.of("payment"),
                    Set.of(),
                    RoleNeed.End.CLIENT,
                    List.of("tcp/1792"),
                    FindingSeverity.ERROR)));
    ServerGroup keys = shop.group(shop.data, "keys", "10.0.6.1");
    Service hsm = shop.service("hsm", Protocol.TCP, "1792");
    for (ServerGroup group : List.of(shop.web, app, pay)) {
      group.setRole("Payment");
    }
    shop.flow(shop.web, keys, hsm);
    shop.flow(app, keys, hsm);

    assertThat(found()).extracting(CleanDesign::line).containsExactly("FB-017 error pay, keys");
  }

  @Test
  void providerOfAnotherTenantIsNotProposed() {
    shop.flow(shop.web, clock, ntp);
    shop.flow(shop.db, clock, ntp);
    shop.flow(app, clock, ntp);
    assertThat(found()).extracting(CleanDesign::line).containsExactly("FB-017 info pay, clock");

    Tenant red = shop.tenant("red");
    clock.getServers().forEach(server -> server.setTenant(red));
    pay.getServers().get(0).setTenant(shop.tenant("blue"));
    assertThat(found()).extracting(CleanDesign::line).containsExactly("FB-017 info pay");
    assertThat(Mended.labels(shop, "FB-017")).isEmpty();
  }

  @Test
  void machinesOfOthersAreNotJudged() {
    shop.flow(shop.web, clock, ntp);
    shop.flow(shop.db, clock, ntp);
    shop.flow(app, clock, ntp);
    assertThat(found()).hasSize(1);

    shop.zone(shop.design, "Partner").setTrust(TrustLevel.EXTERNAL);
    shop.design.getZones().get(2).getGroups().add(pay);
    assertThat(found()).isEmpty();
  }

  @Test
  void databasesWithoutBackupAreFoundOnceWhereNobodyHasOne() {
    shop.profile = shop.profile.withNeeds(RoleNeeds.BASELINE);

    assertThat(found("FB-016")).extracting(CleanDesign::line).containsExactly("FB-016 info db");
    shop.profile = shop.profile.withNeeds(List.of());
    assertThat(found("FB-016")).isEmpty();
  }

  @Test
  void databaseIsFoundBesideOthersThatAreBackedUp() {
    shop.profile = shop.profile.withNeeds(List.of(RoleNeeds.BACKUP));
    ServerGroup backup = shop.group(shop.data, "bkp", "10.0.6.1");
    ServerGroup orders = shop.group(shop.data, "orders", "10.0.7.1");
    shop.flow(shop.web, orders, shop.service("mysql", Protocol.TCP, "3306"));
    shop.flow(backup, orders, shop.service("ssh", Protocol.TCP, "22"));

    assertThat(found("FB-016")).extracting(CleanDesign::line).containsExactly("FB-016 warning db");
    assertMended(shop, "FB-016");

    Mended.apply(shop, "FB-016");
    Flow flow = shop.design.getFlows().get(shop.design.getFlows().size() - 1);
    assertThat(flow.getSource()).isSameAs(backup);
    assertThat(flow.getDestination()).isSameAs(shop.db);
    assertThat(flow.getServices().get(0).getPorts()).isEqualTo("22");
  }

  @Test
  void cachesNeedNoBackup() {
    shop.profile = shop.profile.withNeeds(List.of(RoleNeeds.BACKUP));
    shop.design.getFlows().removeIf(flow -> flow.getDestination() == shop.db);
    shop.db.setName("sessions");
    shop.flow(shop.web, shop.db, shop.service("redis", Protocol.TCP, "6379"));

    assertThat(found("FB-016")).isEmpty();
  }

  @Test
  void needWithAnUnknownServiceIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new RoleNeed(
                    "x",
                    "x",
                    Set.of(),
                    Set.of(),
                    RoleNeed.End.CLIENT,
                    List.of("nosuchservice"),
                    FindingSeverity.INFO))
        .withMessageContaining("nosuchservice");
  }
}
