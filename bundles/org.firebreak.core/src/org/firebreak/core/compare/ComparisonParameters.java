package org.firebreak.core.compare;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.firebreak.core.sizing.SizingParameters;

/**
 * Weights of the management effort.
 *
 * @param parameters parameters in use, of which they are some
 */
public record ComparisonParameters(SizingParameters parameters) {
  /** The defaults. */
  public static ComparisonParameters defaults() {
    return new ComparisonParameters(SizingParameters.defaults());
  }

  /**
   * A copy with one weight replaced.
   *
   * @throws IllegalArgumentException if the value is negative, far too large or no number
   */
  public ComparisonParameters with(EffortWeight weight, double value) {
    return new ComparisonParameters(
        parameters.with(weight.parameter(), value, "given for this calculation"));
  }

  /** The value of a weight. */
  public double get(EffortWeight weight) {
    return parameters.get(weight.parameter());
  }

  /** What a weight means and where its default comes from, or who replaced it. */
  public String source(EffortWeight weight) {
    if (parameters.isDefault(weight.parameter())) {
      return weight.description();
    }
    String source = parameters.source(weight.parameter());
    return source.isEmpty() ? "no source stated" : source;
  }

  /** The formula of the effort with the weights in use. */
  public String formula() {
    return Arrays.stream(EffortWeight.values())
        .map(weight -> number(get(weight)) + " · " + plural(weight))
        .collect(Collectors.joining(" + "));
  }

  private static String plural(EffortWeight weight) {
    return switch (weight) {
      case RULE -> "rules";
      case OBJECT -> "address objects";
      case CENTRAL_POINT -> "central firewalls";
      case HOST_POINT -> "hosts";
    };
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
