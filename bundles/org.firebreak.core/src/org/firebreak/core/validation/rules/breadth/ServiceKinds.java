package org.firebreak.core.validation.rules.breadth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.model.Service;
import org.firebreak.model.library.ServiceLibrary;
import org.firebreak.model.library.WellKnownService;

/** What kind of services those of a design are: as it says itself, else as the library knows. */
final class ServiceKinds {
  private final Map<String, String> kinds = new HashMap<>();

  private ServiceKinds(ValidationContext context) {
    for (Service service : context.design().getServices()) {
      if (service.getCategory() != null && !service.getCategory().isBlank()) {
        kinds.put(service.getId(), service.getCategory().strip());
      }
    }
  }

  static ServiceKinds in(ValidationContext context) {
    return context.shared(ServiceKinds.class, ServiceKinds::new);
  }

  /** A category of the service library; empty if it is not known. */
  String of(PolicyService service) {
    return kinds.computeIfAbsent(service.ref().id(), id -> known(service.match()));
  }

  private static String known(ServiceMatch match) {
    if (!ServiceOverlap.hasPorts(match)) {
      return "";
    }
    List<WellKnownService> known =
        ServiceLibrary.wellKnown().byPort(match.protocol(), match.ports().ranges().get(0).first());
    return known.isEmpty() ? "" : known.get(0).category();
  }
}
