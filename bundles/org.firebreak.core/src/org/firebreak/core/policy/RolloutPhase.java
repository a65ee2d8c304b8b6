package org.firebreak.core.policy;

import java.util.Locale;

/**
 * How much of a policy's denials takes effect while it is rolled out, mildest first. What a phase
 * does not deny is permitted and logged, so that missing flows are found before anything is
 * interrupted.
 */
public enum RolloutPhase {
  /** Nothing is denied, and nothing alerts: what would be denied is permitted and logged. */
  MONITOR("denials are not enforced; what the policy denies is permitted and logged"),
  /** Tripwires deny and alert; the last rule denies nothing. */
  ALERT(
      "denials are not enforced except those of tripwires; what else the policy denies is"
          + " permitted and logged"),
  /** The policy as it is. */
  ENFORCE("denials are enforced");

  private final String effect;

  RolloutPhase(String effect) {
    this.effect = effect;
  }

  /**
   * The phase of that name, whatever the case.
   *
   * @throws IllegalArgumentException if there is none; the message lists them
   */
  public static RolloutPhase parse(String name) {
    for (RolloutPhase phase : values()) {
      if (phase.name().equalsIgnoreCase(name.strip())) {
        return phase;
      }
    }
    throw new IllegalArgumentException(
        "there is no phase '" + name.strip() + "'; there are enforce, alert and monitor");
  }

  /** Name in lower case. */
  public String literal() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether tripwires deny and alert. */
  public boolean tripwiresDeny() {
    return this != MONITOR;
  }

  /** The one that denies more. */
  public RolloutPhase stricter(RolloutPhase other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** What the phase means for denials, for people; without a full stop. */
  public String notice() {
    return "Phase " + literal() + ": " + effect;
  }
}
