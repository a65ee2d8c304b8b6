package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.FlowState;
import org.firebreak.model.Protocol;
import org.firebreak.model.Server;
import org.firebreak.model.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreadthRulesTest {
  private final CleanDesign shop = new CleanDesign();
  private final BreadthFixture breadth = new BreadthFixture(shop);
  private final Service https = shop.service("https", Protocol.TCP, "443");

  @Test
  void flowFromAnyAddressIsFound() {
    shop.flow(shop.network("*", "0.0.0.0/0", "::/0"), shop.web, https);

    assertThat(breadth.findings()).containsExactly("FB-101 warning * → web, *");
  }

  @Test
  void anyAddressOfOneFamilyOrInHalvesIsAnyAddress() {
    shop.flow(shop.network("Internet", "0.0.0.0/1", "128.0.0.0/1"), shop.web, https);

    assertThat(breadth.findings()).containsExactly("FB-101 warning Internet → web, Internet");
  }

  @Test
  void flowFromAnyAddressToInternetFacingServersIsInformation() {
    shop.web.getServers().forEach(server -> server.setInternetFacing(true));
    shop.flow(shop.network("*", "0.0.0.0/0", "::/0"), shop.web, https);

    assertThat(breadth.findings()).containsExactly("FB-101 info * → web, *");
  }

  @Test
  void flowToAnyAddressIsFoundEvenFromInternetFacingServers() {
    for (Server server : shop.web.getServers()) {
      server.setInternetFacing(true);
    }
    shop.flow(shop.web, shop.network("*", "0.0.0.0/0", "::/0"), https);

    assertThat(breadth.findings()).containsExactly("FB-101 warning web → *, *");
  }

  @Test
  void flowFromAnyToAnyAddressIsAnError() {
    ExternalNetwork any = shop.network("*", "0.0.0.0/0", "::/0");
    shop.flow(any, any, https);

    assertThat(breadth.findings()).containsExactly("FB-101 error * → *, *, *");
  }

  @Test
  void wholeZoneIsFoundAtEachEnd() {
    shop.flow(shop.front, shop.data, https);

    assertThat(breadth.findings())
        .containsExactly("FB-102 warning Front → Data, Front", "FB-102 warning Front → Data, Data");
  }

  @Test
  void zoneToItselfIsFoundOnce() {
    shop.flow(shop.front, shop.front, https);

    assertThat(breadth.findings()).containsExactly("FB-102 warning Front → Front, Front");
    assertThat(breadth.only("FB-102").message()).startsWith("Both ends of flow");
  }

  @Test
  void anyProtocolIsFoundAndNotCalledAnyPortToo() {
    Service any = shop.service("any", Protocol.ANY, "");
    shop.flow(shop.db, shop.web, any);

    assertThat(breadth.findings()).containsExactly("FB-103 warning db → web, any");
  }

  @ParameterizedTest
  @CsvSource({"TCP,''", "UDP,0-65535", "SCTP,''"})
  void anyPortIsFoundAndNotCalledWideToo(Protocol protocol, String ports) {
    shop.flow(shop.db, shop.web, shop.service("all", protocol, ports));

    assertThat(breadth.findings()).containsExactly("FB-104 warning db → web, all");
  }

  @ParameterizedTest
  @CsvSource({"ICMP", "ESP", "GRE"})
  void protocolWithoutPortsHasNotAnyPort(Protocol protocol) {
    shop.flow(shop.db, shop.web, shop.service("all", protocol, ""));

    assertThat(breadth.findings()).isEmpty();
  }

  @Test
  void rangeWiderThanTheLimitIsFound() {
    shop.flow(shop.db, shop.web, shop.service("rpc", Protocol.TCP, "135,49152-49252"));

    assertThat(breadth.findings()).containsExactly("FB-105 warning db → web, rpc");
    assertThat(breadth.only("FB-105").message())
        .contains("101 ports", "tcp/49152-49252", "more than 100");
  }

  @Test
  void limitOfRangesIsAParameter() {
    shop.flow(shop.db, shop.web, shop.service("rpc", Protocol.TCP, "49152-49251"));
    assertThat(breadth.findings()).isEmpty();

    shop.profile = shop.profile.withLimit(Threshold.MAX_PORT_RANGE, 99);
    assertThat(breadth.findings()).containsExactly("FB-105 warning db → web, rpc");
  }

  @Test
  void retiredAndExpiredFlowsAreNotTooBroad() {
    shop.flow(shop.front, shop.data, https).setState(FlowState.RETIRED);
    shop.flow(shop.front, shop.data, https).setExpiresOn(CleanDesign.TODAY.minusDays(1));

    assertThat(breadth.findings()).isEmpty();
  }
}
