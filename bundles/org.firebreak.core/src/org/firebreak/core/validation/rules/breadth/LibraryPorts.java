package org.firebreak.core.validation.rules.breadth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.PortRange;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.validation.facts.ServiceOverlap;
import org.firebreak.model.Protocol;
import org.firebreak.model.library.ServiceLibrary;
import org.firebreak.model.library.WellKnownService;

/** What the service library knows of the ports of services. */
final class LibraryPorts {
  private LibraryPorts() {}

  /** The ports that the library gives for the name of a service, on its protocol. */
  static Optional<PortSet> named(PolicyService service) {
    PortSet known = PortSet.NONE;
    for (WellKnownService entry : ServiceLibrary.wellKnown().allByName(service.ref().name())) {
      if (entry.protocol() == service.match().protocol() && !entry.ports().isEmpty()) {
        known = known.union(PortSet.parse(entry.ports()));
      }
    }
    return known.isEmpty() ? Optional.empty() : Optional.of(known);
  }

  /** The service whose servers choose their ports from exactly this range at run time. */
  static Optional<String> ofRange(Protocol protocol, PortRange range) {
    return ServiceLibrary.wellKnown().byPort(protocol, range.first()).stream()
        .filter(entry -> PortSet.parse(entry.ports()).equals(PortSet.of(List.of(range))))
        .map(WellKnownService::name)
        .findFirst();
  }

  /** The ports of a service without a range, but with some of its ports. */
  static PortSet narrowed(PortSet ports, PortRange range, PortSet keep) {
    List<PortRange> ranges = new ArrayList<>(ports.ranges());
    ranges.remove(range);
    ranges.addAll(ServiceOverlap.common(PortSet.of(List.of(range)), keep).ranges());
    return PortSet.of(ranges);
  }
}
