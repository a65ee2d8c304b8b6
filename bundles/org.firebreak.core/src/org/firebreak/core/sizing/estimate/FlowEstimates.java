package org.firebreak.core.sizing.estimate;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.sizing.TrafficFigure;
import org.firebreak.model.FigureSource;
import org.firebreak.model.FirebreakFactory;
import org.firebreak.model.Flow;

/** Puts estimates into flows. */
public final class FlowEstimates {

  private FlowEstimates() {}

  /**
   * Sets figures of flows as one change that undo takes back.
   *
   * @param edit edit of the design that holds the flows
   * @param label name of the change for people
   * @param flows flows
   * @param figures figures, the same for each flow
   */
  public static void apply(
      ModelEdit edit, String label, Collection<Flow> flows, List<EstimatedFigure> figures) {
    edit.run(label, () -> flows.forEach(flow -> set(flow, figures)));
  }

  /**
   * Sets figures of a flow with their provenance; other figures stay. Only within a change of a
   * {@link ModelEdit}.
   *
   * @param flow flow
   * @param figures figures
   */
  public static void set(Flow flow, List<EstimatedFigure> figures) {
    for (EstimatedFigure each : figures) {
      if (each.value() == null) {
        flow.eUnset(each.figure().attribute());
        source(flow, each.figure()).ifPresent(flow.getFigureSources()::remove);
      } else {
        flow.eSet(each.figure().attribute(), each.value());
        remember(flow, each);
      }
    }
  }

  private static void remember(Flow flow, EstimatedFigure figure) {
    FigureSource source =
        source(flow, figure.figure())
            .orElseGet(
                () -> {
                  FigureSource fresh = FirebreakFactory.eINSTANCE.createFigureSource();
                  fresh.setFigure(figure.figure().key());
                  flow.getFigureSources().add(fresh);
                  return fresh;
                });
    source.setSource(figure.source());
    source.setConfidence(figure.confidence());
  }

  private static Optional<FigureSource> source(Flow flow, TrafficFigure figure) {
    return flow.getFigureSources().stream()
        .filter(each -> figure.key().equals(each.getFigure()))
        .findFirst();
  }
}
