package org.firebreak.exports;

import java.util.List;
import java.util.Locale;
import org.firebreak.core.policy.Rule;

/**
 * How much of a policy's denials takes effect while it is rolled out. What a phase does not deny is
 * permitted and logged, so that missing flows are found before anything is interrupted.
 */
public enum RolloutPhase {
  /** Nothing is denied. */
  MONITOR("denials are not enforced; what the policy denies is permitted and logged"),
  /** Tripwires deny and alert; the last rule denies nothing. */
  ALERT(
      "denials are not enforced except those of tripwires; what else the policy denies is"
          + " permitted and logged"),
  /** The policy as it is. */
  ENFORCE("denials are enforced");

  private static final String KEY = "phase";

  private final String effect;

  RolloutPhase(String effect) {
    this.effect = effect;
  }

  /** The option by which an exporter lets the user choose. */
  public static ExportOption option() {
    return ExportOption.choice(
        KEY,
        "Roll-out phase",
        "enforce",
        List.of("enforce", "alert", "monitor"),
        "enforce: the policy as it is; alert: tripwires deny and alert, what only the last rule"
            + " denies is permitted and logged; monitor: nothing is denied, what would be is"
            + " logged.");
  }

  /** The phase that the user chose. */
  public static RolloutPhase of(OptionValues options) {
    return valueOf(options.text(KEY).toUpperCase(Locale.ROOT));
  }

  /** Name as the option takes it. */
  public String literal() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a rule denies in this phase. */
  public boolean denies(Rule rule) {
    return rule.action() == Rule.Action.DENY
        && (this == ENFORCE || this == ALERT && rule.kind() == Rule.Kind.TRIPWIRE);
  }

  /** Whether a rule would deny, but permits and logs in this phase. */
  public boolean monitors(Rule rule) {
    return rule.action() == Rule.Action.DENY && !denies(rule);
  }

  /** What the phase means for denials, for people; without a full stop. */
  public String notice() {
    return "Phase " + literal() + ": " + effect;
  }
}
