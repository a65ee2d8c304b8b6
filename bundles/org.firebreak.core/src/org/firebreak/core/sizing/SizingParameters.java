package org.firebreak.core.sizing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.firebreak.core.sizing.units.Factor;
import org.firebreak.core.sizing.units.GrowthRate;
import org.firebreak.core.sizing.units.Seconds;
import org.firebreak.core.sizing.units.Share;
import org.firebreak.core.sizing.units.Years;
import org.firebreak.model.Design;
import org.firebreak.model.ParameterSetting;

/** Values of all sizing parameters. Immutable. */
public final class SizingParameters {

  /**
   * A parameter with the value in use.
   *
   * @param parameter the parameter
   * @param value its value
   * @param source where a replaced value comes from; empty for a default, or if nobody said
   * @param isDefault whether nobody replaced the default
   */
  public record Setting(SizingParameter parameter, double value, String source, boolean isDefault) {

    /**
     * The value with its unit.
     *
     * @return text for a report
     */
    public String text() {
      return parameter.unit().format(value);
    }
  }

  private static final SizingParameters DEFAULTS =
      new SizingParameters(new EnumMap<>(SizingParameter.class));

  private record Replaced(double value, String source) {}

  private final Map<SizingParameter, Replaced> replaced;

  private SizingParameters(Map<SizingParameter, Replaced> replaced) {
    this.replaced = replaced;
  }

  /**
   * The defaults of every parameter.
   *
   * @return parameters to start from
   */
  public static SizingParameters defaults() {
    return DEFAULTS;
  }

  /**
   * The parameters of a design: its own values where it has some, else the defaults.
   *
   * @param design design
   * @return parameters
   * @throws IllegalArgumentException if the design sets a parameter that there is not, twice, or
   *     out of range; the message names it
   */
  public static SizingParameters of(Design design) {
    return of(
        design,
        problem -> {
          throw new IllegalArgumentException(problem);
        });
  }

  /**
   * The parameters of a design as far as they can be used.
   *
   * @param design design
   * @param problems told of each setting that is left out because there is no such parameter, it is
   *     set twice or out of range
   * @return parameters
   */
  public static SizingParameters of(Design design, Consumer<String> problems) {
    SizingParameters parameters = DEFAULTS;
    for (ParameterSetting each : design.getSizingParameters()) {
      try {
        SizingParameter parameter = parameter(each.getKey());
        if (!parameters.isDefault(parameter)) {
          throw new IllegalArgumentException(parameter.key() + ": the design sets it twice");
        }
        String source = each.getSource() == null ? "" : each.getSource();
        parameters = parameters.with(parameter, each.getValue(), source);
      } catch (IllegalArgumentException e) {
        problems.accept(e.getMessage());
      }
    }
    return parameters;
  }

  /**
   * A copy with one value replaced.
   *
   * @param parameter which one
   * @param value new value in the unit of the parameter
   * @return the copy
   * @throws IllegalArgumentException if the value is out of range; the message names the bounds
   */
  public SizingParameters with(SizingParameter parameter, double value) {
    return with(parameter, value, "");
  }

  /**
   * A copy with one value replaced.
   *
   * @param parameter which one
   * @param value new value in the unit of the parameter
   * @param source where it comes from; empty if nobody said
   * @return the copy
   * @throws IllegalArgumentException if the value is out of range; the message names the bounds
   */
  public SizingParameters with(SizingParameter parameter, double value, String source) {
    if (!(value >= parameter.least() && value <= parameter.most())) {
      throw new IllegalArgumentException(
          parameter.key()
              + ": "
              + value
              + " is not between "
              + parameter.least()
              + " and "
              + parameter.most());
    }
    Map<SizingParameter, Replaced> copy = new EnumMap<>(SizingParameter.class);
    copy.putAll(replaced);
    copy.put(parameter, new Replaced(value, source));
    return new SizingParameters(copy);
  }

  /**
   * A copy with one value replaced, by words as a command line has them.
   *
   * @param key key of the parameter
   * @param value number in the unit of the parameter
   * @return the copy
   * @throws IllegalArgumentException if the key is unknown or the value is no number in range
   */
  public SizingParameters with(String key, String value) {
    SizingParameter parameter = parameter(key);
    try {
      return with(parameter, Double.parseDouble(value), "given for this calculation");
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(key + ": " + value + " is not a number", e);
    }
  }

  private static SizingParameter parameter(String key) {
    return SizingParameter.byKey(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no sizing parameter "
                        + key
                        + "; there are "
                        + String.join(
                            ", ",
                            Arrays.stream(SizingParameter.values())
                                .map(SizingParameter::key)
                                .toList())));
  }

  /**
   * Value of one parameter.
   *
   * @param parameter which one
   * @return its value in its unit
   */
  public double get(SizingParameter parameter) {
    Replaced own = replaced.get(parameter);
    return own == null ? parameter.standard() : own.value();
  }

  /**
   * Value of a parameter without a unit, for a formula.
   *
   * @param parameter which one
   * @return factor
   */
  public Factor factor(SizingParameter parameter) {
    return new Factor(get(parameter));
  }

  /**
   * Value of a parameter that is a part of a whole, for a formula.
   *
   * @param parameter which one
   * @return share
   */
  public Share share(SizingParameter parameter) {
    return new Share(get(parameter));
  }

  /**
   * Value of a parameter that is a span of time, for a formula.
   *
   * @param parameter which one, in seconds or nanoseconds
   * @return span
   */
  public Seconds seconds(SizingParameter parameter) {
    return parameter.unit() == Unit.NANOSECONDS
        ? Seconds.ofNanos(get(parameter))
        : new Seconds(get(parameter));
  }

  /**
   * Whether nobody replaced the default of a parameter.
   *
   * @param parameter which one
   * @return true for an assumption of the product
   */
  public boolean isDefault(SizingParameter parameter) {
    return !replaced.containsKey(parameter);
  }

  /**
   * Where a replaced value comes from.
   *
   * @param parameter which one
   * @return empty for a default, or if nobody said
   */
  public String source(SizingParameter parameter) {
    return isDefault(parameter) ? "" : replaced.get(parameter).source();
  }

  /**
   * Growth a year g.
   *
   * @return growth
   */
  public GrowthRate growth() {
    return new GrowthRate(get(SizingParameter.GROWTH));
  }

  /**
   * Growth multiplier over the whole horizon, G = (1 + g)^n.
   *
   * @return multiplier, 1 for no growth
   */
  public Factor growthMultiplier() {
    return growthMultiplier(new Years(get(SizingParameter.YEARS)));
  }

  /**
   * Growth multiplier after some years.
   *
   * @param years years from now
   * @return multiplier
   */
  public Factor growthMultiplier(Years years) {
    return Formulas.growth(growth(), years);
  }

  /**
   * Every parameter with its value.
   *
   * @return settings in the order of {@link SizingParameter}
   */
  public List<Setting> settings() {
    return Arrays.stream(SizingParameter.values())
        .map(
            parameter ->
                new Setting(parameter, get(parameter), source(parameter), isDefault(parameter)))
        .toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SizingParameters that && settings().equals(that.settings());
  }

  @Override
  public int hashCode() {
    return settings().hashCode();
  }
}
