package org.firebreak.report.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.firebreak.scene.Scene;
import org.firebreak.scene.geometry.Rect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagePlanTest {
  private Scene scene;

  @BeforeEach
  void load() throws IOException {
    scene = PictureSamples.labShop();
  }

  @ParameterizedTest
  @EnumSource(Paper.class)
  void pagesCoverTheDiagramAndOverlapByTenMillimetres(Paper paper) {
    PagePlan plan =
        plan(new PageSetup(paper, Orientation.PORTRAIT, new Scaling.PagesWide(3), 15, true));
    Rect bounds = scene.bounds();

    assertThat(plan.columns()).isEqualTo(3);
    Page first = plan.pages().getFirst();
    Page second = plan.pages().get(1);
    Page last = plan.pages().getLast();
    assertThat(first.part().getMinX()).isLessThanOrEqualTo(bounds.x());
    assertThat(first.part().getMinY()).isLessThanOrEqualTo(bounds.y());
    assertThat(last.part().getMaxX()).isGreaterThanOrEqualTo(bounds.right());
    assertThat(last.part().getMaxY()).isGreaterThanOrEqualTo(bounds.bottom());
    double overlap = (first.part().getMaxX() - second.part().getMinX()) * first.scale();
    assertThat(overlap * 25.4 / 72).isCloseTo(10, within(0.001));
  }

  @Test
  void actualSizeIsANinetySixthOfAnInchForAPx() {
    PagePlan plan = plan(PageSetup.onePage(Paper.A0).withScaling(new Scaling.Fixed(1)));

    assertThat(plan.scale()).isEqualTo(1);
    assertThat(plan.pages().getFirst().scale()).isEqualTo(72.0 / 96);
  }

  @Test
  void betterOrientationIsTheOneThatShowsMore() {
    PageSetup setup = PageSetup.onePage(Paper.A4);

    assertThat(plan(setup).width()).isGreaterThan(plan(setup).height()); // a wide diagram
    assertThat(plan(setup).scale())
        .isGreaterThan(plan(setup.withOrientation(Orientation.PORTRAIT)).scale());
  }

  @Test
  void marginsThatLeaveNoRoomAreRefused() {
    assertThatThrownBy(
            () -> new PageSetup(Paper.A5, Orientation.AUTO, new Scaling.OnePage(), 60, true))
        .hasMessage("a margin is between 0 and 50 mm");
  }

  private PagePlan plan(PageSetup setup) {
    return PagePlan.of(scene, setup, PictureSamples.TITLES);
  }
}
