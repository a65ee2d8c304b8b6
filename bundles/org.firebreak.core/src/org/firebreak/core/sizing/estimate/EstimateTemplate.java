package org.firebreak.core.sizing.estimate;

import java.util.List;
import java.util.Locale;
import org.firebreak.core.sizing.TrafficFigure;
import org.firebreak.model.Confidence;

/**
 * A rule of thumb for the traffic of a kind of flow, by the number of its users or the like. All of
 * it is assumption until somebody measures, and says so.
 *
 * @param key name on the command line, for instance {@code web-tier}
 * @param title name for people
 * @param unit what it is counted in, for instance {@code user}
 * @param description which flow it stands for
 * @param lines its figures
 */
public record EstimateTemplate(
    String key, String title, String unit, String description, List<Line> lines) {

  /**
   * A figure of a template.
   *
   * @param figure which one
   * @param perUnit whether the value counts for each user or the like
   * @param value number, or shares by hour separated by spaces
   * @param source assumption that it rests on
   */
  public record Line(TrafficFigure figure, boolean perUnit, String value, String source) {

    private Object valueFor(double count) {
      return switch (figure) {
        case PROFILE -> List.of(value.split(" "));
        case BUSY_HOUR -> Integer.valueOf(value);
        default -> Double.parseDouble(value) * (perUnit ? count : 1);
      };
    }
  }

  /** More than there is of anything; rates stay finite. */
  private static final double MOST = 1e12;

  /** Copies the lines. */
  public EstimateTemplate {
    lines = List.copyOf(lines);
  }

  /**
   * The figures for so many users or the like.
   *
   * @param count how many, positive, at most 10<sup>12</sup>
   * @return figures of confidence "guessed" that name template, count and assumption as source
   * @throws IllegalArgumentException if the count is not such a number
   */
  public List<EstimatedFigure> figures(double count) {
    if (!(count > 0 && count <= MOST)) {
      throw new IllegalArgumentException("how many " + unit + "s? " + count + " is no such number");
    }
    String name = "template " + key + ", " + number(count) + " " + unit + (count == 1 ? "" : "s");
    return lines.stream()
        .map(
            line ->
                new EstimatedFigure(
                    line.figure(),
                    line.valueFor(count),
                    name + ": " + line.source(),
                    Confidence.GUESSED))
        .toList();
  }

  private static String number(double count) {
    return count == Math.rint(count)
        ? String.format(Locale.ROOT, "%,.0f", count)
        : Double.toString(count);
  }
}
