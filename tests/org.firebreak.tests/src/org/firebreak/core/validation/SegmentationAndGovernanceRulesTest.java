package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.model.FlowState;
import org.firebreak.model.Protocol;
import org.firebreak.model.Segmentation;
import org.firebreak.model.StrategyKind;
import org.junit.jupiter.api.Test;

class SegmentationAndGovernanceRulesTest {
  private final CleanDesign shop = new CleanDesign();

  @Test
  void microsegmentedGroupWithoutIntraGroupFlowIsFound() {
    shop.options = shop.options.withStrategy(StrategyKind.MICRO);

    assertThat(shop.findings()).containsExactly("FB-401 warning db", "FB-401 info web");
  }

  @Test
  void clusteredGroupWithoutIntraGroupFlowIsAWarning() {
    shop.postgresql.setCategory("database");
    shop.db.setSegmentation(Segmentation.MICRO);

    assertThat(shop.findings()).containsExactly("FB-401 warning db");
  }

  @Test
  void groupOfWhichSomeMembersAreMicrosegmentedIsFound() {
    shop.web.getServers().get(0).setSegmentation(Segmentation.MICRO);

    assertThat(shop.findings()).containsExactly("FB-401 info web");
    assertThat(shop.message()).contains("in part");
  }

  @Test
  void flowInsideTheGroupSatisfies() {
    shop.db.setSegmentation(Segmentation.MICRO);

    shop.flow(shop.db, shop.db, shop.postgresql);
    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void groupOfOneServerNeedsNoFlowInside() {
    shop.db.setSegmentation(Segmentation.MICRO);
    shop.db.getServers().remove(1);

    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void expiredFlowIsFoundTheDayAfterItsLast() {
    shop.webToDb.setExpiresOn(CleanDesign.TODAY);
    assertThat(shop.findings()).containsExactly("FB-502 info web → db");

    shop.options = CompileOptions.on(CleanDesign.TODAY.plusDays(1));
    assertThat(shop.findings())
        .containsExactly("FB-005 warning web", "FB-005 warning db", "FB-501 warning web → db");
  }

  @Test
  void noticeOfExpiryIsAParameter() {
    shop.webToDb.setExpiresOn(CleanDesign.TODAY.plusDays(31));
    assertThat(shop.findings()).isEmpty();

    shop.profile = shop.profile.withLimit(Threshold.EXPIRY_NOTICE, 31);
    assertThat(shop.findings()).containsExactly("FB-502 info web → db");
  }

  @Test
  void flowWithoutOwnerOrJustificationIsFound() {
    shop.webToDb.setState(FlowState.PROPOSED);
    shop.webToDb.setOwner(" ");
    assertThat(shop.message()).endsWith("has no owner");

    shop.webToDb.setJustification(null);
    assertThat(shop.findings()).containsExactly("FB-503 info web → db");
    assertThat(shop.message()).endsWith("has neither owner nor justification");
  }

  @Test
  void profileDisablesRulesAndChangesSeverities() {
    shop.webToDb.setOwner(null);
    shop.flow(shop.db, shop.web, shop.service("telnet", Protocol.TCP, "23"));

    shop.profile =
        shop.profile
            .withDisabled(Set.of("FB-205", "FB-503"))
            .withSeverities(Map.of("FB-201", FindingSeverity.ERROR));
    assertThat(shop.findings()).containsExactly("FB-201 error db → web, telnet");
  }

  @Test
  void worstFindingsStandFirst() {
    shop.profile = shop.profile.withDisabled(Set.of("FB-205"));
    shop.webToDb.setOwner(null);
    shop.flow(shop.db, shop.web);
    shop.flow(shop.db, shop.web, shop.service("telnet", Protocol.TCP, "23"));

    assertThat(shop.findings())
        .containsExactly(
            "FB-008 error db → web", "FB-201 warning db → web, telnet", "FB-503 info web → db");
    assertThat(shop.validate().reaches(FindingSeverity.ERROR)).isTrue();
  }
}
