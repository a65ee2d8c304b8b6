package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Inspection;
import org.firebreak.model.Protocol;
import org.firebreak.model.Service;
import org.firebreak.model.Zone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedundancyRulesTest {
  private final CleanDesign shop = new CleanDesign();

  @BeforeEach
  void leaveOutWhatOtherTestsLookAt() {
    shop.profile =
        shop.profile.withDisabled(
            ValidationRules.all().stream()
                .map(rule -> rule.info().id())
                .filter(id -> !id.startsWith("FB-3") && !id.equals("FB-501"))
                .collect(Collectors.toSet()));
  }

  private Flow named(Flow flow, String name) {
    flow.setName(name);
    return flow;
  }

  @Test
  void sameEndsAndServicesAreADuplicate() {
    named(shop.flow(shop.web, shop.db, shop.postgresql), "again");

    assertThat(shop.findings()).containsExactly("FB-301 warning again, web → db");
  }

  @Test
  void sameServicesUnderOtherNamesAreADuplicate() {
    shop.webToDb.getServices().add(shop.service("high", Protocol.TCP, "8080-8090"));
    Flow again =
        shop.flow(
            shop.web,
            shop.db,
            shop.service("a", Protocol.TCP, "8086-8090,5432"),
            shop.service("b", Protocol.TCP, "8080-8085"));
    named(again, "again");

    assertThat(shop.findings()).containsExactly("FB-301 warning again, web → db");
  }

  @Test
  void zoneAndItsOnlyGroupAreTheSameEnd() {
    named(shop.flow(shop.front, shop.data, shop.postgresql), "zones");

    assertThat(shop.findings()).containsExactly("FB-301 warning zones, web → db");
  }

  @Test
  void duplicateThatIsTreatedOtherwiseSaysSo() {
    Flow again = named(shop.flow(shop.web, shop.db, shop.postgresql), "again");
    again.setInspection(Inspection.THREAT_PREVENTION);
    again.setLog(true);

    assertThat(shop.message()).contains("inspection", "logging", "web → db decides");
  }

  @Test
  void flowInsideAWiderOneIsCovered() {
    Flow one = shop.flow(shop.web.getServers().get(0), shop.db.getServers().get(1));
    one.getServices().add(shop.postgresql);
    named(one, "one");

    assertThat(shop.findings()).containsExactly("FB-302 warning one, web → db");
    assertThat(shop.message()).contains("tcp/5432");
  }

  @Test
  void servicesAreCoveredByTheUnionOfTheOthersServices() {
    shop.webToDb.getServices().add(shop.service("more", Protocol.TCP, "5433-5440"));
    named(shop.flow(shop.web, shop.db, shop.service("m", Protocol.TCP, "5430-5434")), "no");
    named(shop.flow(shop.web, shop.db, shop.service("n", Protocol.TCP, "5432-5434")), "yes");

    assertThat(shop.findings()).containsExactly("FB-302 warning yes, web → db");
  }

  @Test
  void icmpTypesAreInsideAllIcmp() {
    Service ping = shop.service("ping", Protocol.ICMP, "");
    ping.setIcmpType(8);
    Service echo = shop.service("echo", Protocol.ICMP, "");
    echo.setIcmpType(8);
    echo.setIcmpCode(0);
    named(shop.flow(shop.db, shop.web, ping), "ping");
    named(shop.flow(shop.db, shop.web, echo), "echo");

    assertThat(shop.findings()).containsExactly("FB-302 warning echo, ping");
  }

  @Test
  void flowsBetweenGroupsWithoutServersAreCompared() {
    var cache = shop.group(shop.data, "cache");
    var queue = shop.group(shop.data, "queue");
    shop.flow(cache, queue, shop.postgresql);
    named(shop.flow(cache, queue, shop.postgresql), "again");
    shop.flow(queue, cache, shop.postgresql);

    assertThat(shop.findings()).containsExactly("FB-301 warning again, cache → queue");
  }

  @Test
  void otherProtocolIsNotCovered() {
    shop.flow(shop.web, shop.db, shop.service("udp", Protocol.UDP, "5432"));

    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void networkInsideANetworkAndServersInsideANetworkAreCovered() {
    Service https = shop.service("https", Protocol.TCP, "443");
    ExternalNetwork wide = shop.network("wide", "192.0.2.0/24", "10.0.2.0/24");
    ExternalNetwork narrow = shop.network("narrow", "192.0.2.0/26");
    named(shop.flow(narrow, shop.web, https), "narrow");
    named(shop.flow(wide, shop.web, https), "wide");
    named(shop.flow(shop.db, shop.web, https), "servers");
    shop.flow(shop.network("other", "192.0.2.0/23"), shop.db, https);

    assertThat(shop.findings())
        .containsExactly("FB-302 warning narrow, wide", "FB-302 warning servers, wide");
  }

  @Test
  void networkOfServerAddressesIsInsideTheirGroup() {
    ExternalNetwork addresses = shop.network("addresses", "10.0.1.1", "10.0.1.2");
    ExternalNetwork beyond = shop.network("beyond", "10.0.1.0/30");
    named(shop.flow(addresses, shop.db, shop.postgresql), "addresses");
    named(shop.flow(beyond, shop.db.getServers().get(0), shop.postgresql), "beyond");

    assertThat(shop.findings()).containsExactly("FB-301 warning addresses, web → db");
  }

  @Test
  void duplicatesOfACoveredFlowAreReportedOnceAsCovered() {
    Zone all = shop.zone(shop.design, "All");
    all.getZones().add(shop.front);
    all.getZones().add(shop.data);
    named(shop.flow(all, all, shop.service("all", Protocol.TCP, "")), "everything");
    named(shop.flow(shop.web, shop.db, shop.postgresql), "again");

    assertThat(shop.findings())
        .containsExactly("FB-301 warning again, web → db", "FB-302 warning web → db, everything");
  }

  @Test
  void exceptionThatStandsFirstAndIsTreatedOtherwiseIsInformation() {
    shop.webToDb.setInspection(Inspection.EXEMPT);
    Flow wide = shop.flow(shop.front, shop.data, shop.service("all", Protocol.TCP, ""));
    named(wide, "wide");

    assertThat(shop.findings()).containsExactly("FB-302 info web → db, wide");
  }

  @Test
  void coverThatIsOnlyProposedOrEndsEarlierIsInformation() {
    Flow wide = shop.flow(shop.front, shop.data, shop.service("all", Protocol.TCP, ""));
    named(wide, "wide");
    wide.setState(FlowState.PROPOSED);
    assertThat(shop.findings()).containsExactly("FB-302 info web → db, wide");
    assertThat(shop.message()).contains("only proposed");

    wide.setState(FlowState.APPROVED);
    wide.setExpiresOn(CleanDesign.TODAY.plusDays(100));
    assertThat(shop.findings()).containsExactly("FB-302 info web → db, wide");

    shop.webToDb.setExpiresOn(CleanDesign.TODAY.plusDays(99));
    assertThat(shop.findings()).containsExactly("FB-302 warning web → db, wide");
  }

  @Test
  void retiredAndExpiredFlowsNeitherCoverNorAreCovered() {
    shop.flow(shop.web, shop.db, shop.postgresql).setState(FlowState.RETIRED);
    Flow expired = shop.flow(shop.web, shop.db, shop.postgresql);
    expired.setExpiresOn(CleanDesign.TODAY.minusDays(1));

    assertThat(shop.findings()).containsExactly("FB-501 warning web → db");
  }
}
