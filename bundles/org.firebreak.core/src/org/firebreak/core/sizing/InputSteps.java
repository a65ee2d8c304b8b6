package org.firebreak.core.sizing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;

/**
 * Inputs of a sizing, of which each alone is a step smaller and larger.
 *
 * @param <R> what comes of a value
 * @param <I> an input with what comes of both steps
 */
final class InputSteps<R, I extends SensitiveInput> {
  /** Puts an input together; the value is NaN where all flows are meant. */
  interface Made<R, I> {
    I of(String key, String label, Unit unit, double value, R lower, R higher);
  }

  private final SizingParameters parameters;
  private final double step;
  private final BiFunction<Double, SizingParameters, R> under;
  private final Made<R, I> made;
  private final List<I> inputs = new ArrayList<>();

  /**
   * @param parameters parameters in use
   * @param under what comes of a value of a parameter; gets it with all parameters
   */
  InputSteps(
      SizingParameters parameters, BiFunction<Double, SizingParameters, R> under, Made<R, I> made) {
    this.parameters = parameters;
    this.step = parameters.get(SizingParameter.SENSITIVITY);
    this.under = under;
    this.made = made;
  }

  /** Changes a parameter as far as it may be changed. */
  void parameter(SizingParameter parameter) {
    add(
        parameter.key(),
        parameter.label(),
        parameter.unit(),
        parameters.get(parameter),
        factor -> with(parameter, parameters.get(parameter) * factor));
  }

  private R with(SizingParameter parameter, double value) {
    double possible = Math.min(parameter.most(), Math.max(parameter.least(), value));
    return under.apply(possible, parameters.with(parameter, possible));
  }

  /** Changes a figure of all flows. */
  void flows(String key, String label, DoubleFunction<R> scaled) {
    add("flows." + key, label, Unit.FACTOR, Double.NaN, scaled);
  }

  /** Changes something by factors. */
  void add(String key, String label, Unit unit, double value, DoubleFunction<R> scaled) {
    inputs.add(made.of(key, label, unit, value, scaled.apply(1 - step), scaled.apply(1 + step)));
  }

  /** Inputs that change the choice first, then by how far they move what is needed. */
  List<I> sorted() {
    inputs.sort(
        Comparator.comparing((I input) -> !input.changesTheChoice())
            .thenComparing(Comparator.comparingDouble(SensitiveInput::swing).reversed())
            .thenComparing(SensitiveInput::key));
    return List.copyOf(inputs);
  }
}
