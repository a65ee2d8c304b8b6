package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.firebreak.model.Flow;
import org.firebreak.model.Protocol;
import org.firebreak.model.Service;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;

/** Rules on the services of flows that permit too much, and what their fixes leave. */
class BreadthServiceFixesTest {
  private final CleanDesign shop = new CleanDesign();
  private final BreadthFixture breadth = new BreadthFixture(shop);

  @Test
  void anyProtocolBecomesWhatOthersUseThere() {
    shop.group(shop.front, "batch", "10.0.1.9");
    Flow any =
        shop.flow(shop.front.getGroups().get(1), shop.db, shop.service("any", Protocol.ANY, ""));
    shop.flow(shop.db, any.getSource(), shop.service("push", Protocol.TCP, "9443"));

    assertThat(breadth.labels("FB-103")).containsExactly("Narrow batch → db to tcp/5432");
    breadth.fixed(
        "FB-103",
        fixed -> {
          assertThat(BreadthFixture.flows(fixed)).contains("approved batch → db: tcp/5432");
          assertThat(fixed.getServices()).noneMatch(service -> service.getName().equals("any"));
          Flow narrowed = fixed.getFlows().get(1);
          assertThat(narrowed.getId()).isEqualTo(any.getId());
          assertThat(narrowed.getOwner()).isEqualTo(any.getOwner());
          assertThat(narrowed.getTicket()).isEqualTo(any.getTicket());
          assertThat(narrowed.getAverageBitsPerSecond()).isEqualTo(any.getAverageBitsPerSecond());
        });
  }

  @Test
  void anyProtocolBesideTheRightServiceIsTakenAwayByRetiring() {
    shop.flow(shop.web, shop.db, shop.service("any", Protocol.ANY, ""));

    assertThat(breadth.labels("FB-103"))
        .containsExactly("Retire web → db; web → db permits what is known");
    breadth.fixed(
        "FB-103",
        fixed -> assertThat(BreadthFixture.flows(fixed)).contains("retired web → db: any"));
  }

  @Test
  void withoutKnowledgeOfTheServersThereIsNoFix() {
    shop.flow(shop.db, shop.web, shop.service("any", Protocol.ANY, ""));

    assertThat(breadth.fixes("FB-103")).isEmpty();
  }

  @Test
  void anyPortBecomesThePortsOfItsProtocolThatOthersUse() {
    Service tcp = shop.service("all-tcp", Protocol.TCP, "");
    shop.group(shop.front, "batch", "10.0.1.9");
    shop.flow(shop.front.getGroups().get(1), shop.db, tcp);
    shop.flow(shop.web, shop.db, shop.service("ping", Protocol.UDP, "7777"));

    assertThat(breadth.labels("FB-104")).containsExactly("Narrow batch → db to tcp/5432");
  }

  @Test
  void wideRangeBecomesWhatTheLibraryKnowsOfItsName() {
    Service mongo = shop.service("mongodb", Protocol.TCP, "27000-27200");
    shop.flow(shop.db, shop.web, mongo);

    assertThat(breadth.findings()).containsExactly("FB-105 warning db → web, mongodb");
    assertThat(breadth.labels("FB-105")).containsExactly("Narrow db → web to tcp/27017-27019");
    breadth.fixed(
        "FB-105",
        fixed -> {
          assertThat(BreadthFixture.flows(fixed)).contains("approved db → web: tcp/27017-27019");
          assertThat(fixed.getServices())
              .extracting(Service::getName)
              .containsExactlyInAnyOrder("postgresql", "mongodb");
        });
  }

  @Test
  void wideRangeBecomesWhatOthersUseAndKeepsItsOtherPorts() {
    shop.group(shop.front, "batch", "10.0.1.9");
    Service rpc = shop.service("orders", Protocol.TCP, "9777,5000-6000");
    shop.flow(shop.front.getGroups().get(1), shop.db, rpc);

    assertThat(breadth.labels("FB-105")).containsExactly("Narrow batch → db to tcp/5432,9777");
  }

  @Test
  void serviceThatOthersUseStays() {
    Service mongo = shop.service("mongodb", Protocol.TCP, "27000-27200");
    shop.flow(shop.db, shop.web, mongo);
    shop.design.getTripwires().add(NewElements.tripwire("wire"));
    shop.design.getTripwires().get(0).getServices().add(mongo);

    breadth.fixed(
        "FB-105",
        fixed ->
            assertThat(fixed.getServices())
                .extracting(Service::getName)
                .containsExactlyInAnyOrder("postgresql", "mongodb", "tcp-27017-27019"));
  }

  @Test
  void rangeFarBeyondItsServiceIsFound() {
    shop.flow(shop.db, shop.web, shop.service("mongodb", Protocol.TCP, "27000-27049"));

    assertThat(breadth.findings()).containsExactly("FB-106 warning db → web, mongodb");
    assertThat(breadth.only("FB-106").message())
        .isEqualTo("Flow db → web permits tcp/27000-27049 for mongodb, which uses tcp/27017-27019");
    assertThat(breadth.labels("FB-106")).containsExactly("Narrow db → web to tcp/27017-27019");
  }

  @Test
  void fewInstancesOwnPortsAndUnknownNamesAreNotBeyondTheService() {
    shop.flow(shop.db, shop.web, shop.service("postgres", Protocol.TCP, "5432-5440"));
    shop.flow(shop.db, shop.web, shop.service("mongodb", Protocol.TCP, "28000-28049"));
    shop.flow(shop.db, shop.web, shop.service("documents", Protocol.TCP, "27000-27049"));
    shop.flow(shop.db, shop.web, shop.service("x11", Protocol.TCP, "6000-6063"));

    assertThat(breadth.findings()).isEmpty();
  }

  @Test
  void fixThatNoLongerAppliesChangesNothing() {
    shop.flow(shop.db, shop.web, shop.service("mongodb", Protocol.TCP, "27000-27049"));
    Fix fix = breadth.fixes("FB-106").get(0);
    Flow flow = shop.design.getFlows().get(1);
    flow.setSource(shop.web.getServers().get(0));

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> fix.change().accept(DesignElements.of(shop.design)))
        .isInstanceOf(OutdatedFixException.class)
        .hasMessageContaining("has been changed meanwhile");
    assertThat(flow.getServices().get(0).getPorts()).isEqualTo("27000-27049");
  }
}
