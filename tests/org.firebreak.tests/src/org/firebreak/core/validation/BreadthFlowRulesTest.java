package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.validation.fix.Fixes;
import org.firebreak.model.Flow;
import org.firebreak.model.Protocol;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.TrustLevel;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rules on who reaches whom: for each a design that is found, and one nearly the same that is not.
 */
class BreadthFlowRulesTest {
  private final CleanDesign shop = new CleanDesign();
  private final BreadthFixture breadth = new BreadthFixture(shop);
  private final Service https = shop.service("https", Protocol.TCP, "443");
  private final Service custom = shop.service("orders", Protocol.TCP, "9777");

  @Nested
  class SparseNetworks {
    @Test
    void networkInTheRangesOfAZoneIsMeantForItsServers() {
      shop.data.setCidrs(List.of("10.0.2.0/24"));
      shop.flow(shop.web, shop.network("Backend", "10.0.2.0/24"), custom);

      assertThat(breadth.findings()).containsExactly("FB-107 warning web → Backend, Backend");
      assertThat(breadth.only("FB-107").message())
          .contains("all 256 addresses of Backend", "db, which have addresses there", "2 (0.8 %)");
      assertThat(breadth.labels("FB-107")).containsExactly("Draw web → Backend to db");
    }

    @Test
    void serversInsideThatOfferTheServiceAreMeant() {
      ServerGroup batch = shop.group(shop.front, "batch", "10.0.1.9");
      shop.flow(shop.db, batch, custom);
      shop.flow(batch, shop.network("Backend", "10.0.0.0/22"), shop.postgresql);

      assertThat(breadth.findings()).containsExactly("FB-107 warning batch → Backend, Backend");
      assertThat(breadth.labels("FB-107")).containsExactly("Draw batch → Backend to db");
    }

    @Test
    void hostsOfSmallerNetworksAreMeant() {
      shop.flow(shop.web, shop.network("Bank", "198.51.100.8/31"), custom);
      shop.flow(shop.db, shop.network("Banks", "198.51.100.0/24"), custom);

      assertThat(breadth.findings()).containsExactly("FB-107 warning db → Banks, Banks");
      assertThat(breadth.labels("FB-107")).containsExactly("Draw db → Banks to Bank");
    }

    @Test
    void officesDenseNetworksAndIpv6AreNotSparse() {
      shop.flow(shop.network("Offices", "10.64.0.0/12"), shop.web, https);
      shop.data.setCidrs(List.of("10.0.2.0/26", "2001:db8::/32"));
      shop.flow(shop.web, shop.network("Few", "10.0.2.0/27"), custom);
      shop.flow(shop.web, shop.network("Six", "2001:db8::/48"), custom);

      assertThat(breadth.findings()).isEmpty();
    }

    @Test
    void shareIsAParameter() {
      shop.data.setCidrs(List.of("10.0.2.0/26"));
      shop.flow(shop.web, shop.network("Backend", "10.0.2.0/26"), custom);
      assertThat(breadth.findings()).hasSize(1);

      shop.profile = shop.profile.withLimit(Threshold.MIN_ADDRESS_USE, 3);
      assertThat(breadth.findings()).isEmpty();
    }
  }

  @Nested
  class PartlyServingGroups {
    private final ServerGroup mixed =
        shop.group(shop.data, "backend", "10.0.2.11", "10.0.2.12", "10.0.2.13");

    private void others() {
      shop.flow(mixed, shop.web, https);
    }

    @Test
    void membersThatAreCalledAsTheServiceAreTold() {
      mixed.getServers().get(0).setName("pg-postgres-1");
      mixed.getServers().get(1).setName("app-1");
      mixed.getServers().get(2).setName("app-2");
      others();
      shop.flow(shop.web, mixed, shop.postgresql);

      assertThat(breadth.findings())
          .containsExactly("FB-108 warning web → backend, backend, postgresql");
      assertThat(breadth.only("FB-108").message())
          .contains(
              "all 3 members of backend, of which only pg-postgres-1 serves it, by their names");
      assertThat(breadth.labels("FB-108")).containsExactly("Draw web → backend to pg-postgres-1");
    }

