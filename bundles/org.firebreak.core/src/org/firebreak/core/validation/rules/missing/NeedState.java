package org.firebreak.core.validation.rules.missing;

import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyGroup;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.RoleNeed;
import org.firebreak.core.validation.RoleNeeds;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.GroupRoles;
import org.firebreak.core.validation.facts.GroupRun;
import org.firebreak.core.validation.facts.Role;
import org.firebreak.core.validation.facts.ServiceKinds;
import org.firebreak.core.validation.facts.ServiceOverlap;

/** Which groups have a flow for one need, which provide it, and by which flows. */
final class NeedState {
  /**
   * A flow for a need, as a pattern for others.
   *
   * @param provider end at which the need is provided
   * @param inbound whether the provider opens the connection
   * @param uses number of flows of that provider
   */
  record Pattern(PolicyEndpoint provider, boolean inbound, ActiveFlow flow, int uses) {}

  /** Services of more ports than this do not say what they are for. */
  private static final int SPECIFIC = 16;

  private static final Map<String, Role> PROVIDERS =
      Map.of(
          RoleNeeds.NAME_RESOLUTION.id(), Role.NAME_SERVER,
          RoleNeeds.TIME.id(), Role.TIME_SERVER,
          RoleNeeds.LOG.id(), Role.LOG_COLLECTOR,
          RoleNeeds.MONITORING.id(), Role.MONITORING,
          RoleNeeds.UPDATES.id(), Role.UPDATES,
          RoleNeeds.WINDOWS_DIRECTORY.id(), Role.DIRECTORY,
          RoleNeeds.BACKUP.id(), Role.BACKUP);

  /** Their servers do one thing only, whatever the service by which they do it. */
  private static final List<Role> ALWAYS_PROVIDING =
      List.of(Role.LOG_COLLECTOR, Role.MONITORING, Role.UPDATES, Role.BACKUP);

  final RoleNeed need;
  private final ValidationContext context;
  private final CompiledPolicy policy;
  private final GroupRoles roles;
  private final ServiceKinds kinds;
  private final Role role;
  private final boolean alone;
  private final List<ServiceMatch> matches;
  private final Map<PolicyService, Boolean> serving = new IdentityHashMap<>();
  private final Map<Integer, Pattern> patterns = new LinkedHashMap<>();
  private final BitSet met = new BitSet();
  private final BitSet providers = new BitSet();
  private final Map<Integer, Optional<Pattern>> byDomain = new HashMap<>();
  private boolean told;

  NeedState(RoleNeed need, ValidationContext context) {
    this.need = need;
    this.context = context;
    this.policy = context.policy();
    this.roles = context.shared(GroupRoles.class, GroupRoles::of);
    this.kinds = context.shared(ServiceKinds.class, ServiceKinds::of);
    this.role = PROVIDERS.get(need.id());
    this.alone = role != null && ALWAYS_PROVIDING.contains(role);
    this.matches = need.matches();
    context.activeFlows().forEach(this::add);
    for (PolicyGroup group : policy.groups()) {
      if (role != null && roles.is(group, role)) {
        providers.set(group.index());
      }
    }
  }

  /** Whether some member of the group has a flow for it. */
  boolean isMet(PolicyGroup group) {
    return met.get(group.index());
  }

  /** Whether the group provides it to others. */
  boolean provides(PolicyGroup group) {
    return providers.get(group.index());
  }

  /** Whether some flow is clearly for it, and not by a service that serves much else. */
  boolean isTold() {
    return told;
  }

  /**
   * The first pattern that most flows follow and a group may: its provider belongs to the same
   * tenant, or to none; {@code null} if no flow shows such a provider.
   */
  Pattern pattern(PolicyGroup group) {
    return byDomain
        .computeIfAbsent(policy.servers().get(group.from()).domain().index(), this::pattern)
        .orElse(null);
  }

