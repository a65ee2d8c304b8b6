package org.firebreak.core.sizing.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.edit.Undoable;
import org.firebreak.core.sizing.MissingEstimate;
import org.firebreak.core.sizing.Provenance;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.core.sizing.TrafficFigure;
import org.firebreak.model.Confidence;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.Inspection;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.io.NewElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EstimateTemplatesTest {

  private final Design design = NewElements.design("estimates");
  private final ServerGroup web = NewElements.group("web");
  private final ServerGroup app = NewElements.group("app");
  private final Flow flow = NewElements.flow(web, app);

  EstimateTemplatesTest() {
    design.getGroups().addAll(List.of(web, app));
    design.getFlows().add(flow);
    flow.setInspection(Inspection.THREAT_PREVENTION_TLS);
  }

  static List<EstimateTemplate> templates() {
    return EstimateTemplates.all();
  }

  private static Map<TrafficFigure, EstimatedFigure> byFigure(EstimateTemplate template) {
    return template.figures(1).stream()
        .collect(Collectors.toMap(EstimatedFigure::figure, each -> each));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void aTemplateIsWholeAndEachFigureSaysOnWhichAssumptionItRests(EstimateTemplate template) {
    Map<TrafficFigure, EstimatedFigure> figures = byFigure(template);
    assertThat(figures)
        .containsKeys(
            TrafficFigure.PEAK,
            TrafficFigure.AVERAGE,
            TrafficFigure.PROFILE,
            TrafficFigure.CONNECTIONS,
            TrafficFigure.DURATION,
            TrafficFigure.PACKET_SIZE);
    assertThat(figures.values()).allMatch(each -> each.confidence() == Confidence.GUESSED);
    assertThat(template.lines())
        .allMatch(
            line -> line.source().startsWith("Assumption") || line.source().startsWith("Peak"));
    assertThat(template.description()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void theAverageIsThatOfTheProfile(EstimateTemplate template) {
    Map<TrafficFigure, EstimatedFigure> figures = byFigure(template);
    List<?> shares = (List<?>) figures.get(TrafficFigure.PROFILE).value();
    double mean =
        shares.stream()
            .mapToDouble(share -> Double.parseDouble((String) share))
            .average()
            .orElse(0);
    double peak = (Double) figures.get(TrafficFigure.PEAK).value();
    assertThat(shares).hasSize(24);
    assertThat((Double) figures.get(TrafficFigure.AVERAGE).value())
        .isCloseTo(peak * mean, within(peak * 1e-5));
  }

  @Test
  void aWebTierOfTwoThousandUsers() {
    EstimateTemplate web = EstimateTemplates.find("web-tier").orElseThrow();
    Map<TrafficFigure, Object> values =
        web.figures(2000).stream()
            .collect(Collectors.toMap(EstimatedFigure::figure, EstimatedFigure::value));
    // One in ten asks for 2 MB every 30 s: 200 · 16 Mbit / 30 s.
    assertThat((Double) values.get(TrafficFigure.PEAK)).isCloseTo(106.67e6, within(0.01e6));
    assertThat((Double) values.get(TrafficFigure.CONNECTIONS)).isEqualTo(40);
    assertThat(values).containsEntry(TrafficFigure.DURATION, 15.0);
    assertThat(web.figures(2000).get(0).source()).startsWith("template web-tier, 2,000 users: ");
    for (double count : new double[] {0, -1, 1e13, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> web.figures(count)).hasMessageContaining("how many users");
    }
  }

  @Test
  void applyingIsOneStepThatUndoTakesBackAndEachFigureRemembersItsSource() {
    List<EstimatedFigure> figures =
        EstimateTemplates.find("application-tier").orElseThrow().figures(500);
    Undoable.assertUndoable(design, () -> FlowEstimates.set(flow, figures));
    ModelEdit edit = new ModelEdit(design);
    FlowEstimates.apply(edit, "Estimate", List.of(flow), figures);
    FlowEstimates.apply(edit, "Estimate", List.of(flow), figures);

    assertThat(flow.getPeakBitsPerSecond()).isEqualTo(2_666_500);
    assertThat(flow.getFigureSources()).hasSameSizeAs(figures);
    Provenance provenance = Provenance.of(flow);
    assertThat(provenance.of(TrafficFigure.PEAK).isGuess()).isTrue();
    assertThat(provenance.of(TrafficFigure.PEAK).source()).contains("500 users", "20 kB");
    assertThat(provenance.of(TrafficFigure.PERCENTILE_95).source()).isEmpty();
    assertThat(MissingEstimate.of(design, SizingParameters.defaults())).isEmpty();
    edit.undo();
    edit.undo();
    assertThat(flow.getFigureSources()).isEmpty();
  }

  @Test
  void aFigureByHandReplacesThatOfTheTemplateAndOneTakenAwayIsMissing() {
    FlowEstimates.set(flow, EstimateTemplates.find("application-tier").orElseThrow().figures(1));
    FlowEstimates.set(
        flow,
        List.of(
            new EstimatedFigure(TrafficFigure.PEAK, 5e9, "interface counters", Confidence.MEASURED),
            new EstimatedFigure(TrafficFigure.PACKET_SIZE, null, "", Confidence.UNKNOWN)));
    Provenance provenance = Provenance.of(flow);
    assertThat(provenance.of(TrafficFigure.PEAK))
        .isEqualTo(new Provenance.Origin("interface counters", Confidence.MEASURED));
    assertThat(MissingEstimate.of(design, SizingParameters.defaults()))
        .flatExtracting(MissingEstimate::figures)
        .containsExactly("packet size");
    assertThatThrownBy(
            () -> new EstimatedFigure(TrafficFigure.BUSY_HOUR, 5.0, "", Confidence.UNKNOWN))
        .hasMessageContaining("busy hour takes a Integer");
  }

  @Test
  void flowsAreFoundAsPeopleCallThem() {
    FlowNames names = new FlowNames(design);
    assertThat(names.find("web -> app")).containsExactly(flow);
    assertThat(names.find("web  →  app")).containsExactly(flow);
    assertThat(names.find(flow.getId())).containsExactly(flow);
    assertThat(names.find("app → web")).isEmpty();
  }
}
