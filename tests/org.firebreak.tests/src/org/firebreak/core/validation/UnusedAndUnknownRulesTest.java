package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.core.validation.Mended.assertMended;

import java.util.List;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.validation.fix.Fixes;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.Flow;
import org.firebreak.model.Protocol;
import org.firebreak.model.Segmentation;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.TrustLevel;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;

class UnusedAndUnknownRulesTest {
  private final CleanDesign shop = new CleanDesign();

  private List<String> found(String rule) {
    return shop.findings().stream().filter(line -> line.startsWith(rule)).toList();
  }

  private String message(String rule) {
    return shop.validate().findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .map(Finding::message)
        .reduce((one, other) -> one + "\n" + other)
        .orElseThrow();
  }

  /** What an import makes of a name that it does not know. */
  private ServerGroup unknown(String name) {
    ServerGroup group = shop.group(shop.design, name);
    group.setOrigin("matrix.csv");
    return group;
  }

  @Test
  void nameOfAMatrixWithoutInventoryIsFoundInPlaceOfAnEmptyGroup() {
    ServerGroup mail = unknown("mailrelay");
    shop.flow(shop.web, mail, shop.service("smtp", Protocol.TCP, "25"));

    assertThat(found("FB-013")).containsExactly("FB-013 warning mailrelay");
    assertThat(message("FB-013"))
        .contains("matrix.csv", "in 1 flow that permits nothing")
        .doesNotContain("mean");
    assertThat(found("FB-004")).isEmpty();
    assertThat(found("FB-009")).isEmpty();
  }

  @Test
  void emptyGroupInAZoneOrOneThatSomebodyDrewIsNoNameOfAMatrix() {
    shop.group(shop.design, "drawn");
    ServerGroup moved = shop.group(shop.data, "moved");
    moved.setOrigin("matrix.csv");
    unknown("joined").setMembershipLabel("role");

    assertThat(found("FB-013")).isEmpty();
    assertThat(found("FB-004")).hasSize(3);
  }

  @Test
  void matrixWithoutAnyInventoryIsFoundOnce() {
    shop.design.getFlows().clear();
    shop.design.getZones().clear();
    shop.flow(unknown("client"), unknown("server"), shop.postgresql);

    assertThat(found("FB-013")).containsExactly("FB-013 warning Shop");
    assertThat(message("FB-013")).contains("2 names of matrix.csv", "client and server");
    assertThat(found("FB-009")).isEmpty();
  }

  @Test
  void memberThatWasLeftOutGetsTheFlowsOfAnother() {
    ServerGroup batch = shop.group(shop.data, "batch", "10.0.3.1", "10.0.3.2");
    shop.flow(batch.getServers().get(0), shop.db, shop.postgresql);
    shop.flow(shop.web, batch.getServers().get(0), shop.service("job", Protocol.TCP, "9999"));

    assertThat(Mended.labels(shop, "FB-005"))
        .containsExactly("Propose for batch2 the 2 flows that batch1 has");
    assertMended(shop, "FB-005");
  }

  @Test
  void groupWithoutFlowHasNoFix() {
    shop.group(shop.data, "batch", "10.0.3.1", "10.0.3.2");

    assertThat(Mended.labels(shop, "FB-005")).isEmpty();
  }

  @Test
  void onlyFirewallGuardsAll() {
    EnforcementPoint firewall = NewElements.enforcementPoint("fw", EnforcementKind.CENTRAL);
    firewall.getGuards().add(shop.data);
    shop.design.getEnforcementPoints().add(firewall);

    assertThat(Mended.labels(shop, "FB-010")).containsExactly("Let fw guard all");
    assertMended(shop, "FB-010");
  }

  @Test
  void misspeltNameIsLedToTheThingThatIsMeant() {
    ServerGroup orders = shop.group(shop.data, "orders", "10.0.3.1");
    ServerGroup misspelt = unknown("order");
    Flow flow = shop.flow(shop.web, misspelt, shop.postgresql);

    assertThat(message("FB-013")).endsWith("did it mean orders?");
    assertMended(shop, "FB-013");

    Mended.apply(shop, "FB-013");
    assertThat(flow.getDestination()).isSameAs(orders);
    assertThat(shop.design.getGroups()).isEmpty();
  }

  @Test
  void misspeltNameIsNotLedBesideAFlowThatIsThereAlready() {
    ServerGroup orders = shop.group(shop.data, "orders", "10.0.3.1");
    shop.flow(shop.web, orders, shop.postgresql);
    shop.flow(shop.web, unknown("order"), shop.postgresql);

    assertThat(Mended.labels(shop, "FB-013")).isEmpty();
  }

  @Test
  void misspeltNameIsNotLedBesideAFlowThatWasDrawnSince() {
    ServerGroup orders = shop.group(shop.data, "orders", "10.0.3.1");
    ServerGroup misspelt = unknown("order");
    Flow flow = shop.flow(shop.web, misspelt, shop.postgresql);
    List<Fix> lead = Mended.fixes(shop, "FB-013");
    shop.flow(shop.web, orders, shop.postgresql);

    assertThat(Fixes.apply(new ModelEdit(shop.design), "all", lead)).isZero();
    assertThat(flow.getDestination()).isSameAs(misspelt);
  }

