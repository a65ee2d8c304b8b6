package org.firebreak.core.validation.rules.risk;

import java.util.List;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.DesignElements;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.model.Design;
import org.firebreak.model.Service;
import org.firebreak.model.Tripwire;

/** Changes of tripwires. */
final class TripwireFixes {
  private TripwireFixes() {}

  /** Takes services out of a tripwire, and the tripwire out of the design if none is left. */
  static List<Fix> withoutServices(ElementRef tripwire, List<ElementRef> services) {
    List<String> names = services.stream().map(ElementRef::name).toList();
    return List.of(
        new Fix(
            "Take " + String.join(", ", names) + " out of tripwire " + tripwire.name(),
            false,
            elements -> take(elements, tripwire, services)));
  }

  private static void take(DesignElements elements, ElementRef ref, List<ElementRef> services) {
    Tripwire tripwire = elements.get(Tripwire.class, ref.id());
    List<Service> going =
        services.stream().map(service -> elements.get(Service.class, service.id())).toList();
    if (!tripwire.getServices().containsAll(going)) {
      throw new OutdatedFixException("the tripwire no longer watches all of these services");
    }
    Design design = elements.design();
    tripwire.getServices().removeAll(going);
    if (tripwire.getServices().isEmpty()) {
      design.getTripwires().remove(tripwire);
    }
    for (Service service : going) {
      boolean used =
          design.getFlows().stream().anyMatch(flow -> flow.getServices().contains(service))
              || design.getTripwires().stream()
                  .anyMatch(other -> other.getServices().contains(service));
      if (!used) {
        design.getServices().remove(service);
      }
    }
  }
}
