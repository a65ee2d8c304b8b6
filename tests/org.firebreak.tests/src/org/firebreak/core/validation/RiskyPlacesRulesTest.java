package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.validation.fix.Fixes;
import org.firebreak.model.Endpoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Protocol;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.TrustLevel;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may administer, who may use databases, and what must stay apart. */
class RiskyPlacesRulesTest {
  private final CleanDesign shop = new CleanDesign();

  private static void label(Endpoint endpoint, String key, String value) {
    endpoint.getLabels().add(NewElements.label(key, value));
  }

  private Service ssh() {
    return shop.design.getServices().stream()
        .filter(service -> service.getName().equals("ssh"))
        .findFirst()
        .orElseGet(() -> shop.service("ssh", Protocol.TCP, "22"));
  }

  private ServerGroup jump() {
    return shop.group(shop.front, "jump", "10.0.9.1");
  }

  @ParameterizedTest
  @CsvSource({
    "TCP,22,ssh",
    "TCP,3389,rdp",
    "TCP,5986,winrm-https",
    "UDP,623,ipmi",
    "TCP,16514,libvirt-tls",
    "TCP,1434,mssql-dac"
  })
  void administrationFromElsewhereThanManagementIsFound(
      Protocol protocol, String ports, String known) {
    shop.flow(jump(), shop.db, shop.service("rdp-tls", Protocol.TCP, "3391"));
    shop.flow(shop.db, shop.web, shop.service("s", protocol, ports));

    assertThat(shop.findings()).containsExactly("FB-205 warning db → web");
    assertThat(shop.message()).contains(known, "from db");
    RiskMends.assertMended(shop, "FB-205");
  }

  @Test
  void designThatShowsNoJumpHostIsTakenMildly() {
    shop.flow(shop.db, shop.web, ssh());

    assertThat(shop.findings()).containsExactly("FB-205 info db → web");
  }

  @Test
  void jumpHostMayAdministerAndIsOfferedAsTheMend() {
    ServerGroup jump = jump();
    shop.flow(jump, shop.db, ssh());
    assertThat(shop.findings()).isEmpty();

    shop.flow(shop.db, shop.web, ssh());
    assertThat(RiskMends.labels(shop, "FB-205"))
        .containsExactly("Draw db → web from jump", "Retire db → web");
    RiskMends.assertMended(shop, "FB-205");
  }