  private Optional<Pattern> pattern(int domain) {
    Pattern most = null;
    for (Pattern pattern : patterns.values()) {
      if ((most == null || pattern.uses() > most.uses()) && isReachable(pattern, domain)) {
        most = pattern;
      }
    }
    return Optional.ofNullable(most);
  }

  private boolean isReachable(Pattern pattern, int domain) {
    PolicyEndpoint end = pattern.provider();
    if (end.from() == end.to()) {
      return true;
    }
    int provider = policy.servers().get(end.from()).domain().index();
    return provider == domain || provider == policy.sharedDomain().index();
  }

  /** The services of a pattern that serve the need, or all if the provider alone tells it. */
  List<ServiceMatch> services(Pattern pattern) {
    List<PolicyService> all = pattern.flow().policy().services();
    List<ServiceMatch> served =
        all.stream().filter(this::serves).map(PolicyService::match).distinct().toList();
    return served.isEmpty() ? all.stream().map(PolicyService::match).distinct().toList() : served;
  }

  private void add(ActiveFlow flow) {
    PolicyEndpoint source = flow.policy().source();
    PolicyEndpoint destination = flow.policy().destination();
    boolean served = isServed(flow);
    boolean telling = served && isTelling(flow);
    told |= telling;
    boolean to = isAlwaysProviding(destination) && !isAdministration(flow);
    boolean from = isAlwaysProviding(source) && !isAdministration(flow);
    if (need.end() != RoleNeed.End.SERVER && (served || to)) {
      meet(source);
      if (to || need.end() == RoleNeed.End.CLIENT && telling) {
        provide(destination, false, flow);
      }
    }
    if (need.end() != RoleNeed.End.CLIENT && (served || from)) {
      meet(destination);
      if (from || need.end() == RoleNeed.End.SERVER && telling) {
        provide(source, true, flow);
      }
    }
  }

  private boolean isServed(ActiveFlow flow) {
    for (PolicyService service : flow.policy().services()) {
      if (serves(service)) {
        return true;
      }
    }
    return false;
  }

  private boolean serves(PolicyService service) {
    return serving.computeIfAbsent(
        service,
        asked -> matches.stream().anyMatch(one -> ServiceOverlap.meet(one, asked.match())));
  }

  /** Whether the flow serves the need by a service that serves nothing else. */
  private boolean isTelling(ActiveFlow flow) {
    return flow.policy().services().stream()
        .anyMatch(
            service ->
                serves(service)
                    && !service.match().isAny()
                    && service.match().ports().size() <= SPECIFIC
                    && !kinds.category(service).equals("web"));
  }

  private boolean isAlwaysProviding(PolicyEndpoint end) {
    if (!alone) {
      return false;
    }
    GroupRun run = GroupRun.of(policy, end);
    return run.isSingle() && roles.is(policy.groups().get(run.from()), role);
  }

  /** Administration of such a server, which is no use of it; backups are made by SSH too. */
  private boolean isAdministration(ActiveFlow flow) {
    return role != Role.BACKUP
        && flow.policy().services().stream()
            .allMatch(service -> kinds.category(service).equals("administration"));
  }

  private void meet(PolicyEndpoint end) {
    if (context.isAnyAddress(end)) {
      met.set(0, policy.groups().size());
    } else {
      GroupRun run = GroupRun.of(policy, end);
      met.set(run.from(), run.to());
    }
  }

  private void provide(PolicyEndpoint end, boolean inbound, ActiveFlow flow) {
    GroupRun run = GroupRun.of(policy, end);
    if (run.isSingle()) {
      providers.set(run.from());
    }
    PolicyEndpoint other = inbound ? flow.policy().destination() : flow.policy().source();
    if (!context.isAnyAddress(end) && !context.isAnyAddress(other)) {
      patterns.merge(
          end.index(),
          new Pattern(end, inbound, flow, 1),
          (old, one) -> new Pattern(end, old.inbound(), old.flow(), old.uses() + 1));
    }
  }
}
