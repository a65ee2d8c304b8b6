package org.firebreak.core.validation.rules.platform;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.GuardedServers;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;

/** What of a design one platform enforces. */
final class PlatformUse {
  private final Platform platform;
  private final List<EnforcementPoint> firewalls = new ArrayList<>();
  private boolean central;
  private final BitSet hosts = new BitSet();
  private final List<ActiveFlow> flows = new ArrayList<>();

  private PlatformUse(Platform platform) {
    this.platform = platform;
  }

  /** The uses of all platforms, shared by the rules. */
  record All(List<PlatformUse> uses) {
    static All of(ValidationContext context) {
      return new All(List.copyOf(compute(context)));
    }
  }

  static List<PlatformUse> of(ValidationContext context) {
    return context.shared(All.class, All::of).uses();
  }

  private static List<PlatformUse> compute(ValidationContext context) {
    Set<Platform> chosen = Platform.named(context.profile().platforms());
    Map<Platform, PlatformUse> uses = new EnumMap<>(Platform.class);
    BitSet micro = micro(context.policy());
    BitSet left = (BitSet) micro.clone();
    boolean anyFirewall = false;
    for (EnforcementPoint point : context.design().getEnforcementPoints()) {
      BitSet guarded = GuardedServers.of(point, context);
      boolean isHost = point.getKind() == EnforcementKind.HOST;
      if (isHost) {
        guarded.and(left);
        left.andNot(guarded);
      }
      for (Platform platform : platforms(point.getPlatform(), point.getKind(), chosen)) {
        PlatformUse use = uses.computeIfAbsent(platform, PlatformUse::new);
        if (isHost) {
          use.hosts.or(guarded);
        } else {
          use.firewalls.add(point);
          use.central = true;
        }
      }
      anyFirewall |= !isHost;
    }
    for (Platform platform : chosen) {
      PlatformUse use = uses.computeIfAbsent(platform, PlatformUse::new);
      if (platform.enforces(EnforcementKind.HOST)) {
        use.hosts.or(left);
      }
      use.central |= !anyFirewall && platform.enforces(EnforcementKind.CENTRAL);
    }
    for (PlatformUse use : uses.values()) {
      context.activeFlows().stream()
          .filter(flow -> use.concerns(flow.policy(), micro))
          .forEach(use.flows::add);
    }
    uses.values().removeIf(use -> use.hosts.isEmpty() && !use.central);
    return List.copyOf(uses.values());
  }

  /** The platform that a point names, if it is among the chosen; all chosen if it names none. */
  private static Set<Platform> platforms(String name, EnforcementKind kind, Set<Platform> chosen) {
    Set<Platform> named = Platform.named(name).map(Set::of).orElse(Set.of());
    if (!named.isEmpty()) {
      return chosen.isEmpty() || chosen.containsAll(named) ? named : Set.of();
    }
    Set<Platform> able = new TreeSet<>(chosen);
    able.removeIf(platform -> !platform.enforces(kind));
    return able;
  }

  private static BitSet micro(CompiledPolicy policy) {
    BitSet micro = new BitSet(policy.servers().size());
    policy.servers().forEach(server -> micro.set(server.index(), server.micro()));
    return micro;
  }

  /** Whether some connection of the flow is enforced by the platform. */
  private boolean concerns(PolicyFlow flow, BitSet micro) {
    PolicyEndpoint source = flow.source();
    PolicyEndpoint destination = flow.destination();
    if (any(hosts, source) || any(hosts, destination)) {
      return true;
    }
    return central
        && !(source.isExternal() && destination.isExternal())
        && (source.isExternal() || anyOther(micro, source))
        && (destination.isExternal() || anyOther(micro, destination));
  }

  private static boolean any(BitSet servers, PolicyEndpoint endpoint) {
    int next = endpoint.isExternal() ? -1 : servers.nextSetBit(endpoint.from());
    return next >= 0 && next < endpoint.to();
  }

  private static boolean anyOther(BitSet servers, PolicyEndpoint endpoint) {
    return servers.nextClearBit(endpoint.from()) < endpoint.to();
  }

  Platform platform() {
    return platform;
  }

  /** The limit of the platform if it is known well enough to rest a finding on it. */
  Optional<PlatformLimit> limit(PlatformLimit.Quantity quantity) {
    return PlatformLimit.of(platform, quantity);
  }

  /** The central firewalls of the platform. */
  List<EnforcementPoint> firewalls() {
    return firewalls;
  }

  /** Indexes of the microsegmented servers whose hosts the platform enforces. */
  BitSet hosts() {
    return hosts;
  }

  /** The flows of which it enforces some connection, in order of precedence. */
  List<ActiveFlow> flows() {
    return flows;
  }

  /** Those of its flows of which something is true. */
  List<ElementRef> flows(Predicate<PolicyFlow> concerned) {
    return flows.stream()
        .filter(flow -> concerned.test(flow.policy()))
        .map(ActiveFlow::ref)
        .toList();
  }
}