    @Test
    void membersWithALabelOfTheRoleAreTold() {
      label("database", "application", "application");
      others();
      shop.flow(shop.web, mixed, shop.postgresql);

      assertThat(breadth.only("FB-108").message())
          .contains("backend1 serves it, by their label role");
    }

    @Test
    void aMemberWithoutTheLabelMakesItUnknown() {
      label("database", "application", null);
      others();
      shop.flow(shop.web, mixed, shop.postgresql);

      assertThat(breadth.findings()).isEmpty();
    }

    @Test
    void halfOfTheMembersIsEnough() {
      label("database", "database", "application");
      others();
      shop.flow(shop.web, mixed, shop.postgresql);

      assertThat(breadth.findings()).isEmpty();
    }

    @Test
    void twoClientsOfTheSameMemberSuggestIt() {
      others();
      shop.group(shop.front, "batch", "10.0.1.9");
      shop.group(shop.front, "api", "10.0.1.10");
      Server first = mixed.getServers().get(0);
      shop.flow(shop.front.getGroups().get(1), first, shop.postgresql);
      shop.flow(shop.web, mixed, shop.postgresql);
      assertThat(breadth.findings()).isEmpty();

      shop.flow(shop.front.getGroups().get(2), first, shop.postgresql);
      assertThat(breadth.findings())
          .containsExactly("FB-108 info web → backend, backend, postgresql");
      assertThat(breadth.labels("FB-108")).containsExactly("Draw web → backend to backend1");
    }

    @Test
    void whatEveryServerOffersIsNotSuggestedByItsClients() {
      others();
      Service ssh = shop.service("ssh", Protocol.TCP, "22");
      shop.group(shop.front, "batch", "10.0.1.9");
      shop.flow(shop.front.getGroups().get(1), mixed.getServers().get(0), ssh);
      shop.flow(shop.db, mixed.getServers().get(0), ssh);
      shop.flow(shop.web, mixed, ssh);

      assertThat(breadth.findings()).isEmpty();
    }

    private void label(String... roles) {
      for (int i = 0; i < roles.length; i++) {
        if (roles[i] != null) {
          mixed.getServers().get(i).getLabels().add(NewElements.label("role", roles[i]));
        }
      }
    }
  }

  @Nested
  class Tiers {
    private final Zone inner = shop.zone(shop.design, "Inner");
    private final ServerGroup app = shop.group(inner, "app", "10.0.4.1");

    Tiers() {
      shop.front.setTrust(TrustLevel.PERIMETER);
      shop.data.setTrust(TrustLevel.REGULATED);
      shop.webToDb.getServices().set(0, custom);
      shop.design.getServices().remove(shop.postgresql);
      shop.flow(shop.web, app, https);
    }

    @Test
    void perimeterStraightToRegulatedIsFound() {
      assertThat(breadth.findings()).containsExactly("FB-109 warning web → db");
      assertThat(breadth.only("FB-109").message())
          .contains("from perimeter straight to regulated, past the internal tier");
      assertThat(breadth.fixes("FB-109")).isEmpty();
    }

    @Test
    void isRetiredIfATierBetweenHandsTheServiceOn() {
      shop.flow(app, shop.db, custom);

      assertThat(breadth.labels("FB-109"))
          .containsExactly("Retire web → db; web → app and app → db permit what is known");
    }

    @Test
    void withoutATierBetweenNothingIsSkipped() {
      app.getServers().clear();

      assertThat(breadth.findings()).isEmpty();
    }

    @Test
    void nextTierManagementAndReverseAreNotSkipped() {
      shop.front.setTrust(TrustLevel.INTERNAL);
      assertThat(breadth.findings()).isEmpty();
      shop.front.setTrust(TrustLevel.MANAGEMENT);
      assertThat(breadth.findings()).isEmpty();
      shop.front.setTrust(TrustLevel.REGULATED);
      shop.data.setTrust(TrustLevel.PERIMETER);
      assertThat(breadth.findings()).isEmpty();
    }

