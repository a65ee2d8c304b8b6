package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.firebreak.model.FlowState;
import org.firebreak.model.Protocol;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.Tripwire;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;

/** Services defined twice or unused, and ends whose flows permit nothing. */
class NeedlessDefinitionsTest {
  private final CleanDesign shop = new CleanDesign();

  @Test
  void servicesThatCoverTheSameAreFound() {
    Service other = shop.service("other", Protocol.TCP, "80, 81,443");
    Service same = shop.service("same", Protocol.TCP, "443,80-81");
    shop.webToDb.getServices().add(other);
    shop.webToDb.getServices().add(same);

    assertThat(shop.findings("FB-306")).containsExactly("FB-306 info same, other");

    same.setPorts("443,80-82");
    assertThat(shop.findings("FB-306")).isEmpty();
  }

  @Test
  void servicesOfDifferentApplicationsAreTwo() {
    Service web = shop.service("web", Protocol.TCP, "443");
    Service api = shop.service("api", Protocol.TCP, "443");
    web.setApplication("ssl");
    assertThat(shop.findings("FB-306")).containsExactly("FB-306 info api, web");

    api.setApplication("grpc");
    assertThat(shop.findings("FB-306")).isEmpty();
  }

  @Test
  void serviceWithoutFlowOrTripwireIsUnused() {
    Service ssh = shop.service("ssh", Protocol.TCP, "22");
    assertThat(shop.findings("FB-307")).containsExactly("FB-307 info ssh");

    Tripwire tripwire = NewElements.tripwire("administration");
    tripwire.getServices().add(ssh);
    shop.design.getTripwires().add(tripwire);
    assertThat(shop.findings("FB-307")).isEmpty();
  }

  @Test
  void serviceOfARetiredFlowIsUsed() {
    shop.flow(shop.db, shop.web, shop.service("ssh", Protocol.TCP, "22"))
        .setState(FlowState.RETIRED);

    assertThat(shop.findings("FB-307")).isEmpty();
  }

  @Test
  void groupWhoseFlowsAllPermitNothingIsUnreachable() {
    ServerGroup cache = shop.group(shop.data, "cache");
    ServerGroup batch = shop.group(shop.data, "batch", "10.0.2.9");
    shop.flow(batch, cache, shop.postgresql);
    assertThat(shop.findings("FB-308")).containsExactly("FB-308 warning batch, batch → cache");
    assertThat(shop.message("FB-308")).contains("its only flow batch → cache permits nothing");

    shop.flow(shop.front, shop.data, shop.postgresql);
    assertThat(shop.findings("FB-308")).isEmpty();
  }

  @Test
  void groupThatANetworkReachesIsReachable() {
    ServerGroup batch = shop.group(shop.data, "batch", "10.0.2.9");
    shop.flow(batch, shop.group(shop.data, "cache"), shop.postgresql);
    shop.flow(shop.web, shop.network("data", "10.0.2.8/31"), shop.postgresql);

    assertThat(shop.findings("FB-308")).isEmpty();
  }

  @Test
  void zoneIsReportedInPlaceOfItsGroups() {
    var zone = shop.zone(shop.design, "Batch");
    ServerGroup batch = shop.group(zone, "batch", "10.0.2.9");
    ServerGroup cache = shop.group(shop.data, "cache");
    shop.flow(batch, cache, shop.postgresql);
    shop.flow(zone, cache, shop.postgresql);

    assertThat(shop.findings("FB-308")).containsExactly("FB-308 warning Batch, Batch → cache");
  }
}
