package org.firebreak.core.policy;

import java.util.List;
import org.firebreak.model.Inspection;

/**
 * What the intended policy says of a connection.
 *
 * @param kind permit, deny, deny with alert, or out of scope
 * @param flow flow that permits it; {@code null} if none does
 * @param tripwire tripwire that raises the alert; {@code null} if none does
 * @param enforcedAt where the verdict is enforced; empty if no firewall sees the connection
 * @param inspection inspection level of the permitting flow; {@code null} if no flow permits it
 * @param logged whether the connection is logged
 * @param reason why, in a sentence
 */
public record Verdict(
    Kind kind,
    ElementRef flow,
    ElementRef tripwire,
    List<Enforcer> enforcedAt,
    Inspection inspection,
    boolean logged,
    String reason) {
  /** Kinds of verdict. */
  public enum Kind {
    PERMIT,
    DENY,
    /** Denied, logged, and an alert is raised. */
    ALERT,
    /** Neither end is in the design. */
    OUT_OF_SCOPE
  }

  public boolean permits() {
    return kind == Kind.PERMIT;
  }
}
