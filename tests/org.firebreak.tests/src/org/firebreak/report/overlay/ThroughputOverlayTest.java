package org.firebreak.report.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.FirebreakFactory;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.StrategyKind;
import org.firebreak.report.diagram.PictureScene;
import org.firebreak.scene.LabShop;
import org.firebreak.scene.Legend;
import org.firebreak.scene.Line;
import org.firebreak.scene.LineTint;
import org.firebreak.scene.LineTint.Pattern;
import org.firebreak.scene.Paint;
import org.firebreak.scene.Scene;
import org.firebreak.scene.SceneOptions;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;
import org.firebreak.scene.svg.SvgWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThroughputOverlayTest {
  private Design design;

  @BeforeEach
  void create() {
    design = LabShop.create();
    EnforcementPoint firewall = FirebreakFactory.eINSTANCE.createEnforcementPoint();
    firewall.setId("core");
    firewall.setName("Core");
    design.getEnforcementPoints().add(firewall);
  }

  @Test
  void lineIsWiderByTwoPixelsForEachFactorOfTen() {
    peak(flow(0), 1e9);
    peak(flow(1), 1e8);
    peak(flow(2), 1e7);
    assertThat(tint(flow(0)).width()).isEqualTo(LineTint.MOST);
    assertThat(tint(flow(1)).width()).isEqualTo(LineTint.MOST - 2);
    assertThat(tint(flow(2)).width()).isEqualTo(LineTint.MOST - 4);
    assertThat(tint(flow(0)).figure()).isEqualTo("1 Gbit/s");
  }

  @Test
  void flowWithoutEstimateIsDashedAndSaysSo() {
    LineTint tint = tint(flow(3));
    assertThat(tint.pattern()).isEqualTo(Pattern.UNKNOWN);
    assertThat(tint.figure()).isEqualTo("no estimate");
    assertThat(tint.hint()).contains("No estimate");
    assertThat(tint.paint()).isEqualTo(Paint.of(Token.RETIRED));
  }

  @Test
  void bundleHasThePeakOfTheSumAndNotTheSumOfThePeaks() {
    profile(flow(0), 6e9, 12);
    profile(flow(1), 4e9, 2);
    LineTint tint = overlay().line(List.of(flow(0), flow(1)));
    assertThat(tint.figure()).isEqualTo("6 Gbit/s");
    assertThat(tint.hint().get(0))
        .isEqualTo(
            "6 Gbit/s in the busiest hour: peak of the sum of 2 flows, whose own peaks add up to"
                + " 10 Gbit/s");
    assertThat(tint.hint()).anyMatch(line -> line.startsWith("  4 Gbit/s  "));
  }

  @Test
  void bundleWithAnUnknownFlowIsALowerBound() {
    peak(flow(0), 6e9);
    LineTint tint = overlay().line(List.of(flow(0), flow(1)));
    assertThat(tint.figure()).isEqualTo("≥ 6 Gbit/s");
    assertThat(tint.hint()).contains("1 of 2 flows without an estimate come on top");
  }

  @Test
  void colourIsThatOfTheFirewallWhichIsCrossed() {
    peak(flow(0), 1e9);
    design.getEnforcementPoints().get(0).setModel("PA-5440");
    assertThat(tint(flow(0)).paint()).isEqualTo(Paint.of(Token.LOAD_LOW));
    assertThat(tint(flow(0)).hint()).anyMatch(line -> line.contains("PA-5440"));
    peak(flow(0), 900e9);
    assertThat(tint(flow(0)).paint()).isEqualTo(Paint.of(Token.LOAD_OVER));
    assertThat(tint(flow(0)).pattern()).isEqualTo(Pattern.EDGED);
    assertThat(overlay().box(design.getEnforcementPoints().get(0)).figure()).endsWith(" %");
  }

  @Test
  void firewallWithoutApplianceHasTheColourOfTheTightestFitAndTheLegendSaysSo() {
    peak(flow(0), 1e9);
    assertThat(tint(flow(0)).paint()).isEqualTo(Paint.of(Token.LOAD_MEDIUM));
    assertThat(tint(flow(0)).hint())
        .anyMatch(
            line -> line.contains("VM-Series") && line.endsWith("tightest fit, none is chosen"));
    assertThat(overlay().legend().remarks())
        .containsExactly(
            "Core: none is chosen; coloured by the tightest fit, VM-Series flex (4 vCPU, 9 GB)");
    design.getEnforcementPoints().get(0).setModel("VM-Series flex (4 vCPU, 9 GB)");
    assertThat(tint(flow(0)).paint()).isEqualTo(Paint.of(Token.LOAD_MEDIUM));
    assertThat(overlay().legend().remarks()).isEmpty();
  }

  @Test
  void whereNoApplianceFitsTheLinesAreGreyAndTheLegendSaysWhy() {
    peak(flow(0), 9e15);
    assertThat(tint(flow(0)).paint()).isEqualTo(Paint.of(Token.RETIRED));
    assertThat(overlay().legend().remarks())
        .containsExactly("No appliance of the catalogue fits Core");
  }

  @Test
  void whereHostsEnforceEverythingTheLegendSaysThatNoFirewallIsLoaded() {
    peak(flow(0), 1e9);
    design.getStrategy().setKind(StrategyKind.MICRO);
    design.getEnforcementPoints().clear();
    assertThat(overlay().legend().remarks())
        .containsExactly("No flow crosses a central firewall: hosts enforce them, or nothing does");
  }

  @Test
  void trafficInsideAGroupCrossesNoFirewall() {
    Flow replication = flow(7);
    peak(replication, 1e9);
    assertThat(tint(replication).hint()).contains("Crosses no central firewall");
  }

  @Test
  void retiredFlowCarriesNothing() {
    flow(0).setState(FlowState.RETIRED);
    assertThat(tint(flow(0)).hint()).containsExactly("Permits nothing, so that it carries nothing");
  }

  @Test
  void legendHasFourStepsBelowTheLargestRate() {
    peak(flow(0), 3.2e9);
    Legend legend = overlay().legend();
    assertThat(legend.lines())
        .contains(
            "Busiest hour today: 10 Mbit/s, 100 Mbit/s, 1 Gbit/s, 10 Gbit/s, no estimate",
            "Load of firewall in 5 years: ≤ 32.5 %, ≤ 65 %, the ceiling, > ceiling, > 100 %,"
                + " none, or unknown");
  }

  @Test
  void pictureHasTintsLabelsTooltipsAndALegendAndIsTheSameEachTime() {
    peak(flow(0), 3.2e9);
    Scene scene = scene(overlay());
    Line line = scene.lineOfFlow(flow(0).getId()).orElseThrow();
    assertThat(line.label().text()).isEqualTo("3.20 Gbit/s");
    assertThat(line.hint().get(0)).isEqualTo("3.20 Gbit/s in the busiest hour");
    assertThat(scene.bounds().bottom()).isEqualTo(scene.legendBounds().bottom());
    for (Theme theme : Theme.values()) {
      String svg = SvgWriter.write(scene, theme);
      assertThat(svg).contains("fb-legend", ">Throughput</text>", ">no estimate</text>");
      assertThat(SvgWriter.write(scene(overlay()), theme)).isEqualTo(svg);
    }
    assertThat(SvgWriter.write(scene(null), Theme.LIGHT)).doesNotContain("fb-legend");
  }

  private Scene scene(ThroughputOverlay overlay) {
    SceneOptions options = SceneOptions.plain();
    Diagram diagram = PictureScene.overview(design, options);
    return PictureScene.of(diagram, options.withOverlay(overlay));
  }

  private Flow flow(int index) {
    return design.getFlows().get(index);
  }

  private static void peak(Flow flow, double bitsPerSecond) {
    flow.setPeakBitsPerSecond(bitsPerSecond);
  }

  /** All traffic in one hour of the day. */
  private static void profile(Flow flow, double peak, int hour) {
    flow.setPeakBitsPerSecond(peak);
    flow.setHourlyProfile(
        IntStream.range(0, 24).mapToObj(each -> each == hour ? "1" : "0").toList());
  }

  private LineTint tint(Flow flow) {
    return overlay().line(Collections.singletonList(flow));
  }

  private ThroughputOverlay overlay() {
    return ThroughputOverlay.of(
        SizingStudy.of(design, PolicyCompiler.compile(design, CompileOptions.today())));
  }
}
