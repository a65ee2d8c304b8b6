package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.core.validation.CleanDesign.TODAY;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.validation.fix.Fixes;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.model.Diagram;
import org.firebreak.model.Encryption;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Inspection;
import org.firebreak.model.Protocol;
import org.firebreak.model.Service;
import org.firebreak.model.Tripwire;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedundancyFixesTest {
  private final CleanDesign shop = new CleanDesign();

  @BeforeEach
  void leaveOutWhatOtherTestsLookAt() {
    Set<String> others =
        ValidationRules.all().stream()
            .map(rule -> rule.info().id())
            .filter(id -> !id.startsWith("FB-3"))
            .collect(Collectors.toSet());
    shop.profile = shop.profile.withDisabled(others);
  }

  private Flow again() {
    Flow again = shop.flow(shop.web, shop.db, shop.postgresql);
    again.setName("again");
    return again;
  }

  @Test
  void duplicatesAreMerged() {
    again();

    Mended.assertMended(shop, "FB-301");
    assertThat(Mended.labels(shop, "FB-301")).containsExactly("Merge with web → db");
    assertThat(Mended.safe(shop, "FB-301")).containsExactly(true);
  }

  @Test
  void mergedFlowSaysWhatBothSaid() {
    Flow again = again();
    again.setOwner("Data team");
    again.setTicket("CHG-2");
    again.setJustification("Reports");
    again.setReviewOn(TODAY.plusDays(90));
    again.setEstimateSource("measured");
    shop.webToDb.setExpiresOn(TODAY.plusDays(200));
    again.setExpiresOn(TODAY.plusDays(300));

    Mended.assertMended(shop, "FB-301");
    Mended.apply(shop, "FB-301");

    assertThat(shop.design.getFlows()).containsExactly(shop.webToDb);
    assertThat(shop.webToDb.getOwner()).isEqualTo("Shop team, Data team");
    assertThat(shop.webToDb.getTicket()).isEqualTo("CHG-1, CHG-2");
    assertThat(shop.webToDb.getJustification()).isEqualTo("The shop needs it; Reports");
    assertThat(shop.webToDb.getReviewOn()).isEqualTo(TODAY.plusDays(90));
    assertThat(shop.webToDb.getExpiresOn()).isEqualTo(TODAY.plusDays(300));
    assertThat(shop.webToDb.getEstimateSource()).isEqualTo("measured");
  }

  @Test
  void approvedFlowStaysAtThePlaceOfTheProposedOneAndIsTreatedAlike() {
    Flow other = shop.flow(shop.db, shop.web, shop.postgresql);
    Flow again = again();
    again.setInspection(Inspection.EXEMPT);
    shop.webToDb.setState(FlowState.PROPOSED);
    shop.webToDb.setLog(true);

    assertThat(Mended.safe(shop, "FB-301")).containsExactly(false);
    Mended.assertMended(shop, "FB-301");
    Mended.apply(shop, "FB-301");

    assertThat(shop.design.getFlows()).containsExactly(again, other);
    assertThat(again.getInspection()).isEqualTo(Inspection.LAYER_4);
    assertThat(again.isLog()).isTrue();
  }

  @Test
  void linesOfDiagramsFollowTheMergedFlow() {
    Flow again = again();
    Diagram both = NewElements.diagram("both");
    both.getConnections().add(NewElements.connection(again));
    both.getConnections().add(NewElements.connection(shop.webToDb));
    Diagram one = NewElements.diagram("one");
    one.getConnections().add(NewElements.connection(again));
    shop.design.getDiagrams().add(both);
    shop.design.getDiagrams().add(one);

    Mended.assertMended(shop, "FB-301");
    Mended.apply(shop, "FB-301");

    assertThat(both.getConnections()).hasSize(1);
    assertThat(one.getConnections()).hasSize(1);
    assertThat(both.getConnections().get(0).getFlow()).isSameAs(shop.webToDb);
    assertThat(one.getConnections().get(0).getFlow()).isSameAs(shop.webToDb);
  }

  @Test
  void flowsThatNoLongerPermitTheSameAreNotMerged() {
    Flow again = again();
    List<Fix> merge = Mended.fixes(shop, "FB-301");
    again.getServices().add(shop.service("ssh", Protocol.TCP, "22"));

    assertThat(Fixes.apply(new ModelEdit(shop.design), "all", merge)).isZero();
    assertThat(shop.design.getFlows()).containsExactly(shop.webToDb, again);
  }

  @Test
  void mergeThatLosesAnEstimateIsNotSafe() {
    Flow again = again();
    again.setPeakBitsPerSecond(7e6);

    assertThat(Mended.safe(shop, "FB-301")).containsExactly(false);
  }

  @Test
  void coveredFlowIsRetired() {
    shop.webToDb.getServices().add(shop.service("more", Protocol.TCP, "5433"));
    again();

    Mended.assertMended(shop, "FB-302");
    assertThat(Mended.labels(shop, "FB-302")).containsExactly("Retire again");
    assertThat(Mended.safe(shop, "FB-302")).containsExactly(true);
  }

  @Test
  void flowStaysIfItsCoverNoLongerPermitsTheSame() {
    Flow wide = shop.flow(shop.front, shop.data, shop.service("all", Protocol.TCP, ""));
    List<Fix> retire = Mended.fixes(shop, "FB-302");
    wide.getServices().set(0, shop.service("ssh", Protocol.TCP, "22"));

    assertThat(Fixes.apply(new ModelEdit(shop.design), "all", retire)).isZero();
    assertThat(shop.webToDb.getState()).isEqualTo(FlowState.APPROVED);
  }

  @Test
  void retiringIsNotSafeIfTheTreatmentWouldChangeOrTheCoverIsOnlyProposed() {
    shop.webToDb.setLog(true);
    Flow wide = shop.flow(shop.front, shop.data, shop.service("all", Protocol.TCP, ""));
    assertThat(Mended.safe(shop, "FB-302")).containsExactly(false);

    wide.setLog(true);
    assertThat(Mended.safe(shop, "FB-302")).containsExactly(true);

    wide.setState(FlowState.PROPOSED);
    assertThat(Mended.safe(shop, "FB-302")).containsExactly(false);
  }

  @Test
  void shadowedFlowIsTreatedAsTheEarlierOrTheEarlierAsIt() {
    shop.design.getFlows().clear();
    shop.flow(shop.web.getServers().get(0), shop.db, shop.postgresql);
    shop.flow(shop.web.getServers().get(1), shop.db, shop.postgresql);
    shop.flow(shop.web, shop.db, shop.postgresql).setLog(true);

    assertThat(Mended.labels(shop, "FB-303"))
        .containsExactly(
            "Inspect and log web → db as web1 → db", "Inspect and log 2 flows as web → db");
    Mended.assertMended(shop, "FB-303");
    Mended.apply(shop, "FB-303");
    assertThat(shop.findings("FB-303")).isEmpty();
    assertThat(shop.findings("FB-304")).isEmpty();
    assertThat(shop.design.getFlows()).noneMatch(Flow::isLog);
  }

  @Test
  void conflictingTreatmentIsAligned() {
    shop.design.getFlows().clear();
    Service https = shop.service("https", Protocol.TCP, "443");
    shop.flow(shop.web, shop.db, shop.postgresql, https);
    Service ssh = shop.service("ssh", Protocol.TCP, "22");
    shop.flow(shop.web, shop.db, shop.postgresql, ssh).setLog(true);

    Mended.assertMended(shop, "FB-304");
  }

  @Test
  void flowWithoutEffectIsRetired() {
    shop.flow(shop.db, shop.db, shop.postgresql);

    Mended.assertMended(shop, "FB-305");
  }

  @Test
  void servicesAreMergedInFlowsAndTripwires() {
    Service again = shop.service("tcp-5432", Protocol.TCP, "5432");
    again.setApplication("postgres");
    again.setEncryption(Encryption.ENCRYPTED);
    shop.webToDb.getServices().add(again);
    Flow other = shop.flow(shop.db, shop.web, again);
    Tripwire tripwire = NewElements.tripwire("database");
    tripwire.getServices().add(again);
    shop.design.getTripwires().add(tripwire);

    Mended.assertMended(shop, "FB-306");
    Mended.apply(shop, "FB-306");

    assertThat(shop.design.getServices()).containsExactly(shop.postgresql);
    assertThat(shop.webToDb.getServices()).containsExactly(shop.postgresql);
    assertThat(other.getServices()).containsExactly(shop.postgresql);
    assertThat(tripwire.getServices()).containsExactly(shop.postgresql);
    assertThat(shop.postgresql.getApplication()).isEqualTo("postgres");
    assertThat(shop.postgresql.getEncryption()).isEqualTo(Encryption.ENCRYPTED);
  }

  @Test
  void unusedServiceIsDeleted() {
    shop.service("telnet", Protocol.TCP, "23");

    Mended.assertMended(shop, "FB-307");
  }
}
