package org.firebreak.core.validation.rules.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.firebreak.core.service.PortRange;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.DesignElements;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.core.validation.facts.FreeNames;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.Service;
import org.firebreak.model.Tripwire;
import org.firebreak.model.io.NewElements;

/**
 * A service that becomes several with the same ports. What uses it uses all of them, so nothing
 * else is permitted.
 *
 * @param ports ports as they were
 * @param names names of the further services
 * @param parts ports of the service itself, then of the further ones
 */
record ServiceSplit(String service, String ports, List<String> names, List<PortSet> parts) {
  /** Empty if there is no name for a part, or another service has the ports of one already. */
  static Optional<ServiceSplit> of(
      Service service, PlatformLimit limit, FreeNames names, List<Service> all) {
    List<PortSet> parts = parts(PortSet.parse(service.getPorts()), limit);
    List<String> further = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      ServiceMatch match = ServiceMatch.of(service.getProtocol(), parts.get(i));
      if (all.stream().anyMatch(other -> other != service && covers(other, match))) {
        return Optional.empty();
      }
      if (i > 0) {
        Optional<String> name = names.numbered(service.getName());
        if (name.isEmpty()) {
          return Optional.empty();
        }
        further.add(name.get());
      }
    }
    return parts.size() < 2
        ? Optional.empty()
        : Optional.of(new ServiceSplit(service.getId(), service.getPorts(), further, parts));
  }

  private static boolean covers(Service service, ServiceMatch match) {
    try {
      return ServiceMatch.of(service).equals(match);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static List<PortSet> parts(PortSet ports, PlatformLimit limit) {
    List<PortSet> parts = new ArrayList<>();
    List<PortRange> part = new ArrayList<>();
    for (PortRange range : ports.ranges()) {
      part.add(range);
      if (limit.portValues(PortSet.of(part)) > limit.value()) {
        part.remove(part.size() - 1);
        parts.add(PortSet.of(part));
        part.clear();
        part.add(range);
      }
    }
    parts.add(PortSet.of(part));
    return parts;
  }

  /** The fix of several; safe, as what the design permits stays the same. */
  static Fix fix(List<ServiceSplit> splits, String what, PlatformLimit limit) {
    return new Fix(
        "Divide " + what + " into services of at most " + limit.value() + " port values",
        true,
        design -> {
          splits.forEach(split -> split.check(design));
          splits.forEach(split -> split.carryOut(design));
        });
  }

  private void check(DesignElements elements) {
    Service present = elements.get(Service.class, service);
    if (!Objects.equals(present.getPorts(), ports)) {
      throw new OutdatedFixException("service " + present.getName() + " has other ports now");
    }
  }

  private void carryOut(DesignElements elements) {
    Design design = elements.design();
    Service first = elements.get(Service.class, service);
    List<Service> further = new ArrayList<>();
    for (int i = 1; i < parts.size(); i++) {
      further.add(copy(first, names.get(i - 1), parts.get(i)));
    }
    first.setPorts(parts.get(0).toString());
    design.getServices().addAll(design.getServices().indexOf(first) + 1, further);
    for (Flow flow : design.getFlows()) {
      addAfter(flow.getServices(), first, further);
    }
    for (Tripwire tripwire : design.getTripwires()) {
      addAfter(tripwire.getServices(), first, further);
    }
  }

  private static void addAfter(List<Service> used, Service first, List<Service> further) {
    int position = used.indexOf(first);
    if (position >= 0) {
      used.addAll(position + 1, further);
    }
  }

  private static Service copy(Service first, String name, PortSet ports) {
    Service service = NewElements.service(name);
    service.setDescription(first.getDescription());
    service.setOrigin(first.getOrigin());
    service.setProtocol(first.getProtocol());
    service.setPorts(ports.toString());
    service.setApplication(first.getApplication());
    service.setEncryption(first.getEncryption());
    service.setCategory(first.getCategory());
    return service;
  }
}
