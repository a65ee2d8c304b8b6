package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.core.validation.CleanDesign.server;
import static org.firebreak.core.validation.Mended.assertMended;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.Rule;
import org.firebreak.exports.Capability;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.Flow;
import org.firebreak.model.Inspection;
import org.firebreak.model.Protocol;
import org.firebreak.model.Segmentation;
import org.firebreak.model.Service;
import org.firebreak.model.Tripwire;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;

class PlatformRulesTest {
  private final CleanDesign shop = new CleanDesign();

  /** The databases are microsegmented, and may talk to each other. */
  private void micro() {
    shop.db.setSegmentation(Segmentation.MICRO);
    shop.flow(shop.db, shop.db, shop.service("sync", Protocol.TCP, "5433"));
  }

  private EnforcementPoint point(EnforcementKind kind, String platform) {
    EnforcementPoint point = NewElements.enforcementPoint(kind.getLiteral(), kind);
    point.setPlatform(platform);
    shop.design.getEnforcementPoints().add(point);
    return point;
  }

  private List<String> platformFindings() {
    return shop.findings().stream().filter(line -> line.startsWith("FB-8")).toList();
  }

  private void platforms(String... names) {
    shop.profile = shop.profile.withPlatforms(Set.of(names));
  }

  @Test
  void nothingIsSaidWithoutAPlatform() {
    micro();
    shop.web.setName("w".repeat(300));
    point(EnforcementKind.HOST, null);

    assertThat(platformFindings()).isEmpty();
  }

  @Test
  void tooLongNamesOfZonesAndObjectsAreFoundAndShortened() {
    point(EnforcementKind.CENTRAL, "Palo Alto");
    shop.data.setName("d".repeat(31));
    shop.db.setName("databases of the shop in the second data centre of the west coast");
    assertThat(platformFindings())
        .containsExactly(
            "FB-801 info databases of the shop in the second data centre of the west coast");
    assertMended(shop, "FB-801");
    assertThat(Mended.labels(shop, "FB-801").get(0))
        .endsWith("to databases of the shop in the second data centre of the west");

    shop.db.setName("db");
    shop.data.setName("Production databases of retail division");
    assertThat(shop.message("FB-801"))
        .startsWith("1 name is longer than the 31 characters of zone names of PAN-OS");
    assertMended(shop, "FB-801");
  }

  @Test
  void namesThatWouldBecomeTheSameAreTold() {
    platforms("gcp");
    micro();
    shop.web.setName("a".repeat(70));
    shop.db.setName("a".repeat(71));

    assertThat(shop.findings("FB-801")).hasSize(1);
    assertMended(shop, "FB-801");
  }

  @Test
  void groupsAloneAreLabelsOfKubernetes() {
    platforms("kubernetes");
    micro();
    shop.postgresql.setName("p".repeat(64));
    assertThat(platformFindings()).isEmpty();

    shop.web.setName("w".repeat(64));
    assertThat(shop.message("FB-801"))
        .startsWith("1 name is longer than the 63 characters of group names of Kubernetes");
    assertMended(shop, "FB-801");
  }

  @Test
  void listOfNetworksBeyondTheLimitIsFound() {
    platforms("calico");
    micro();
    List<String> cidrs = IntStream.range(0, 256).mapToObj(i -> "192.168." + i + ".0/25").toList();
    shop.flow(
        shop.network("Offices", cidrs.toArray(String[]::new)),
        shop.db,
        shop.service("x", Protocol.TCP, "7001"));
    assertThat(shop.findings("FB-802")).isEmpty();

    shop.design.getExternalNetworks().get(0).setCidrs(concat(cidrs, "172.16.0.0/24"));
    assertThat(shop.findings("FB-802")).containsExactly("FB-802 warning Offices");
    assertThat(shop.message("FB-802"))
        .isEqualTo(
            "1 end of flows has more than the 256 networks of one list of Calico: Offices (257)");
  }

  private static List<String> concat(List<String> cidrs, String more) {
    return java.util.stream.Stream.concat(cidrs.stream(), java.util.stream.Stream.of(more))
        .toList();
  }

  @Test
  void groupWithMoreMembersThanTheFirewallTakesIsFound() {
    point(EnforcementKind.CENTRAL, "panos");
    for (int i = 3; i <= 2500; i++) {
      shop.db.getServers().add(server("db" + i, "10.1." + i / 250 + "." + (i % 250 + 1)));
    }
    assertThat(shop.findings("FB-802")).isEmpty();

    shop.db.getServers().get(7).setAddresses(List.of("10.2.0.1", "10.2.0.2"));
    assertThat(shop.message("FB-802")).endsWith("members of one group of PAN-OS: db (2501)");
  }