    @Test
    void outsideZonePastThePerimeterIsFound() {
      shop.webToDb.setDestination(app);
      Zone users = shop.zone(shop.design, "Users");
      users.setTrust(TrustLevel.EXTERNAL);
      shop.flow(shop.group(users, "desk", "10.0.5.1"), app, custom);

      assertThat(breadth.findings()).containsExactly("FB-109 warning desk → app");
    }

    @Test
    void privateNetworkIsOutsideOfDataButMayUseApplications() {
      shop.design.getFlows().remove(shop.webToDb);
      shop.flow(app, shop.db, custom);
      shop.flow(shop.network("Offices", "10.64.0.0/12"), app, custom);
      assertThat(breadth.findings()).isEmpty();

      shop.flow(shop.design.getExternalNetworks().get(0), shop.db, custom);
      assertThat(breadth.findings()).containsExactly("FB-109 warning Offices → db");
    }

    @Test
    void zoneOfWhichTheLevelIsUnknownIsNotJudged() {
      Zone nested = shop.zone(shop.front, "Nested");
      shop.webToDb.setSource(shop.group(nested, "proxy", "10.0.6.1"));

      assertThat(breadth.findings()).isEmpty();
    }
  }

  @Nested
  class BothDirections {
    @Test
    void theSideThatIsNotTheServerIsTheReply() {
      shop.flow(shop.db, shop.web, shop.postgresql);

      assertThat(breadth.findings()).containsExactly("FB-110 warning db → web, web → db");
      assertThat(breadth.only("FB-110").message())
          .isEqualTo(
              "Flow db → web permits tcp/5432 just as web → db does the other way; db is the"
                  + " server");
      assertThat(breadth.labels("FB-110"))
          .containsExactly("Retire db → web; web → db permits the replies");
    }

    @Test
    void whoIsTheServerDoesNotDependOnTheOrder() {
      shop.design.getFlows().clear();
      shop.flow(shop.db, shop.web, shop.postgresql);
      shop.flow(shop.web, shop.db, shop.postgresql);

      assertThat(breadth.findings()).containsExactly("FB-110 warning db → web, web → db");
    }

    @Test
    void isInformationIfNobodyKnowsTheServer() {
      shop.flow(shop.web, shop.db, custom);
      shop.flow(shop.db, shop.web, custom);

      assertThat(breadth.findings()).containsExactly("FB-110 info db → web, web → db");
    }

    @Test
    void otherServicesOfTheReplyStay() {
      shop.flow(shop.db, shop.web, https, shop.postgresql);

      assertThat(breadth.fixes("FB-110").get(0).label()).isEqualTo("Take tcp/5432 from db → web");
      breadth.labels("FB-110");
    }

