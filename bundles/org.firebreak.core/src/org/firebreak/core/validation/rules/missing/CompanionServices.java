package org.firebreak.core.validation.rules.missing;

import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.model.Protocol;

/** What the services of a design are to the protocols that need several, each looked up once. */
final class CompanionServices {
  private static final int NFS = 2049;

  private record Traits(Set<Companion> halves, Set<Companion> others, boolean nfs) {
    static Traits of(PolicyService service) {
      ServiceMatch match = service.match();
      Set<Companion> halves = EnumSet.noneOf(Companion.class);
      Set<Companion> others = EnumSet.noneOf(Companion.class);
      for (Companion companion : Companion.values()) {
        if (companion.isTrigger(match)) {
          halves.add(companion);
        }
        if (companion.isOther(match)) {
          others.add(companion);
        }
      }
      boolean nfs =
          (match.protocol() == Protocol.TCP || match.protocol() == Protocol.UDP)
              && match.ports().contains(NFS);
      return new Traits(halves, others, nfs);
    }
  }

  private final Map<PolicyService, Traits> traits = new IdentityHashMap<>();

  private Traits of(PolicyService service) {
    return traits.computeIfAbsent(service, Traits::of);
  }

  /** Whether a flow permits the connection that needs others. */
  boolean isHalf(Companion companion, ActiveFlow flow) {
    for (PolicyService service : flow.policy().services()) {
      if (of(service).halves().contains(companion)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a flow permits, or may permit, the others. */
  boolean isOther(Companion companion, ActiveFlow flow) {
    for (PolicyService service : flow.policy().services()) {
      if (of(service).others().contains(companion)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a flow permits NFS itself. */
  boolean isNfs(ActiveFlow flow) {
    for (PolicyService service : flow.policy().services()) {
      if (of(service).nfs()) {
        return true;
      }
    }
    return false;
  }
}
