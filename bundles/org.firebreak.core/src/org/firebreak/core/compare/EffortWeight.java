package org.firebreak.core.compare;

import java.util.Arrays;
import java.util.Optional;
import org.firebreak.core.sizing.SizingParameter;

/** What the parts of a change weigh in the management effort. */
public enum EffortWeight {
  RULE("rule", "Rule", SizingParameter.EFFORT_RULE),
  OBJECT("object", "Address object", SizingParameter.EFFORT_OBJECT),
  CENTRAL_POINT("central-point", "Central firewall", SizingParameter.EFFORT_CENTRAL_POINT),
  HOST_POINT("host-point", "Host", SizingParameter.EFFORT_HOST_POINT);

  private final String key;
  private final String label;
  private final SizingParameter parameter;

  EffortWeight(String key, String label, SizingParameter parameter) {
    this.key = key;
    this.label = label;
    this.parameter = parameter;
  }

  /** The weight with a key. */
  public static Optional<EffortWeight> byKey(String key) {
    return Arrays.stream(values()).filter(weight -> weight.key.equals(key)).findFirst();
  }

  /** Name on the command line. */
  public String key() {
    return key;
  }

  /** Name for people. */
  public String label() {
    return label;
  }

  /** The parameter that a design keeps for it. */
  public SizingParameter parameter() {
    return parameter;
  }

  /** Value in use until somebody knows better. */
  public double standard() {
    return parameter.standard();
  }

  /** What it means, and where the default comes from. */
  public String description() {
    return parameter.description();
  }
}
