package org.firebreak.core.compare;

import java.util.Arrays;
import java.util.Optional;

/** What the parts of a change weigh in the management effort. */
public enum EffortWeight {
  RULE("rule", "Rule", 1, "A rule that has to be written or checked. The unit of the effort."),
  OBJECT(
      "object",
      "Address object",
      0.5,
      "An address object or group that the rules name and that has to be right. Judgement: half of"
          + " a rule."),
  CENTRAL_POINT(
      "central-point",
      "Central firewall",
      1,
      "A central firewall that gets the change, in a change window. Judgement: as much as a rule."),
  HOST_POINT(
      "host-point",
      "Host",
      0.01,
      "A host that gets the change. Rules of hosts are generated and rolled out by a tool, so that"
          + " what remains is the share of hosts that need a hand. Judgement: one in a hundred.");

  private final String key;
  private final String label;
  private final double standard;
  private final String description;

  EffortWeight(String key, String label, double standard, String description) {
    this.key = key;
    this.label = label;
    this.standard = standard;
    this.description = description;
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

  /** Value in use until somebody knows better. */
  public double standard() {
    return standard;
  }

  /** What it means, and where the default comes from. */
  public String description() {
    return description;
  }
}
