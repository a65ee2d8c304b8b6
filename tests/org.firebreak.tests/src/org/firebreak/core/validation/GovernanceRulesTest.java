package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firebreak.core.validation.CleanDesign.TODAY;
import static org.firebreak.core.validation.Mended.assertMended;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.firebreak.model.AcceptedFinding;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Protocol;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;

class GovernanceRulesTest {
  private final CleanDesign shop = new CleanDesign();

  private Flow more(int number) {
    return shop.flow(shop.web, shop.db, shop.service("app" + number, Protocol.TCP, "" + number));
  }

  @Test
  void expiredFlowIsRetiredSafely() {
    more(7001);
    shop.webToDb.setExpiresOn(TODAY.minusDays(1));

    assertThat(shop.findings("FB-501")).containsExactly("FB-501 warning web → db");
    assertThat(Mended.safe(shop, "FB-501")).containsExactly(true);
    assertMended(shop, "FB-501");
  }

  @Test
  void flowsOfTheSameZonesWithoutOwnerAreOneFinding() {
    more(7001).setOwner(null);
    more(7002).setOwner(" ");
    shop.webToDb.setJustification("");

    assertThat(shop.findings("FB-503"))
        .containsExactly("FB-503 info web → db", "FB-503 info web → db, web → db");
    assertThat(shop.validate().findings())
        .extracting(Finding::message)
        .contains("2 flows from Front to Data have no owner: web → db");
  }

  @Test
  void matrixWithoutOwnersIsOneFinding() {
    for (Flow flow : List.of(shop.webToDb, more(7001), shop.flow(shop.db, shop.db))) {
      flow.setOwner(null);
      flow.setJustification(null);
    }

    assertThat(shop.findings("FB-503")).hasSize(1);
    assertThat(shop.message("FB-503")).startsWith("3 flows have neither owner nor justification");
  }

  @Test
  void ownerIsThatOfTheOtherFlowsOfTheSameEnds() {
    more(7001).setOwner(null);

    assertThat(Mended.labels(shop, "FB-503"))
        .containsExactly("Set owner Shop team, as other flows to the same end have it");
    assertMended(shop, "FB-503");

    more(7002).setOwner("Another team");
    assertThat(Mended.labels(shop, "FB-503")).isEmpty();
  }

  @Test
  void justificationIsThatOfTheOtherFlowsOfTheSameEnds() {
    more(7001).setJustification(null);

    assertThat(Mended.labels(shop, "FB-503")).hasSize(1);
    assertMended(shop, "FB-503");
  }

  @Test
  void approvedFlowWithoutTicketIsFoundAndGetsThatOfTheSameEnds() {
    more(7001).setTicket(null);
    Flow proposed = more(7002);
    proposed.setTicket(null);
    proposed.setState(FlowState.PROPOSED);

    assertThat(shop.findings("FB-504")).containsExactly("FB-504 info web → db");
    assertThat(Mended.labels(shop, "FB-504"))
        .containsExactly("Set ticket CHG-1, as the other flows of the same ends have it");
    assertMended(shop, "FB-504");
  }

  @Test
  void designWithoutTicketsIsFoundOnce() {
    shop.webToDb.setTicket(null);
    more(7001).setTicket(null);
    assertThat(shop.findings("FB-504")).containsExactly("FB-504 info web → db, web → db");

    more(7002).setTicket(null);
    assertThat(shop.findings("FB-504")).containsExactly("FB-504 info Shop");
    assertThat(shop.message("FB-504")).isEqualTo("None of the 3 approved flows names a ticket");
  }

