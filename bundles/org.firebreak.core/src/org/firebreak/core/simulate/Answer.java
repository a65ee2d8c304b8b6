package org.firebreak.core.simulate;

import java.util.List;
import java.util.stream.Collectors;
import org.firebreak.core.policy.Connection;
import org.firebreak.core.policy.Enforcer;
import org.firebreak.core.policy.Verdict;

/**
 * What the policy says of a query.
 *
 * @param notes what was chosen among several addresses, and what was assumed
 */
public record Answer(
    End source, End destination, Connection connection, Verdict verdict, List<String> notes) {
  /** {@code permit}, {@code deny}, {@code alert} or {@code out-of-scope}. */
  public String verdictText() {
    return text(verdict.kind());
  }

  static String text(Verdict.Kind kind) {
    return switch (kind) {
      case PERMIT -> "permit";
      case DENY -> "deny";
      case ALERT -> "alert";
      case OUT_OF_SCOPE -> "out-of-scope";
    };
  }

  /** Name of the flow that permits; empty if none does. */
  public String flowText() {
    return verdict.flow() == null ? "" : verdict.flow().name();
  }

  /** Name of the tripwire that raises an alert; empty if none does. */
  public String tripwireText() {
    return verdict.tripwire() == null ? "" : verdict.tripwire().name();
  }

  /** {@code Core firewall}, {@code host web1; host db1}; empty if no firewall sees it. */
  public String enforcedAtText() {
    return verdict.enforcedAt().stream().map(Enforcer::toString).collect(Collectors.joining("; "));
  }
}
