package org.firebreak.core.compare;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Weights of the management effort.
 *
 * @param weights value of every weight
 */
public record ComparisonParameters(Map<EffortWeight, Double> weights) {
  /** Fills in defaults and copies. */
  public ComparisonParameters {
    Map<EffortWeight, Double> all = new EnumMap<>(EffortWeight.class);
    for (EffortWeight weight : EffortWeight.values()) {
      all.put(weight, weights.getOrDefault(weight, weight.standard()));
    }
    weights = Collections.unmodifiableMap(all);
  }

  /** The defaults. */
  public static ComparisonParameters defaults() {
    return new ComparisonParameters(Map.of());
  }

  /**
   * A copy with one weight replaced.
   *
   * @throws IllegalArgumentException if the value is negative or no number
   */
  public ComparisonParameters with(EffortWeight weight, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(weight.key() + ": " + value + " is not 0 or more");
    }
    Map<EffortWeight, Double> copy = new EnumMap<>(weights);
    copy.put(weight, value);
    return new ComparisonParameters(copy);
  }

  /** The value of a weight. */
  public double get(EffortWeight weight) {
    return weights.get(weight);
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