  @Test
  void unusedEmptyGroupIsRemovedSafely() {
    ServerGroup old = shop.group(shop.data, "old");
    shop.design.getDiagrams().add(NewElements.diagram("Overview"));
    shop.design.getDiagrams().get(0).getNodes().add(NewElements.node(old));

    assertThat(found("FB-004")).containsExactly("FB-004 warning old");
    assertThat(Mended.safe(shop, "FB-004")).containsExactly(true);
    assertMended(shop, "FB-004");

    Mended.apply(shop, "FB-004");
    assertThat(shop.design.getDiagrams().get(0).getNodes()).isEmpty();
  }

  @Test
  void emptyGroupThatSomethingUsesOrDescribesIsNotRemovedUnseen() {
    ServerGroup old = shop.group(shop.data, "old");
    old.setDescription("Ordered for next year");
    assertThat(Mended.safe(shop, "FB-004")).containsExactly(false);

    old.setDescription(null);
    old.setSegmentation(Segmentation.MICRO);
    assertThat(Mended.safe(shop, "FB-004")).containsExactly(false);

    EnforcementPoint firewall = NewElements.enforcementPoint("fw", EnforcementKind.CENTRAL);
    firewall.getGuards().add(old);
    shop.design.getEnforcementPoints().add(firewall);
    assertThat(Mended.labels(shop, "FB-004")).isEmpty();
  }

  @Test
  void databaseThatNobodyUsesIsFound() {
    ServerGroup archive = shop.group(shop.data, "archive", "10.0.3.1");
    ServerGroup log = shop.group(shop.data, "collector", "10.0.4.1");
    ServerGroup jump = shop.group(shop.data, "jump", "10.0.5.1");
    archive.getServers().get(0).getLabels().add(NewElements.label("role", "Database"));
    shop.flow(archive, log, shop.service("syslog", Protocol.UDP, "514"));
    shop.flow(jump, archive, shop.service("ssh", Protocol.TCP, "22"));

    assertThat(found("FB-014")).containsExactly("FB-014 warning archive");
    assertThat(message("FB-014")).contains("database");

    shop.flow(shop.web, archive, shop.postgresql);
    assertThat(found("FB-014")).isEmpty();
  }

  @Test
  void groupWhoseRoleIsUnknownMayHaveNoClients() {
    ServerGroup batch = shop.group(shop.data, "batch", "10.0.3.1");
    shop.flow(batch, shop.db, shop.postgresql);

    assertThat(found("FB-014")).isEmpty();
  }

  @Test
  void flowToANetworkThatHoldsItIsAUse() {
    ServerGroup cache = shop.group(shop.data, "cache", "10.0.3.1");
    shop.flow(cache, shop.db, shop.postgresql);
    assertThat(found("FB-014")).containsExactly("FB-014 warning cache");

    shop.flow(
        shop.web,
        shop.network("Cache network", "10.0.3.0/28"),
        shop.service("redis", Protocol.TCP, "6379"));
    assertThat(found("FB-014")).isEmpty();
  }

  @Test
  void internetFacingServersWithoutAFlowFromOutsideAreFoundByGroup() {
    shop.web.getServers().forEach(server -> server.setInternetFacing(true));

    assertThat(found("FB-015")).containsExactly("FB-015 warning web, web1, web2");
    assertThat(message("FB-015")).contains("2 servers of group web (web1 and web2)");
    shop.web.getServers().get(1).setInternetFacing(false);
    assertThat(found("FB-015")).containsExactly("FB-015 warning web, web1");
    assertMended(shop, "FB-015");
  }

  @Test
  void flowFromAnExternalNetworkOrZoneIsOneFromOutside() {
    shop.web.getServers().forEach(server -> server.setInternetFacing(true));
    Flow partner =
        shop.flow(
            shop.network("Partner", "198.51.100.0/24"),
            shop.web,
            shop.service("https", Protocol.TCP, "443"));
    assertThat(found("FB-015")).isEmpty();

    var clients = shop.group(shop.zone(shop.design, "Clients"), "cli", "192.0.2.1");
    partner.setSource(clients);
    assertThat(found("FB-015")).isNotEmpty();
    shop.design.getZones().get(2).setTrust(TrustLevel.EXTERNAL);
    assertThat(found("FB-015")).isEmpty();
  }

  @Test
  void flowThatPermitsNothingIsRetired() {
    shop.flow(shop.web, null, shop.postgresql);
    assertMended(shop, "FB-007");
  }

  @Test
  void flowWithoutServiceGetsThoseThatOthersUseThere() {
    ServerGroup app = shop.group(shop.front, "billing", "10.0.3.1");
    Flow flow = shop.flow(app, shop.db);

    assertThat(Mended.labels(shop, "FB-008"))
        .containsExactly("Permit tcp/5432, as others do there", "Retire billing → db");
    Mended.apply(shop, "FB-008");
    assertThat(flow.getServices()).containsExactly(shop.postgresql);
    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void flowOutsideTheDesignIsRetired() {
    shop.flow(
        shop.network("Office", "192.0.2.0/24"),
        shop.network("Provider", "198.51.100.0/24"),
        shop.service("smtp", Protocol.TCP, "25"));
    assertMended(shop, "FB-012");
  }
}
