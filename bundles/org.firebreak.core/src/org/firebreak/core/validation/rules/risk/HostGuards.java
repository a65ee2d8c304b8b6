package org.firebreak.core.validation.rules.risk;

import java.util.BitSet;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.GuardedServers;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;

/** Which servers the host enforcement points of a design guard. */
final class HostGuards {
  private final BitSet guarded = new BitSet();
  private final boolean planned;

  private HostGuards(ValidationContext context) {
    planned = !context.design().getEnforcementPoints().isEmpty();
    for (EnforcementPoint point : context.design().getEnforcementPoints()) {
      if (point.getKind() == EnforcementKind.HOST) {
        guarded.or(GuardedServers.of(point, context));
      }
    }
  }

  static HostGuards of(ValidationContext context) {
    return context.shared(HostGuards.class, HostGuards::new);
  }

  /** Whether the design says where it is enforced, but not at the host of this server. */
  boolean isLeftOut(int server) {
    return planned && !guarded.get(server);
  }
}