  @Test
  void flowThatDoesMoreThanAdministerLosesOnlyThat() {
    jump();
    shop.flow(shop.db, shop.web, ssh(), shop.service("https", Protocol.TCP, "443"));

    assertThat(RiskMends.labels(shop, "FB-205")).containsExactly("Take ssh out of db → web");
    RiskMends.assertMended(shop, "FB-205");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bastion01", "admin-hosts", "mgmt", "vCenter", "Backup servers"})
  void namesThatSayManagementAreBelieved(String name) {
    shop.flow(shop.group(shop.front, name, "10.0.9.1"), shop.db, ssh());

    assertThat(shop.findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"administer", "jumper", "badminton"})
  void wordsThatOnlyBeginAlikeAreNot(String name) {
    shop.flow(shop.group(shop.front, name, "10.0.9.1"), shop.db, ssh());

    assertThat(shop.findings("FB-205")).hasSize(1);
  }

  @Test
  void managementZoneRoleOfGroupAndLabelOfServerAreBelieved() {
    Zone zone = shop.zone(shop.design, "Services");
    zone.setTrust(TrustLevel.MANAGEMENT);
    shop.flow(shop.group(zone, "x", "10.0.9.1"), shop.db, ssh());
    ServerGroup role = shop.group(shop.front, "y", "10.0.9.2");
    role.setRole("jump host");
    shop.flow(role, shop.db, ssh());
    ServerGroup labelled = shop.group(shop.front, "z", "10.0.9.3");
    label(labelled.getServers().get(0), "role", "jump-host");
    shop.flow(labelled, shop.db, ssh());

    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void administratorsReachTheJumpHostFromPrivateNetworksOnly() {
    ServerGroup jump = jump();
    shop.flow(shop.network("Floor 3", "172.20.0.0/16"), jump, ssh());
    assertThat(shop.findings("FB-205")).isEmpty();

    shop.flow(shop.network("Provider", "198.51.100.0/24"), jump, ssh());
    assertThat(shop.findings("FB-205")).containsExactly("FB-205 warning Provider → jump");
  }

  @Test
  void fileTransferOverSshAndMovesBetweenHostsAreNoAdministration() {
    shop.flow(shop.db, shop.web, shop.service("sftp", Protocol.TCP, "22"));
    shop.flow(shop.db, shop.db, shop.service("libvirt-tls", Protocol.TCP, "16514"));

    assertThat(shop.findings("FB-205")).isEmpty();
  }

  @Test
  void databaseFromUsersIsFoundAndFromApplicationsIsNot() {
    Zone users = shop.zone(shop.design, "Floor");
    ServerGroup desktops = shop.group(users, "desktops", "10.0.5.1", "10.0.5.2");
    shop.flow(desktops, shop.web, shop.service("https", Protocol.TCP, "443"));
    shop.flow(
        shop.group(users, "app", "10.0.6.1"), shop.db, shop.service("my", Protocol.TCP, "3306"));
    shop.design.getFlows().remove(shop.webToDb);
    shop.flow(shop.web, shop.group(shop.front, "cache", "10.0.7.1"), shop.postgresql);
    shop.design.getFlows().remove(shop.design.getFlows().size() - 1);
    assertThat(shop.findings("FB-206")).isEmpty();

    shop.flow(desktops, shop.db, shop.postgresql);
    assertThat(shop.findings("FB-206")).containsExactly("FB-206 warning desktops → db");
    assertThat(shop.message("FB-206")).contains("postgresql (tcp/5432)", "where users are");
    RiskMends.assertMended(shop, "FB-206");
  }

  @Test
  void webTierMayUseADatabaseOnlyWhereThereIsNoApplicationTier() {
    assertThat(shop.findings()).isEmpty();

    ServerGroup app = shop.group(shop.front, "app", "10.0.6.1");
    shop.flow(shop.web, app, shop.service("https", Protocol.TCP, "443"));
    shop.flow(app, shop.db, shop.service("mysql", Protocol.TCP, "3306"));
    assertThat(shop.findings()).containsExactly("FB-206 warning web → db");
    RiskMends.assertMended(shop, "FB-206");
  }

  @Test
  void cachesServeTheWebTier() {
    ServerGroup app = shop.group(shop.front, "app", "10.0.6.1");
    shop.flow(app, shop.db, shop.service("mysql", Protocol.TCP, "3306"));
    shop.postgresql.setName("redis");
    shop.postgresql.setPorts("6379");

    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void databaseFromAnExternalNetworkIsFoundUnlessAnotherRuleSaysIt() {
    ExternalNetwork branch = shop.network("Shops", "172.20.0.0/16");
    shop.flow(branch, shop.db, shop.postgresql);
    assertThat(shop.findings("FB-206")).containsExactly("FB-206 warning Shops → db");

    branch.setCidrs(List.of("0.0.0.0/0", "::/0"));
    assertThat(shop.findings("FB-206")).isEmpty();
    assertThat(shop.findings("FB-208")).isEmpty();
    assertThat(shop.findings("FB-101")).hasSize(1);
  }

  @Test
  void internetFacingServersStraightToADatabaseAreFound() {
    shop.web.getServers().get(0).setInternetFacing(true);

    assertThat(shop.findings("FB-208")).containsExactly("FB-208 warning web → db");
    assertThat(shop.message("FB-208")).contains("internet-facing in part", "postgresql");
    assertThat(shop.findings("FB-206")).isEmpty();
  }

  @Test
  void perimeterAndPublicNetworksStraightToTheDataZoneAreFound() {
    shop.data.setTrust(TrustLevel.DATA);
    shop.postgresql.setPorts("9000");
    shop.postgresql.setName("orders");
    assertThat(shop.findings("FB-208")).isEmpty();

    shop.front.setTrust(TrustLevel.PERIMETER);
    assertThat(shop.findings("FB-208")).containsExactly("FB-208 warning web → db");

    shop.front.setTrust(TrustLevel.INTERNAL);
    shop.flow(shop.network("Provider", "198.51.100.0/24"), shop.db, shop.postgresql);
    assertThat(shop.findings("FB-208")).containsExactly("FB-208 warning Provider → db");
    RiskMends.assertMended(shop, "FB-208");
  }

  @Test
  void flowThatPermitsSomethingElseMeanwhileIsNotRetired() {
    shop.data.setTrust(TrustLevel.DATA);
    Flow flow = shop.flow(shop.network("Provider", "198.51.100.0/24"), shop.db, shop.postgresql);
    List<Fix> retire = Mended.fixes(shop, "FB-208");
    assertThat(retire).extracting(Fix::label).containsExactly("Retire Provider → db");
    flow.getServices().set(0, shop.service("dns", Protocol.UDP, "53"));

    assertThat(Fixes.apply(new ModelEdit(shop.design), "all", retire)).isZero();
    assertThat(flow.getState()).isEqualTo(FlowState.APPROVED);
  }

  @Test
  void nameResolutionAndIcmpInTheDataZoneAreNoWayToData() {
    shop.data.setTrust(TrustLevel.DATA);
    shop.front.setTrust(TrustLevel.PERIMETER);
    shop.postgresql.setPorts("53");
    assertThat(shop.findings("FB-208")).isEmpty();

    shop.postgresql.setPorts("9000");
    assertThat(shop.findings("FB-208")).hasSize(1);

    shop.postgresql.setCategory("name-resolution");
    assertThat(shop.findings("FB-208")).isEmpty();

    shop.postgresql.setCategory(null);
    shop.postgresql.setProtocol(Protocol.ICMP);
    shop.postgresql.setPorts(null);
    assertThat(shop.findings("FB-208")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "prod-front,test-data",
    "Production,QA data",
    "PRD_web,data.uat",
    "prod,pre-prod",
    "dev1,Prod2"
  })
  void productionAndOtherEnvironmentsStayApart(String front, String data) {
    shop.front.setName(front);
    shop.data.setName(data);

    assertThat(shop.findings()).containsExactly("FB-207 warning web → db");
    assertThat(shop.message()).contains("zone " + front, "zone " + data);
  }

  @ParameterizedTest
  @CsvSource({
    "prod-front,production data",
    "products,test-data",
    "prod,latest data",
    "prod,device",
    "test,dev",
    "Front,test"
  })
  void wordsThatOnlyContainAnEnvironmentAreNone(String front, String data) {
    shop.front.setName(front);
    shop.data.setName(data);

    assertThat(shop.findings("FB-207")).isEmpty();
  }

  @Test
  void labelsOfServersWinOverNamesOfZones() {
    shop.front.setName("prod");
    shop.data.setName("test");
    for (Server server : shop.db.getServers()) {
      label(server, "Environment", "production");
    }
    assertThat(shop.findings()).isEmpty();

    label(shop.web, "env", "staging");
    assertThat(shop.findings()).containsExactly("FB-207 warning web → db");
    assertThat(shop.message())
        .contains("label env = staging of web", "label Environment = production of db1");
  }

  @Test
  void flowBetweenEnvironmentsIsRetired() {
    shop.front.setName("prod");
    shop.data.setName("test");
    shop.flow(shop.group(shop.front, "one", "10.0.7.1"), shop.web, shop.postgresql);
    shop.flow(shop.group(shop.data, "two", "10.0.7.2"), shop.db, shop.postgresql);

    RiskMends.assertMended(shop, "FB-207");
  }

  @Test
  void sharedServicesThatHoldBothAreNotFound() {
    label(shop.web.getServers().get(0), "env", "prod");
    label(shop.web.getServers().get(1), "env", "test");
    label(shop.db.getServers().get(0), "env", "prod");
    label(shop.db.getServers().get(1), "env", "test");

    assertThat(shop.findings("FB-207")).isEmpty();
  }
}
