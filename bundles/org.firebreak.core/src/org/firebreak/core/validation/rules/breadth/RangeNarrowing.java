package org.firebreak.core.validation.rules.breadth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.PortRange;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.Threshold;
import org.firebreak.core.validation.ValidationContext;

/** Fixes that permit of a port range only what is known to be used. */
final class RangeNarrowing {
  private RangeNarrowing() {}

  /** What the library knows of the service first, then what other flows say of the servers. */
  static List<Fix> of(
      ValidationContext context, ActiveFlow flow, PolicyService service, PortRange range) {
    int limit = context.profile().limit(Threshold.MAX_PORT_RANGE);
    PortSet offered = PortSet.NONE;
    for (ServiceMatch match : KnownUse.in(context).offeredBy(flow.policy().destination(), flow)) {
      if (match.protocol() == service.match().protocol()) {
        offered = offered.union(match.ports());
      }
    }
    List<Fix> fixes = new ArrayList<>();
    for (Optional<PortSet> known : List.of(LibraryPorts.named(service), Optional.of(offered))) {
      known
          .filter(ports -> ports.intersects(PortSet.of(List.of(range))))
          .map(ports -> LibraryPorts.narrowed(service.match().ports(), range, ports))
          .filter(ports -> !ports.equals(service.match().ports()))
          .filter(ports -> ports.ranges().stream().allMatch(part -> part.size() <= limit))
          .map(ports -> ServiceMatch.of(service.match().protocol(), ports))
          .map(match -> new Narrowing(context, flow).toServices(service, List.of(match)))
          .filter(more -> !more.isEmpty())
          .filter(more -> fixes.stream().noneMatch(fix -> more.get(0).label().equals(fix.label())))
          .ifPresent(fixes::addAll);
    }
    return fixes;
  }
}
