package org.firebreak.core.validation.rules.breadth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.ServiceKinds;
import org.firebreak.model.Endpoint;
import org.firebreak.model.TrustLevel;

/** Fixes that name somebody in place of any address. */
final class AnyAddressFixes {
  /** What management opens to every server. */
  private static final Set<String> TO_EVERYBODY =
      Set.of("administration", "monitoring", "backup", "security");

  /** What every server opens to management. */
  private static final Set<String> FROM_EVERYBODY =
      Set.of("monitoring", "backup", "security", "name-resolution", "time", "directory");

  private AnyAddressFixes() {}

  static List<Fix> of(ActiveFlow flow, ValidationContext context) {
    boolean from = context.isAnyAddress(flow.policy().source());
    if (from && context.isAnyAddress(flow.policy().destination())) {
      return List.of();
    }
    List<PolicyEndpoint> known = from ? clients(flow, context) : servers(flow, context);
    List<PolicyEndpoint> parts = known.isEmpty() ? everybody(flow, from, context) : known;
    Narrowing narrowing = new Narrowing(context, flow);
    return from ? narrowing.toClients(parts) : narrowing.toServers(parts);
  }

  private static List<PolicyEndpoint> servers(ActiveFlow flow, ValidationContext context) {
    List<PolicyEndpoint> ends = new ArrayList<>();
    for (PolicyService service : flow.policy().services()) {
      KnownUse.in(context).all(false, service.match(), flow).forEach(use -> ends.add(use.end()));
    }
    ends.removeIf(context::isAnyAddress);
    return ends;
  }

  /** Those who use the same service of the same servers. */
  private static List<PolicyEndpoint> clients(ActiveFlow flow, ValidationContext context) {
    PolicyEndpoint to = flow.policy().destination();
    List<PolicyEndpoint> ends = new ArrayList<>();
    for (PolicyService service : flow.policy().services()) {
      for (KnownUse.Use use : KnownUse.in(context).all(true, service.match(), flow)) {
        PolicyEndpoint there = use.flow().policy().destination();
        if (Permitted.holds(there, to) || Permitted.holds(to, there)) {
          ends.add(use.end());
        }
      }
    }
    ends.removeIf(context::isAnyAddress);
    return ends;
  }

  /** All groups, if the other end is management and the service is what it has with everybody. */
  private static List<PolicyEndpoint> everybody(
      ActiveFlow flow, boolean from, ValidationContext context) {
    Endpoint management = from ? flow.element().getDestination() : flow.element().getSource();
    PolicyEndpoint other = from ? flow.policy().destination() : flow.policy().source();
    boolean usual =
        Tiers.in(context).trust(management).equals(Optional.of(TrustLevel.MANAGEMENT))
            && flow.policy().services().stream()
                .map(context.shared(ServiceKinds.class, ServiceKinds::of)::category)
                .allMatch((from ? FROM_EVERYBODY : TO_EVERYBODY)::contains);
    return usual
        ? GroupEnds.in(context).everybody().stream()
            .filter(group -> !Permitted.holds(group, other))
            .toList()
        : List.of();
  }
}
