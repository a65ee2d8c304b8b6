package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.firebreak.model.Flow;
import org.firebreak.model.Inspection;
import org.firebreak.model.Protocol;
import org.firebreak.model.Segmentation;
import org.firebreak.model.Service;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Flows covered by unions, shadowed, in conflict, or without effect. */
class TreatmentRulesTest {
  private final CleanDesign shop = new CleanDesign();
  private final Service https = shop.service("https", Protocol.TCP, "443");

  @BeforeEach
  void noFlows() {
    shop.design.getFlows().clear();
  }

  private Flow named(Flow flow, String name) {
    flow.setName(name);
    return flow;
  }

  @Test
  void flowInsideTheUnionOfSeveralIsCoveredByThoseThatAreNeeded() {
    shop.flow(shop.web.getServers().get(0), shop.db, shop.postgresql, https);
    shop.flow(shop.web.getServers().get(1), shop.data, shop.postgresql, https);
    shop.flow(shop.db, shop.web, https);
    named(shop.flow(shop.web, shop.db, shop.postgresql), "all");

    assertThat(shop.findings("FB-302"))
        .containsExactly("FB-302 warning all, web1 → db, web2 → Data");
    assertThat(shop.message("FB-302"))
        .isEqualTo(
            "Flow all (tcp/5432) permits nothing that flows web1 → db and web2 → Data together do"
                + " not permit");
  }

  @Test
  void widerFlowThatTheNarrowOnesMakeNeedlessIsNamed() {
    shop.flow(shop.web.getServers().get(0), shop.db, shop.postgresql);
    Flow second = shop.flow(shop.web.getServers().get(1), shop.db, shop.postgresql);
    named(shop.flow(shop.web, shop.db, shop.postgresql), "all");
    assertThat(mends())
        .hasSize(2)
        .allMatch(
            mend -> mend.contains("web1 → db and web2 → db together permit all that it does"));

    second.setDestination(shop.db.getServers().get(0));
    assertThat(mends())
        .containsOnly("Retire the wider flow if it is too wide, else this one")
        .hasSize(2);
  }

  private List<String> mends() {
    return shop.validate().findings().stream()
        .filter(finding -> finding.rule().equals("FB-302"))
        .map(Finding::mend)
        .toList();
  }

  @Test
  void flowOfWhichOneMemberIsLeftIsNotCovered() {
    shop.flow(shop.web.getServers().get(0), shop.db, shop.postgresql);
    shop.flow(shop.web.getServers().get(1), shop.db.getServers().get(0), shop.postgresql);
    named(shop.flow(shop.web, shop.db, shop.postgresql), "all");

    assertThat(shop.findings("FB-302"))
        .containsExactly("FB-302 warning web1 → db, all", "FB-302 warning web2 → db1, all");
  }

  @Test
  void flowIsShadowedByTheUnionOfEarlierOnesThatTreatItOtherwise() {
    shop.flow(shop.web.getServers().get(0), shop.db, shop.postgresql);
    Flow second = shop.flow(shop.web.getServers().get(1), shop.db, shop.postgresql);
    Flow all = named(shop.flow(shop.web, shop.db, shop.postgresql), "all");
    assertThat(shop.findings("FB-303")).isEmpty();

    all.setLog(true);
    assertThat(shop.findings("FB-303")).containsExactly("FB-303 warning all, web1 → db, web2 → db");
    assertThat(shop.message("FB-303"))
        .contains("never take effect", "web1 (10.0.1.1) → db1 (10.0.2.1) tcp/5432");

    second.setDestination(shop.db.getServers().get(0));
    assertThat(shop.findings("FB-303")).isEmpty();
  }

  @Test
  void overlappingFlowsConflictIfNeitherHoldsTheOther() {
    shop.flow(shop.web.getServers().get(0), shop.data, shop.postgresql, https);
    Flow later = named(shop.flow(shop.front, shop.db, shop.postgresql), "later");
    later.setInspection(Inspection.APPLICATION);

    assertThat(shop.findings("FB-304")).containsExactly("FB-304 info later, web1 → Data");
    assertThat(shop.message("FB-304"))
        .contains("web1 (10.0.1.1) → db1 (10.0.2.1) tcp/5432", "web1 → Data decides");

    later.setInspection(Inspection.LAYER_4);
    assertThat(shop.findings("FB-304")).isEmpty();
  }

  @Test
  void narrowFlowBeforeAWiderOneIsAnExceptionAndNoConflict() {
    shop.flow(shop.web.getServers().get(0), shop.db, shop.postgresql).setLog(true);
    shop.flow(shop.web, shop.db, shop.postgresql);

    assertThat(shop.findings("FB-303")).isEmpty();
    assertThat(shop.findings("FB-304")).isEmpty();
  }

  @Test
  void flowThatAnEarlierAlikeFlowDecidesDoesNotConflict() {
    named(shop.flow(shop.web, shop.db, shop.postgresql), "first");
    shop.flow(shop.web.getServers().get(0), shop.data, shop.postgresql, https).setLog(true);
    shop.design.getFlows().move(0, 0);
    named(shop.flow(shop.front, shop.data, shop.service("ssh", Protocol.TCP, "22")), "third");

    assertThat(shop.findings("FB-304")).containsExactly("FB-304 info web1 → Data, first");
  }

  @Test
  void flowInsideAGroupHasNoEffectUnlessTheGroupIsMicrosegmented() {
    Flow inside = shop.flow(shop.db, shop.db, shop.postgresql);
    assertThat(shop.findings("FB-305")).containsExactly("FB-305 info db → db");
    assertThat(shop.message("FB-305")).contains("group strategy", "inside db");

    shop.design.getStrategy().setKind(StrategyKind.MICRO);
    assertThat(shop.findings("FB-305")).isEmpty();

    shop.design.getStrategy().setKind(StrategyKind.GROUP);
    shop.db.getServers().get(1).setSegmentation(Segmentation.MICRO);
    assertThat(shop.findings("FB-305")).isEmpty();

    inside.setDestination(shop.db.getServers().get(0));
    inside.setSource(shop.db.getServers().get(0));
    assertThat(shop.findings("FB-305")).containsExactly("FB-305 info db1 → db1");
  }

  @Test
  void whatOtherFlowsPermitOutsideTheGroupsDoesNotHelp() {
    shop.design.getZones().clear();
    var zone = shop.zone(shop.design, "Both");
    zone.getGroups().add(shop.web);
    zone.getGroups().add(shop.db);
    shop.flow(shop.web, shop.db, shop.postgresql);
    Flow back = shop.flow(shop.db, shop.web, shop.postgresql);
    shop.flow(zone, zone, shop.postgresql);
    assertThat(shop.findings("FB-302"))
        .containsExactly(
            "FB-302 warning web → db, Both → Both", "FB-302 warning db → web, Both → Both");
    assertThat(shop.findings("FB-305")).isEmpty();

    back.getServices().add(https);
    shop.design.getFlows().get(0).getServices().add(https);
    assertThat(shop.findings("FB-305"))
        .containsExactly("FB-305 info Both → Both, web → db, db → web");
  }
}
