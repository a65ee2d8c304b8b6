package org.firebreak.core.validation.rules.risk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyGroup;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.validation.DesignElements;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.GroupRoles;
import org.firebreak.core.validation.facts.GroupServices;
import org.firebreak.core.validation.facts.Role;
import org.firebreak.core.validation.facts.ServiceKinds;
import org.firebreak.core.validation.facts.Words;
import org.firebreak.model.AcceptedFinding;
import org.firebreak.model.Segmentation;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.io.NewElements;

/**
 * Lets servers be microsegmented as the strategy says. Members of a group that has no flow inside
 * then use nothing among themselves: the fix says so, and notes it in the design as accepted,
 * because the rule for such groups (FB-401) would ask next. A group that offers cluster services
 * must not lose them, so it gets no fix; nor do more groups than that rule reports one by one.
 */
final class MicroFixes {
  private static final String WITHOUT_INSIDE = "FB-401";
  private static final int SEVERAL = 3;
  private static final Set<String> CLUSTERED =
      Set.of("database", "directory", "messaging", "cluster", "storage", "file", "container");
  private static final Set<Role> CLUSTERED_ROLES =
      Set.of(Role.DATABASE, Role.DIRECTORY, Role.BROKER);

  private MicroFixes() {}

  static List<Fix> of(
      MicroLeftOutRule.Cause cause, List<PolicyServer> servers, ValidationContext context) {
    if (servers.stream().anyMatch(server -> HostGuards.of(context).isLeftOut(server.index()))) {
      return List.of();
    }
    Set<PolicyGroup> silent = new LinkedHashSet<>();
    for (PolicyServer server : servers) {
      PolicyGroup group = context.policy().groups().get(server.group());
      if (group.size() > 1 && !isMicro(group, context) && !talks(group, context)) {
        if (isClustered(group, context)) {
          return List.of();
        }
        silent.add(group);
      }
    }
    if (!silent.isEmpty() && reported(context) + silent.size() > SEVERAL) {
      return List.of();
    }
    String whom =
        cause == MicroLeftOutRule.Cause.STRATEGY
            ? "internet-facing servers"
            : Words.list(servers.stream().map(PolicyServer::ref).toList(), 3);
    return List.of(
        new Fix(
            "Microsegment "
                + whom
                + (silent.isEmpty() ? "" : ", which use nothing among themselves"),
            false,
            elements -> {
              change(cause, servers, elements);
              silent.forEach(group -> accept(group, elements));
            }));
  }

  private static void change(
      MicroLeftOutRule.Cause cause, List<PolicyServer> servers, DesignElements elements) {
    if (cause == MicroLeftOutRule.Cause.STRATEGY) {
      if (elements.design().getStrategy() == null
          || elements.design().getStrategy().isMicroInternetFacing()) {
        throw new OutdatedFixException("the strategy counts internet-facing servers already");
      }
      elements.design().getStrategy().setMicroInternetFacing(true);
      return;
    }
    List<Server> all =
        servers.stream().map(server -> elements.get(Server.class, server.ref().id())).toList();
    boolean overridden = all.stream().allMatch(MicroFixes::isOverridden);
    if (!overridden) {
      throw new OutdatedFixException("the override is gone already");
    }
    for (Server server : all) {
      boolean byGroup =
          server.eContainer() instanceof ServerGroup group
              && group.getSegmentation() == Segmentation.GROUP;
      if (cause == MicroLeftOutRule.Cause.SERVER) {
        server.setSegmentation(byGroup ? Segmentation.MICRO : Segmentation.INHERIT);
      } else if (byGroup) {
        ((ServerGroup) server.eContainer()).setSegmentation(Segmentation.INHERIT);
      }
    }
  }

  private static boolean isOverridden(Server server) {
    return server.getSegmentation() == Segmentation.GROUP
        || server.eContainer() instanceof ServerGroup group
            && group.getSegmentation() == Segmentation.GROUP;
  }

  private static void accept(PolicyGroup group, DesignElements elements) {
    AcceptedFinding accepted =
        NewElements.acceptedFinding(WITHOUT_INSIDE, List.of(group.ref().id()));
    accepted.setReason("Microsegmented, and taken to use nothing among its members");
    elements.design().getAcceptedFindings().add(accepted);
  }

  private static boolean isMicro(PolicyGroup group, ValidationContext context) {
    return context.policy().servers().subList(group.from(), group.to()).stream()
        .anyMatch(PolicyServer::micro);
  }

  /** Whether some flow has clients and servers in the group. */
  private static boolean talks(PolicyGroup group, ValidationContext context) {
    return context.activeFlows().stream()
        .anyMatch(
            flow ->
                !flow.policy().services().isEmpty()
                    && touches(flow.policy().source(), group)
                    && touches(flow.policy().destination(), group));
  }

  /** Whether its members may replicate, elect a leader or share files. */
  private static boolean isClustered(PolicyGroup group, ValidationContext context) {
    ServiceKinds kinds = context.shared(ServiceKinds.class, ServiceKinds::of);
    return context
            .shared(GroupRoles.class, GroupRoles::of)
            .role(group)
            .filter(CLUSTERED_ROLES::contains)
            .isPresent()
        || context.shared(GroupServices.class, GroupServices::of).of(group).stream()
            .anyMatch(service -> CLUSTERED.contains(kinds.category(service)));
  }

  /** The groups that the rule finds now; above a few it reports them as one. */
  private static long reported(ValidationContext context) {
    return context.policy().groups().stream()
        .filter(group -> group.size() > 1 && isMicro(group, context) && !talks(group, context))
        .limit(SEVERAL + 1)
        .count();
  }

  private static boolean touches(PolicyEndpoint end, PolicyGroup group) {
    return !end.isExternal() && end.from() < group.to() && group.from() < end.to();
  }
}
