package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.firebreak.model.Confidence;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramConnection;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.Protocol;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.TrustLevel;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;

/** Fixes that draw a flow from or to those who are meant. */
class BreadthEndFixesTest {
  private final CleanDesign shop = new CleanDesign();
  private final BreadthFixture breadth = new BreadthFixture(shop);
  private final Service https = shop.service("https", Protocol.TCP, "443");

  @Test
  void zoneOfOneGroupBecomesTheGroupSafely() {
    shop.flow(shop.db, shop.front, https);

    assertThat(breadth.labels("FB-102")).containsExactly("Draw db → Front to web");
    assertThat(breadth.fixes("FB-102").get(0).safe()).isTrue();
  }

  @Test
  void zoneBecomesTheGroupsThatServe() {
    ServerGroup api = shop.group(shop.front, "api", "10.0.1.7");
    ServerGroup files = shop.group(shop.front, "files", "10.0.1.8");
    ServerGroup batch = shop.group(shop.data, "batch", "10.0.2.9");
    shop.flow(shop.web, api, https);
    shop.flow(files, api, https);
    shop.flow(batch, files, https);
    shop.flow(shop.db, batch, shop.service("push", Protocol.TCP, "9443"));
    shop.flow(shop.db, shop.front, https);

    assertThat(breadth.labels("FB-102")).containsExactly("Draw db → Front to api and files");
    assertThat(breadth.fixes("FB-102").get(0).safe()).isFalse();
  }

  @Test
  void zoneBecomesTheGroupWhoseRoleServes() {
    shop.group(shop.data, "store", "10.0.2.9").setRole("cache");
    shop.data.getGroups().get(1).setRole("redis cache");
    shop.flow(shop.db, shop.data.getGroups().get(1), https);
    shop.flow(shop.web, shop.data, shop.service("redis", Protocol.TCP, "6379"));

    assertThat(breadth.labels("FB-102")).containsExactly("Draw web → Data to store");
  }

  @Test
  void zoneOfClientsBecomesTheGroupsThatUseTheService() {
    ServerGroup batch = shop.group(shop.front, "batch", "10.0.1.7");
    ServerGroup api = shop.group(shop.data, "api", "10.0.2.9");
    shop.flow(batch, api, shop.postgresql);
    shop.design.getFlows().remove(shop.webToDb);
    shop.flow(shop.web, api, https);
    shop.flow(shop.front, shop.db, shop.postgresql);

    assertThat(breadth.labels("FB-102")).containsExactly("Draw Front → db from batch");
  }

  @Test
  void noServerIsLeftWithoutAnyFlow() {
    shop.group(shop.front, "idle", "10.0.1.7");
    shop.flow(shop.front, shop.db, shop.postgresql);
    shop.design.getFlows().remove(shop.webToDb);
    shop.flow(shop.web, shop.db, https);

    assertThat(breadth.fixes("FB-102")).isEmpty();
  }

  @Test
  void splitFlowDividesItsTrafficAndKeepsTheRest() {
    Flow flow = zoneOfTwo();
    flow.setMeanPacketBytes(800.0);
    flow.setEstimateConfidence(Confidence.MEASURED);
    flow.setEstimateSource("flow logs");
    flow.setDescription("why");

    breadth.fixed(
        "FB-102",
        fixed -> {
          List<Flow> parts =
              fixed.getFlows().stream()
                  .filter(each -> "why".equals(each.getDescription()))
                  .toList();
          assertThat(parts).hasSize(2);
          assertThat(parts.get(0).getId()).isEqualTo(flow.getId());
          assertThat(parts.get(1).getId()).isNotEqualTo(flow.getId());
          assertThat(fixed.getFlows().indexOf(parts.get(1)))
              .isEqualTo(fixed.getFlows().indexOf(parts.get(0)) + 1);
          assertThat(parts).extracting(Flow::getAverageBitsPerSecond).containsExactly(25e4, 75e4);
          assertThat(parts).extracting(Flow::getPeakBitsPerSecond).containsExactly(125e4, 375e4);
          assertThat(parts).extracting(Flow::getConnectionsPerSecond).containsExactly(0.5, 1.5);
          for (Flow part : parts) {
            assertThat(part.getMeanPacketBytes()).isEqualTo(800);
            assertThat(part.getEstimateConfidence()).isEqualTo(Confidence.GUESSED);
            assertThat(part.getEstimateSource())
                .isEqualTo("flow logs, divided by number of servers");
            assertThat(part.getOwner()).isEqualTo(flow.getOwner());
            assertThat(part.getJustification()).isEqualTo(flow.getJustification());
            assertThat(part.getTicket()).isEqualTo(flow.getTicket());
            assertThat(part.getReviewOn()).isEqualTo(flow.getReviewOn());
            assertThat(part.getState()).isEqualTo(flow.getState());
          }
        });
  }