  @Test
  void membersOfAGroupAreAddressesHoweverFewItsServers() {
    point(EnforcementKind.CENTRAL, "panos");
    shop.db
        .getServers()
        .get(0)
        .setAddresses(
            IntStream.range(0, 2500)
                .mapToObj(i -> "10.1." + i / 250 + "." + (i % 250 + 1))
                .toList());

    assertThat(shop.message("FB-802")).endsWith("members of one group of PAN-OS: db (2501)");
  }

  @Test
  void serviceWithMorePortsThanAnEntryTakesIsDividedSafely() {
    micro();
    point(EnforcementKind.HOST, "nsx");
    String ports =
        IntStream.range(0, 14).mapToObj(i -> "" + (7001 + 2 * i)).collect(Collectors.joining(","));
    Service app = shop.service("app", Protocol.TCP, ports + ",8001");
    shop.flow(shop.web, shop.db, app);
    assertThat(shop.findings("FB-803")).isEmpty();

    app.setPorts(ports + ",8001-8005");
    assertThat(shop.findings("FB-803")).containsExactly("FB-803 warning app");
    assertThat(shop.message("FB-803"))
        .isEqualTo(
            "1 service has more than the 15 port values of one service entry of VMware NSX: app"
                + " (16)");
    assertThat(Mended.safe(shop, "FB-803")).containsExactly(true);
    assertMended(shop, "FB-803");
    Mended.apply(shop, "FB-803");
    assertThat(shop.design.getServices())
        .extracting(Service::getName)
        .containsExactly("postgresql", "sync", "app", "app-2");
    assertThat(shop.design.getServices().get(3).getPorts()).isEqualTo("8001-8005");
    assertThat(shop.design.getFlows().get(2).getServices())
        .containsExactlyElementsOf(shop.design.getServices().subList(2, 4));
  }

  @Test
  void entriesOfASecurityGroupAreCountedByPortRangeAndPeer() {
    platforms("aws");
    micro();
    // 1 of the web servers, 1 among themselves, 58 more
    for (int i = 0; i < 29; i++) {
      shop.flow(
          shop.web,
          shop.db,
          shop.service("s" + i, Protocol.TCP, (7001 + 10 * i) + "," + (7003 + 10 * i)));
    }
    assertThat(shop.findings("FB-804")).isEmpty();

    shop.flow(shop.web, shop.db, shop.service("last", Protocol.TCP, "9001"));
    assertThat(shop.findings("FB-804")).containsExactly("FB-804 warning db1, db2");
    assertThat(shop.message("FB-804"))
        .isEqualTo(
            "db1 and db2 need up to 61 entries in one direction, more than the 60 of a security"
                + " group of AWS security groups");
  }

  @Test
  void rulesOfAHostAreThoseOfTheCompiledPolicy() {
    platforms("calico");
    micro();
    for (int i = 0; i < 1024; i++) {
      shop.flow(
          shop.network("n" + i, "172." + (16 + i / 256) + "." + i % 256 + ".0/24"),
          shop.db,
          shop.postgresql);
    }
    int inbound =
        PolicyCompiler.compile(shop.design, shop.options).ruleSets().stream()
            .filter(set -> set.kind() == EnforcementKind.HOST)
            .mapToInt(set -> set.rules(Rule.Direction.INBOUND).size())
            .max()
            .orElseThrow();

    assertThat(shop.message("FB-804"))
        .startsWith("db1 and db2 need up to " + inbound + " rules in one direction");
  }

  @Test
  void rulesOfAFirewallAreHeldToItsModel() {
    EnforcementPoint firewall = point(EnforcementKind.CENTRAL, "panos");
    firewall.setModel("PA-440");
    for (int i = 0; i < 2001; i++) {
      shop.flow(
          shop.network("n" + i, "172." + (16 + i / 256) + "." + i % 256 + ".0/24"),
          shop.db,
          shop.postgresql);
    }
    assertThat(shop.findings("FB-804")).containsExactly("FB-804 warning central");
    assertThat(shop.message("FB-804")).contains("PA-440 takes 2000");

    firewall.setModel("PA-460");
    assertThat(shop.findings("FB-804")).isEmpty();
  }

  @Test
  void rulesOfAFirewallAreThoseOfAllItsRoutingDomains() {
    point(EnforcementKind.CENTRAL, "panos").setModel("PA-440");
    shop.tenant("Branch");
    for (int i = 0; i < 1001; i++) {
      shop.flow(
          shop.network("n" + i, "172." + (16 + i / 256) + "." + i % 256 + ".0/24"),
          shop.db,
          shop.postgresql);
    }
    int rules =
        PolicyCompiler.compile(shop.design, shop.options).ruleSets().stream()
            .mapToInt(set -> set.rules().size())
            .sum();

    assertThat(rules).isGreaterThan(2000);
    assertThat(shop.message("FB-804"))
        .isEqualTo("Firewall central needs " + rules + " rules; PA-440 takes 2000");
  }

