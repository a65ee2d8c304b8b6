package org.firebreak.core.validation.rules.risk;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.Words;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Server;

/** Who may open connections to the quarantined servers of a design. */
final class Responders {
  private static final int NAMED = 3;

  private Responders() {}

  /** The responders of the design that are not in quarantine themselves. */
  static List<ElementRef> effective(ValidationContext context) {
    Set<String> ids =
        context.design().getResponders().stream().map(Endpoint::getId).collect(Collectors.toSet());
    return context.policy().endpoints().stream()
        .filter(end -> ids.contains(end.ref().id()))
        .filter(end -> end.isExternal() || isFree(end, context.servers()))
        .map(PolicyEndpoint::ref)
        .toList();
  }

  private static boolean isFree(PolicyEndpoint end, List<Server> servers) {
    return !servers.subList(end.from(), end.to()).stream().allMatch(Server::isQuarantined);
  }

  /** {@code but a and b}; nothing if there are none. */
  static String words(List<ElementRef> responders) {
    return responders.isEmpty() ? "" : " but " + Words.list(responders, NAMED);
  }
}