  @Test
  void diagramsThatListTheFlowListItsParts() {
    Flow flow = zoneOfTwo();
    Diagram chosen = diagram("chosen", false, flow);
    chosen.getConnections().get(0).getBendpoints().add(NewElements.bendpoint(3, 4));
    diagram("other", false, shop.webToDb);
    diagram("all", true, flow);

    breadth.fixed(
        "FB-102",
        fixed -> {
          List<DiagramConnection> lines = fixed.getDiagrams().get(0).getConnections();
          assertThat(lines)
              .extracting(line -> line.getFlow().getDestination().getName())
              .containsExactly("api", "files");
          assertThat(lines.get(0).getBendpoints()).isEmpty();
          assertThat(fixed.getDiagrams().get(1).getConnections()).hasSize(1);
          assertThat(fixed.getDiagrams().get(2).getConnections()).hasSize(1);
        });
  }

  /** db → Front, of which api (1 server) and files (3 servers) are known to serve. */
  private Flow zoneOfTwo() {
    ServerGroup api = shop.group(shop.front, "api", "10.0.1.7");
    ServerGroup files = shop.group(shop.front, "files", "10.0.1.8", "10.0.1.9", "10.0.1.10");
    ServerGroup batch = shop.group(shop.data, "batch", "10.0.2.9");
    shop.flow(batch, api, https);
    shop.flow(batch, files, https);
    return shop.flow(shop.db, shop.front, https);
  }

  private Diagram diagram(String name, boolean all, Flow flow) {
    Diagram diagram = NewElements.diagram(name);
    diagram.setShowAllFlows(all);
    diagram.getConnections().add(NewElements.connection(flow));
    shop.design.getDiagrams().add(diagram);
    return diagram;
  }

  @Test
  void flowFromAnyAddressIsRetiredIfOthersPermitWhatIsKnown() {
    shop.flow(any(), shop.db, shop.postgresql);

    assertThat(breadth.labels("FB-101"))
        .containsExactly("Retire * → db; web → db permits what is known");
  }

  @Test
  void flowToAnyAddressBecomesOneToThoseThatServe() {
    ServerGroup batch = shop.group(shop.front, "batch", "10.0.1.7");
    shop.flow(batch, any(), shop.postgresql);
    shop.flow(shop.db, batch, https);

    assertThat(breadth.labels("FB-101")).containsExactly("Draw batch → * to db");
  }

  @Test
  void monitoringOfAnyAddressBecomesMonitoringOfEveryGroup() {
    shop.zone(shop.design, "Management").setTrust(TrustLevel.MANAGEMENT);
    ServerGroup mon = shop.group(shop.design.getZones().get(2), "mon", "10.0.3.1");
    shop.flow(mon, any(), shop.service("metrics", Protocol.TCP, "9100"));
    shop.flow(shop.web, mon, shop.service("push", Protocol.TCP, "9443"));

    assertThat(breadth.labels("FB-101")).containsExactly("Draw mon → * to web and db");
  }

  @Test
  void flowToTheInternetIsNotDrawnToEveryGroup() {
    shop.flow(shop.web, any(), https);

    assertThat(breadth.fixes("FB-101")).isEmpty();
  }

  private ExternalNetwork any() {
    return shop.network("*", "0.0.0.0/0", "::/0");
  }
}
