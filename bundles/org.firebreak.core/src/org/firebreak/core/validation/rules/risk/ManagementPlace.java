package org.firebreak.core.validation.rules.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;

/** A group, or a server outside any, from which a design's administrators may come. */
record ManagementPlace(Endpoint element, PolicyEndpoint end) {
  /** Those that reach the server end of a flow: jump hosts, or management if there are none. */
  static List<ManagementPlace> reaching(ActiveFlow flow, ValidationContext context) {
    PolicyEndpoint destination = flow.policy().destination();
    if (destination.isExternal() || destination.from() == destination.to()) {
      return List.of();
    }
    PolicyServer server = context.policy().servers().get(destination.from());
    return of(
        context,
        (end, first) ->
            end.index() != destination.index()
                && (first.domain().isShared()
                    || server.domain().isShared()
                    || first.domain().equals(server.domain())));
  }

  /** All of a design: jump hosts, or management if there are none. */
  static List<ManagementPlace> of(ValidationContext context) {
    return of(context, (end, first) -> true);
  }

  private static List<ManagementPlace> of(
      ValidationContext context, BiPredicate<PolicyEndpoint, PolicyServer> wanted) {
    Places places = Places.of(context);
    List<ManagementPlace> jump = new ArrayList<>();
    List<ManagementPlace> management = new ArrayList<>();
    for (PolicyEndpoint end : context.policy().endpoints()) {
      if (end.isExternal() || end.from() == end.to()) {
        continue;
      }
      PolicyServer first = context.policy().servers().get(end.from());
      Endpoint element = element(end, context.servers().get(end.from()));
      if (element == null || first.addresses().isEmpty() || !wanted.test(end, first)) {
        continue;
      }
      End place = new End(element, end);
      if (places.all(place, Tier.JUMP)) {
        jump.add(new ManagementPlace(element, end));
      } else if (places.all(place, Tier.MANAGEMENT)) {
        management.add(new ManagementPlace(element, end));
      }
    }
    return jump.isEmpty() ? management : jump;
  }

  /** The group or single server that an endpoint is; {@code null} for zones and members. */
  private static Endpoint element(PolicyEndpoint end, Server member) {
    boolean grouped = member.eContainer() instanceof ServerGroup;
    return switch (end.ref().type()) {
      case "ServerGroup" -> grouped ? (ServerGroup) member.eContainer() : null;
      case "Server" -> grouped ? null : member;
      default -> null;
    };
  }
}