  @Test
  void flowThatIsProposedForTooLongIsFound() {
    shop.webToDb.setState(FlowState.PROPOSED);
    shop.webToDb.setProposedOn(TODAY.minusDays(90));
    assertThat(shop.findings()).isEmpty();

    shop.webToDb.setProposedOn(TODAY.minusDays(91));
    assertThat(shop.findings()).containsExactly("FB-505 warning web → db");
    assertThat(shop.message())
        .isEqualTo("Flow web → db has been proposed since 2030-02-13, for more than 90 days");

    shop.profile = shop.profile.withLimit(Threshold.MAX_PROPOSED_AGE, 91);
    assertThat(shop.findings()).isEmpty();

    shop.profile = ValidationProfile.BASELINE.withNeeds(List.of());
    shop.webToDb.setState(FlowState.APPROVED);
    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void flowsThatAreProposedForTooLongAreOneFindingOfTheirOwner() {
    for (Flow flow : List.of(shop.webToDb, more(7001))) {
      flow.setState(FlowState.PROPOSED);
      flow.setProposedOn(TODAY.minusDays(100));
    }

    assertThat(shop.message("FB-505"))
        .isEqualTo(
            "2 flows of Shop team have been proposed since 2030-02-04 or later, for more than 90"
                + " days: web → db");
  }

  @Test
  void approvedFlowWithNeitherReviewNorEndIsFound() {
    shop.webToDb.setReviewOn(null);
    shop.webToDb.setExpiresOn(TODAY.plusYears(2));
    assertThat(shop.findings()).isEmpty();

    shop.webToDb.setExpiresOn(null);
    assertThat(shop.findings()).containsExactly("FB-506 info web → db");
    assertThat(Mended.labels(shop, "FB-506")).containsExactly("Set the review to 2031-05-15");
    assertMended(shop, "FB-506");
  }

  @Test
  void designWithoutReviewsIsFoundOnceAndMendedAtOnce() {
    shop.webToDb.setReviewOn(null);
    more(7001).setReviewOn(null);
    more(7002).setReviewOn(null);

    assertThat(shop.findings("FB-506")).containsExactly("FB-506 info Shop");
    assertMended(shop, "FB-506");
  }

  @Test
  void overdueReviewIsFound() {
    shop.webToDb.setReviewOn(TODAY);
    assertThat(shop.findings()).isEmpty();

    shop.webToDb.setReviewOn(TODAY.minusDays(1));
    assertThat(shop.findings()).containsExactly("FB-507 warning web → db");
    assertThat(shop.message()).isEqualTo("Flow web → db was to be reviewed on 2030-05-14");
    assertMended(shop, "FB-507");
  }

  @Test
  void namesAgainstTheConventionAreFoundByPlace() {
    shop.profile =
        shop.profile.withNaming(
            Map.of("server", Pattern.compile("srv-[a-z0-9]+"), "zone", Pattern.compile("[A-Z].*")));

    assertThat(shop.findings()).containsExactly("FB-508 info web1, web2", "FB-508 info db1, db2");
    assertThat(shop.validate().findings().get(0).message())
        .isEqualTo(
            "The names of 2 servers do not follow the convention srv-[a-z0-9]+: web1 and web2");
  }

  @Test
  void nameIsPutRightWhereCaseOrSeparatorsDo() {
    shop.profile = shop.profile.withNaming(Map.of("group", Pattern.compile("[a-z]+(-[a-z]+)*")));
    assertThat(shop.findings()).isEmpty();

    shop.web.setName("Web Front");
    assertThat(shop.findings()).containsExactly("FB-508 info Web Front");
    assertThat(Mended.labels(shop, "FB-508")).containsExactly("Rename Web Front to web-front");
    assertMended(shop, "FB-508");

    shop.web.setName("web 2");
    assertThat(Mended.labels(shop, "FB-508")).isEmpty();
  }

  private AcceptedFinding accept(String... elements) {
    AcceptedFinding accepted = NewElements.acceptedFinding("FB-507", List.of(elements));
    shop.design.getAcceptedFindings().add(accepted);
    return accepted;
  }

  @Test
  void expiredAcceptanceIsFound() {
    AcceptedFinding accepted = accept(shop.webToDb.getId());
    accepted.setExpiresOn(TODAY);
    assertThat(shop.findings()).isEmpty();

    accepted.setExpiresOn(TODAY.minusDays(1));
    assertThat(shop.findings()).containsExactly("FB-509 info web → db");
    assertThat(shop.message())
        .isEqualTo("The acceptance of FB-507 for web → db expired on 2030-05-14");
    assertThat(Mended.labels(shop, "FB-509"))
        .containsExactly("Delete the expired acceptance", "Accept until 2031-05-15");
    assertMended(shop, "FB-509");
  }

  @Test
  void acceptancesOfTheSameElementsExpireTogether() {
    accept(shop.webToDb.getId()).setExpiresOn(TODAY.minusDays(1));
    AcceptedFinding other = accept(shop.webToDb.getId());
    other.setRule("FB-105");
    other.setExpiresOn(TODAY.minusDays(1));

    assertThat(shop.message("FB-509")).startsWith("The acceptance of FB-507 and FB-105 for web");
    assertMended(shop, "FB-509");
  }

  @Test
  void acceptanceForTheDesignItselfExpiresLikeOthers() {
    accept(shop.design.getId()).setExpiresOn(TODAY.minusDays(1));

    assertThat(shop.findings()).containsExactly("FB-509 info Shop");
    assertThat(Mended.labels(shop, "FB-509"))
        .containsExactly("Delete the expired acceptance", "Accept until 2031-05-15");
    assertMended(shop, "FB-509");
  }

  @Test
  void acceptanceOfWhatIsGoneIsFoundAndDeleted() {
    accept(shop.webToDb.getId(), "gone");
    accept("gone too").setExpiresOn(TODAY.minusDays(1));

    assertThat(shop.findings()).containsExactly("FB-509 info Shop");
    assertThat(shop.message())
        .isEqualTo("2 acceptances speak of elements that are no longer in the design: FB-507");
    assertMended(shop, "FB-509");
  }
}
