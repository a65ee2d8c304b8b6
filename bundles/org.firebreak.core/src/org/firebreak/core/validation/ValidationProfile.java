package org.firebreak.core.validation;

import java.util.Map;
import java.util.Set;

/**
 * The limits against which a design is judged, and which rules judge it.
 *
 * @param maxPortRange ports that one range may span, 1 to 65536
 * @param expiryNoticeDays days before its expiry from which a flow is reported, 0 or more
 * @param disabled identifiers of rules that are left out
 * @param severities severities in place of those that the rules give, by rule identifier
 */
public record ValidationProfile(
    int maxPortRange,
    int expiryNoticeDays,
    Set<String> disabled,
    Map<String, FindingSeverity> severities) {
  /** All rules, port ranges of up to 100 ports, notice of 30 days. */
  public static final ValidationProfile DEFAULT =
      new ValidationProfile(100, 30, Set.of(), Map.of());

  public ValidationProfile {
    if (maxPortRange < 1 || maxPortRange > 65536) {
      throw new IllegalArgumentException(
          "a port range spans 1 to 65536 ports, not " + maxPortRange);
    }
    if (expiryNoticeDays < 0) {
      throw new IllegalArgumentException("days of notice are not negative: " + expiryNoticeDays);
    }
    disabled = Set.copyOf(disabled);
    severities = Map.copyOf(severities);
  }

  public ValidationProfile withMaxPortRange(int ports) {
    return new ValidationProfile(ports, expiryNoticeDays, disabled, severities);
  }

  public ValidationProfile withExpiryNoticeDays(int days) {
    return new ValidationProfile(maxPortRange, days, disabled, severities);
  }

  public ValidationProfile withDisabled(Set<String> rules) {
    return new ValidationProfile(maxPortRange, expiryNoticeDays, rules, severities);
  }

  public ValidationProfile withSeverities(Map<String, FindingSeverity> byRule) {
    return new ValidationProfile(maxPortRange, expiryNoticeDays, disabled, byRule);
  }
}