  @Test
  void protocolThatThePlatformCannotExpressIsFound() {
    micro();
    point(EnforcementKind.HOST, "k8s");
    Service gre = shop.service("tunnel", Protocol.GRE, null);
    Flow flow = shop.flow(shop.web, shop.web, gre);
    assertThat(shop.findings("FB-805")).isEmpty();

    flow.setDestination(shop.db);
    assertThat(shop.findings("FB-805")).containsExactly("FB-805 warning tunnel");
    assertThat(shop.message("FB-805"))
        .isEqualTo("Rules of Kubernetes NetworkPolicy cannot express tunnel (gre)");

    gre.setProtocol(Protocol.SCTP);
    gre.setPorts("36412");
    assertThat(shop.findings("FB-805")).isEmpty();
  }

  @Test
  void icmpTypeThatThePlatformCannotExpressIsFound() {
    micro();
    point(EnforcementKind.HOST, "azure");
    Service ping = shop.service("ping", Protocol.ICMP, null);
    shop.flow(shop.web, shop.db, ping);
    assertThat(shop.findings("FB-805")).isEmpty();

    ping.setIcmpType(8);
    assertThat(shop.message("FB-805")).contains("know no ICMP types");
  }

  @Test
  void tripwireOnAPlatformThatOnlyPermitsIsFound() {
    micro();
    Tripwire tripwire = NewElements.tripwire("SSH");
    tripwire.getServices().add(shop.service("ssh", Protocol.TCP, "22"));
    shop.design.getTripwires().add(tripwire);
    EnforcementPoint hosts = point(EnforcementKind.HOST, "nsx");
    assertThat(shop.findings("FB-806")).isEmpty();

    hosts.setPlatform("AWS");
    assertThat(shop.findings("FB-806")).containsExactly("FB-806 warning SSH");
  }

  @Test
  void logAndInspectionAreFoundWhereThePlatformEnforcesTheFlow() {
    micro();
    shop.webToDb.setInspection(Inspection.THREAT_PREVENTION);
    shop.webToDb.setLog(true);
    point(EnforcementKind.CENTRAL, "panos");
    EnforcementPoint hosts = point(EnforcementKind.HOST, "nftables");
    assertThat(shop.findings("FB-806")).containsExactly("FB-806 warning web → db");

    hosts.setPlatform("windows");
    assertThat(platformFindings())
        .containsExactly("FB-806 warning web → db", "FB-808 info web → db");

    shop.db.setSegmentation(Segmentation.GROUP);
    assertThat(platformFindings()).isEmpty();
  }

  @Test
  void platformThatIsNotKnownIsFound() {
    EnforcementPoint hosts = point(EnforcementKind.HOST, "some other product");
    assertThat(platformFindings()).containsExactly("FB-807 info host");
    assertThat(Mended.labels(shop, "FB-807")).isEmpty();

    hosts.setPlatform("nftabels");
    assertThat(Mended.labels(shop, "FB-807")).containsExactly("Set platform nftables");
    assertMended(shop, "FB-807");
  }

  @Test
  void everyPlatformOfExportIsKnownByAllItsNames() {
    for (Exporter exporter : Exporters.all()) {
      if (exporter.capabilities().contains(Capability.HOSTS)) {
        point(EnforcementKind.HOST, exporter.id());
        point(EnforcementKind.HOST, exporter.title());
        exporter.aliases().forEach(alias -> point(EnforcementKind.HOST, alias));
      }
    }

    assertThat(platformFindings()).isEmpty();
  }

  @Test
  void onlyPlatformsThatExportCentralRulesAreMeasuredAtTheFirewall() {
    shop.web.setName("w".repeat(300));
    for (Exporter exporter : Exporters.all()) {
      platforms(exporter.id());
      if (!exporter.capabilities().contains(Capability.CENTRAL)) {
        assertThat(platformFindings()).as(exporter.id()).isEmpty();
      }
    }
    platforms("panos");
    assertThat(shop.findings("FB-801")).hasSize(1);

    platforms("aci");
    micro();
    assertThat(shop.message("FB-801"))
        .startsWith("1 name is longer than the 64 characters of object names of Cisco ACI");
  }

  @Test
  void profileChoosesAmongThePlatforms() {
    micro();
    shop.webToDb.setInspection(Inspection.THREAT_PREVENTION);
    point(EnforcementKind.HOST, "nftables");
    assertThat(shop.findings("FB-806")).hasSize(1);

    platforms("panos");
    assertThat(shop.findings("FB-806")).isEmpty();
  }
}
