package org.firebreak.core.sizing.estimate;

import java.util.List;
import java.util.Objects;
import org.firebreak.core.sizing.TrafficFigure;
import org.firebreak.model.Confidence;

/**
 * A figure for a flow with its provenance.
 *
 * @param figure which figure
 * @param value what its attribute takes: a {@code Double} in the unit of the figure, an {@code
 *     Integer} for the busy hour, a list of shares for the profile; {@code null} takes the figure
 *     away
 * @param source where it comes from
 * @param confidence how sure it is
 */
public record EstimatedFigure(
    TrafficFigure figure, Object value, String source, Confidence confidence) {

  /** Refuses values that the attribute does not take. */
  public EstimatedFigure {
    Objects.requireNonNull(figure, "figure");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(confidence, "confidence");
    Class<?> type =
        switch (figure) {
          case BUSY_HOUR -> Integer.class;
          case PROFILE -> List.class;
          default -> Double.class;
        };
    if (value != null && !type.isInstance(value)) {
      throw new IllegalArgumentException(
          figure.label() + " takes a " + type.getSimpleName() + ", not " + value);
    }
    if (value instanceof List<?> list) {
      value = List.copyOf(list);
    }
  }
}