    @Test
    void twoDatabasesMayReplicateBothWays() {
      ServerGroup standby = shop.group(shop.front, "db-standby", "10.0.1.20");
      shop.flow(shop.db, standby, shop.postgresql);
      shop.flow(standby, shop.db, shop.postgresql);

      assertThat(breadth.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7800", "123", "53", "5672"})
    void peersMayAskEachOther(String port) {
      boolean udp = port.equals("123") || port.equals("53");
      Service both = shop.service("both", udp ? Protocol.UDP : Protocol.TCP, port);
      both.setCategory(port.equals("7800") ? "cluster" : null);
      shop.flow(shop.web, shop.db, both);
      shop.flow(shop.db, shop.web, both);

      assertThat(breadth.findings()).isEmpty();
    }

    @Test
    void selfFlowAndOtherServicesAreNoPair() {
      shop.flow(shop.db, shop.db, shop.postgresql);
      shop.flow(shop.db, shop.web, https);

      assertThat(breadth.findings()).isEmpty();
    }
  }

  @Nested
  class Reach {
    private final ServerGroup farm =
        shop.group(
            shop.data,
            "farm",
            IntStream.rangeClosed(1, 20).mapToObj(i -> "10.0.3." + i).toArray(String[]::new));

    @Test
    void flowToMostServersIsFound() {
      shop.flow(shop.web, farm, custom);

      assertThat(breadth.findings()).containsExactly("FB-111 warning web → farm, farm");
      assertThat(breadth.only("FB-111").message())
          .isEqualTo("Flow web → farm (tcp/9777) reaches 20 of all 24 servers");
    }

    @Test
    void fromManagementItIsInformation() {
      shop.front.setTrust(TrustLevel.MANAGEMENT);
      shop.flow(shop.web, farm, custom);

      assertThat(breadth.findings()).containsExactly("FB-111 info web → farm, farm");
    }

    @Test
    void denseNetworkOverMostServersIsDrawnToThoseThatServe() {
      shop.flow(shop.web, shop.network("Farm net", "10.0.3.0/27"), custom);
      shop.flow(farm, shop.web, https);
      shop.flow(shop.db, farm.getServers().get(3), custom);

      assertThat(breadth.findings()).containsExactly("FB-111 warning web → Farm net, Farm net");
      assertThat(breadth.labels("FB-111")).containsExactly("Draw web → Farm net to farm4");
    }

    @Test
    void limitsAreParameters() {
      shop.flow(shop.web, farm, custom);

      shop.profile = shop.profile.withLimit(Threshold.MAX_REACH, 90);
      assertThat(breadth.findings()).isEmpty();
      shop.profile =
          shop.profile.withLimit(Threshold.MAX_REACH, 50).withLimit(Threshold.MIN_REACHABLE, 21);
      assertThat(breadth.findings()).isEmpty();
    }

    @Test
    void zoneAndAnyAddressAreReportedThereAlone() {
      shop.flow(shop.web, shop.data, custom);
      shop.flow(shop.web, shop.network("*", "0.0.0.0/0"), custom);

      assertThat(breadth.findings())
          .containsExactly("FB-101 warning web → *, *", "FB-102 warning web → Data, Data");
    }
  }

  @Nested
  class Outside {
    @Test
    void publicNetworkToInnerServersIsFound() {
      shop.flow(shop.network("Partner", "203.0.113.0/24"), shop.web, https);

      assertThat(breadth.findings()).containsExactly("FB-112 warning Partner → web, Partner");
      assertThat(breadth.only("FB-112").message())
          .contains(
              "public addresses of Partner reach web1 and web2, which are not internet-facing");
    }

    @Test
    void isDrawnToThoseThatAreInternetFacing() {
      shop.web.getServers().get(0).setInternetFacing(true);
      shop.webToDb.setSource(shop.web.getServers().get(1));
      Flow in = shop.flow(shop.network("Partner", "203.0.113.0/24"), shop.web, https);

      assertThat(breadth.labels("FB-112")).containsExactly("Draw Partner → web to web1");
      assertThat(in.getDestination()).isSameAs(shop.web);
    }

    @Test
    void serversThatDoNotReachDataMayBeMarked() {
      ServerGroup gate = shop.group(shop.front, "gate", "10.0.1.9");
      shop.flow(shop.network("Partner", "203.0.113.0/24"), gate, https);

      assertThat(breadth.labels("FB-112")).containsExactly("Mark gate1 as internet-facing");
      List<Fix> mark = breadth.fixes("FB-112");
      gate.getServers().get(0).setInternetFacing(true);
      assertThat(Fixes.apply(new ModelEdit(shop.design), "all", mark)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.64.0.0/12", "192.168.7.0/24", "100.64.0.0/10", "fd00::/8"})
    void privateNetworksAreNotTheInternet(String cidr) {
      shop.flow(shop.network("Offices", cidr), shop.web, https);

      assertThat(breadth.findings()).isEmpty();
    }

    @Test
    void internetFacingServersAndOutgoingFlowsAreNotFound() {
      shop.web.getServers().forEach(server -> server.setInternetFacing(true));
      shop.flow(shop.network("Partner", "203.0.113.0/24"), shop.web, https);
      shop.flow(shop.db, shop.design.getExternalNetworks().get(0), https);

      assertThat(breadth.findings()).isEmpty();
    }
  }
}
