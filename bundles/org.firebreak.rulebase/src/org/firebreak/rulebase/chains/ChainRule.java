package org.firebreak.rulebase.chains;

import java.util.List;

/**
 * A rule of a chain.
 *
 * @param name name for people
 * @param place file and line
 * @param matches the connections it applies to: those in any of the boxes
 * @param logs whether it writes a log entry
 * @param alerts whether that entry is an alert
 */
public record ChainRule(
    String name, String place, List<Box> matches, boolean logs, boolean alerts, Verdict verdict) {
  public ChainRule {
    matches = List.copyOf(matches);
  }
}
