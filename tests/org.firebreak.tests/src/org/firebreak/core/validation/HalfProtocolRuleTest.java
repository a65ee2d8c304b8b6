package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.core.validation.Mended.assertMended;

import java.util.List;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Inspection;
import org.firebreak.model.Protocol;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfProtocolRuleTest {
  private final CleanDesign shop = new CleanDesign();
  private final ServerGroup peer = shop.group(shop.data, "peer", "10.0.3.1");

  private List<Finding> found() {
    return shop.validate().findings().stream()
        .filter(finding -> finding.rule().equals("FB-018"))
        .toList();
  }

  private Service service(String text) {
    String[] parts = text.split("/");
    return shop.service(
        text.replace('/', '-'), Protocol.get(parts[0]), parts.length == 1 ? "" : parts[1]);
  }

  @ParameterizedTest
  @CsvSource({
    "udp/53, tcp/53, RFC 7766",
    "udp/88, tcp/88, RFC 4120",
    "udp/443, tcp/443, RFC 9114",
    "tcp/21, tcp/50000-50100, RFC 959",
    "tcp/135, tcp/49152-49251, dynamic",
    "udp/5060, udp/16384-16483, RFC 3264",
    "udp/500, esp, RFC 3948",
    "tcp/1723, gre, RFC 2637"
  })
  void halfIsFoundUntilTheOtherHalfIsPermitted(String half, String other, String why) {
    shop.flow(shop.web, peer, service(half));

    assertThat(found()).hasSize(1);
    assertThat(found().get(0).message()).startsWith("Flow web → peer permits ").contains(why);
    assertThat(CleanDesign.line(found().get(0)))
        .isEqualTo("FB-018 info web → peer, " + half.replace('/', '-'));

    shop.flow(shop.web, peer, service(other));
    assertThat(found()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "udp/53, tcp/53",
    "udp/88, tcp/88",
    "udp/443, tcp/443",
    "udp/500, esp",
    "tcp/1723, gre"
  })
  void otherHalfIsProposed(String half, String other) {
    Flow flow = shop.flow(shop.web, peer, service(half));

    assertMended(shop, "FB-018");

    Mended.apply(shop, "FB-018");
    Flow twin = shop.design.getFlows().get(shop.design.getFlows().size() - 1);
    assertThat(twin.getState()).isEqualTo(FlowState.PROPOSED);
    assertThat(twin.getProposedOn()).isEqualTo(CleanDesign.TODAY);
    assertThat(twin.getJustification()).contains("RFC");
    assertThat(twin.getOwner()).isEqualTo(flow.getOwner());
    assertThat(Protocol.get(other.split("/")[0]))
        .isEqualTo(twin.getServices().get(0).getProtocol());
  }

  @Test
  void serviceOfTheDesignIsUsedAgain() {
    Service tcp = service("tcp/53");
    shop.flow(shop.web, peer, service("udp/53"));

    Mended.apply(shop, "FB-018");
    Flow twin = shop.design.getFlows().get(shop.design.getFlows().size() - 1);
    assertThat(twin.getServices()).containsExactly(tcp);
  }

  @Test
  void flowsToOneEndAreFoundTogether() {
    Service dns = service("udp/53");
    shop.flow(shop.web, peer, dns);
    shop.flow(shop.db, peer, dns);

    assertThat(found()).hasSize(1);
    assertThat(found().get(0).message()).startsWith("2 flows to peer permit DNS over UDP");
    assertMended(shop, "FB-018");
  }

  @Test
  void twoHalvesOfTheSameFlowAreTwoFindings() {
    shop.flow(shop.web, peer, service("udp/53"), service("udp/88"));

    assertThat(found()).hasSize(2);
    assertThat(found().stream().map(Finding::fingerprint).distinct()).hasSize(2);
  }

  @Test
  void otherHalfOfTheZoneOrInTheSameFlowSuffices() {
    shop.flow(shop.web, peer, service("udp/53"), service("tcp/53"));
    shop.flow(shop.web, peer, service("udp/88"));
    shop.flow(shop.front, shop.data, service("tcp/88"));

    assertThat(found()).isEmpty();
  }

  @Test
  void otherHalfBetweenOthersDoesNotSuffice() {
    shop.flow(shop.web, peer, service("udp/53"));
    shop.flow(shop.db, peer, service("tcp/53"));

    assertThat(found()).hasSize(1);
  }

  @Test
  void dataConnectionsOfActiveFtpLeadBack() {
    shop.flow(shop.web, peer, service("tcp/21"));
    shop.flow(peer, shop.web, service("tcp/1024-65535"));

    assertThat(found()).isEmpty();
  }

  @Test
  void inspectionOfTheApplicationFollowsTheControlConnection() {
    shop.flow(shop.web, peer, service("tcp/21")).setInspection(Inspection.APPLICATION);
    shop.flow(shop.web, peer, service("udp/53")).setInspection(Inspection.APPLICATION);

    assertThat(found())
        .extracting(CleanDesign::line)
        .containsExactly("FB-018 info web → peer, udp-53");
  }

  @Test
  void portmapperBesideNfsNeedsMountd() {
    shop.flow(shop.web, peer, service("tcp/111"));
    assertThat(found()).isEmpty();

    shop.flow(shop.web, peer, service("tcp/2049"));
    assertThat(found()).hasSize(1);
    assertMended(shop, "FB-018");

    shop.flow(shop.web, peer, service("tcp/20048"));
    assertThat(found()).isEmpty();
  }

  @Test
  void anyProtocolHasBothHalves() {
    shop.flow(shop.web, peer, service("udp/53"));
    shop.flow(shop.web, peer, service("any"));

    assertThat(found()).isEmpty();
  }
}
