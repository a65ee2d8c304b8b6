package org.firebreak.core.sizing;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.firebreak.model.Confidence;
import org.firebreak.model.FigureSource;
import org.firebreak.model.Flow;

/**
 * Where the traffic figures of a flow come from and how sure each is: the estimate as a whole, and
 * the figures that differ from it.
 *
 * @param whole source and confidence of the estimate as a whole
 * @param figures those of single figures
 */
public record Provenance(Origin whole, Map<TrafficFigure, Origin> figures) {

  /**
   * Where a figure comes from.
   *
   * @param source for instance a measurement, a template or a file; empty if nobody said
   * @param confidence how sure it is
   */
  public record Origin(String source, Confidence confidence) {

    /** Whether the figure rests on nothing better than a guess, or nobody said. */
    public boolean isGuess() {
      return confidence == Confidence.GUESSED || confidence == Confidence.UNKNOWN;
    }
  }

  /** Nobody said anything. */
  public static final Provenance UNKNOWN =
      new Provenance(new Origin("", Confidence.UNKNOWN), Map.of());

  /** Copies the map. */
  public Provenance {
    EnumMap<TrafficFigure, Origin> copy = new EnumMap<>(TrafficFigure.class);
    copy.putAll(figures);
    figures = Collections.unmodifiableMap(copy);
  }

  /**
   * What a flow says of its figures. Entries for figures that there are not are left out.
   *
   * @param flow flow of the model
   * @return provenance
   */
  public static Provenance of(Flow flow) {
    Map<TrafficFigure, Origin> figures = new EnumMap<>(TrafficFigure.class);
    for (FigureSource each : flow.getFigureSources()) {
      TrafficFigure.of(each.getFigure())
          .ifPresent(
              figure ->
                  figures.put(figure, new Origin(text(each.getSource()), each.getConfidence())));
    }
    return new Provenance(
        new Origin(text(flow.getEstimateSource()), flow.getEstimateConfidence()), figures);
  }

  private static String text(String source) {
    return source == null ? "" : source;
  }

  /**
   * Where one figure comes from.
   *
   * @param figure which one
   * @return its own origin, else that of the estimate as a whole
   */
  public Origin of(TrafficFigure figure) {
    return figures.getOrDefault(figure, whole);
  }
}
