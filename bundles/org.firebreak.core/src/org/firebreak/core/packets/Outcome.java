package org.firebreak.core.packets;

/**
 * What a packet filter does with a new connection.
 *
 * @param permits whether it passes
 * @param logs whether a log entry is written
 * @param alerts whether that entry is one of its own kind, which raises an alert
 */
public record Outcome(boolean permits, boolean logs, boolean alerts) {
  public static final Outcome PERMIT = new Outcome(true, false, false);
  public static final Outcome PERMIT_LOG = new Outcome(true, true, false);
  public static final Outcome DENY = new Outcome(false, false, false);
  public static final Outcome DENY_LOG = new Outcome(false, true, false);
  public static final Outcome ALERT = new Outcome(false, true, true);

  /** {@code permit}, {@code deny, log}, {@code deny, log, alert}. */
  @Override
  public String toString() {
    return (permits ? "permit" : "deny") + (logs ? ", log" : "") + (alerts ? ", alert" : "");
  }
}
