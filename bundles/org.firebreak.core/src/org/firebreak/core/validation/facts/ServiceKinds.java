package org.firebreak.core.validation.facts;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.model.Service;
import org.firebreak.model.library.ServiceLibrary;
import org.firebreak.model.library.WellKnownService;

/** What kind of service is meant, by its stated category or by its well-known port. */
public final class ServiceKinds {
  private final Map<String, Service> elements = new HashMap<>();
  private final Map<PolicyService, String> categories = new IdentityHashMap<>();

  private ServiceKinds() {}

  public static ServiceKinds of(ValidationContext context) {
    ServiceKinds kinds = new ServiceKinds();
    context.design().getServices().forEach(service -> kinds.elements.put(service.getId(), service));
    return kinds;
  }

  /** The category as the service library words it, in lower case; empty if unknown. */
  public String category(PolicyService service) {
    return categories.computeIfAbsent(service, this::find);
  }

  private String find(PolicyService service) {
    Service element = elements.get(service.ref().id());
    String stated = element == null ? null : element.getCategory();
    if (stated != null && !stated.isBlank()) {
      return stated.strip().toLowerCase(Locale.ROOT);
    }
    List<WellKnownService> known = wellKnown(service.match());
    return known.isEmpty() ? "" : known.get(0).category();
  }

  /** The well-known services on a single port, the usual one first; none for ranges and others. */
  public static List<WellKnownService> wellKnown(ServiceMatch match) {
    return match.ports().size() == 1
        ? ServiceLibrary.wellKnown().byPort(match.protocol(), match.ports().ranges().get(0).first())
        : List.of();
  }
}
