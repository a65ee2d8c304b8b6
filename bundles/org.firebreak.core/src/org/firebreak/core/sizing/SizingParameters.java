package org.firebreak.core.sizing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Values of all sizing parameters. Immutable. */
public final class SizingParameters {

  /**
   * A parameter with the value in use.
   *
   * @param parameter the parameter
   * @param value its value
   */
  public record Setting(SizingParameter parameter, double value) {

    /**
     * Whether nobody replaced the default.
     *
     * @return true for an assumption of the product
     */
    public boolean isDefault() {
      return value == parameter.standard();
    }

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

  private final Map<SizingParameter, Double> replaced;

  private SizingParameters(Map<SizingParameter, Double> replaced) {
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
   * A copy with one value replaced.
   *
   * @param parameter which one
   * @param value new value in the unit of the parameter
   * @return the copy
   * @throws IllegalArgumentException if the value is out of range; the message names the bounds
   */
  public SizingParameters with(SizingParameter parameter, double value) {
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
    Map<SizingParameter, Double> copy = new EnumMap<>(SizingParameter.class);
    copy.putAll(replaced);
    copy.put(parameter, value);
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
    SizingParameter parameter =
        SizingParameter.byKey(key)
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
    try {
      return with(parameter, Double.parseDouble(value));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(key + ": " + value + " is not a number", e);
    }
  }

  /**
   * Value of one parameter.
   *
   * @param parameter which one
   * @return its value in its unit
   */
  public double get(SizingParameter parameter) {
    return replaced.getOrDefault(parameter, parameter.standard());
  }

  /**
   * Growth multiplier over the whole horizon, G = (1 + g)^n.
   *
   * @return multiplier, 1 for no growth
   */
  public double growthMultiplier() {
    return Formulas.growth(get(SizingParameter.GROWTH), get(SizingParameter.YEARS));
  }

  /**
   * Every parameter with its value.
   *
   * @return settings in the order of {@link SizingParameter}
   */
  public List<Setting> settings() {
    return Arrays.stream(SizingParameter.values())
        .map(parameter -> new Setting(parameter, get(parameter)))
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
