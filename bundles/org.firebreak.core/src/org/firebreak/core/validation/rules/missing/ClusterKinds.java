package org.firebreak.core.validation.rules.missing;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.core.policy.PolicyService;

/** Which programs the services of a design are offered by, each looked up once. */
final class ClusterKinds {
  private final Map<PolicyService, Optional<ClusterKind>> kinds = new IdentityHashMap<>();

  /** The program that a group runs which offers these services; of several the first listed. */
  Optional<ClusterKind> of(List<PolicyService> services) {
    ClusterKind first = null;
    for (PolicyService service : services) {
      ClusterKind kind =
          kinds.computeIfAbsent(service, one -> ClusterKind.of(one.match())).orElse(null);
      if (kind != null && (first == null || kind.compareTo(first) < 0)) {
        first = kind;
      }
    }
    return Optional.ofNullable(first);
  }
}
