package org.firebreak.core.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.service.ServiceSyntax;
import org.firebreak.model.Protocol;
import org.firebreak.model.library.ServiceLibrary;
import org.firebreak.model.library.WellKnownService;

/**
 * A service that servers of a role or an operating system always need, so that a design without a
 * flow for it is incomplete.
 *
 * @param id identifier in profiles, for instance {@code time}
 * @param title what is needed, as findings name it, for instance {@code time synchronisation}
 * @param roles roles of groups whose servers need it, in lower case; empty means any
 * @param operatingSystems words of which the operating system must contain one, in lower case;
 *     empty means any, also an unknown one
 * @param end whether the servers are clients or servers of the service, or either
 * @param services what serves the need, one of them suffices: protocol and ports ({@code udp/123},
 *     {@code tcp/8000-8010}), or the name of a well-known service ({@code dns}), which may stand
 *     for several
 * @param severity how much it matters if it is missing
 */
public record RoleNeed(
    String id,
    String title,
    Set<String> roles,
    Set<String> operatingSystems,
    End end,
    List<String> services,
    FindingSeverity severity) {
  /** At which end of a flow the servers must be. */
  public enum End {
    CLIENT,
    SERVER,
    EITHER
  }

  /**
   * Takes copies.
   *
   * @throws IllegalArgumentException if a service is not understood; the message names it
   */
  public RoleNeed {
    roles = Set.copyOf(roles);
    operatingSystems = Set.copyOf(operatingSystems);
    services = List.copyOf(services);
    services.forEach(RoleNeed::matches);
  }

  /** What the {@link #services} cover, in their order. */
  public List<ServiceMatch> matches() {
    return services.stream().map(RoleNeed::matches).flatMap(List::stream).toList();
  }

  private static List<ServiceMatch> matches(String text) {
    int slash = text.indexOf('/');
    Optional<Protocol> protocol =
        ServiceSyntax.protocol(slash < 0 ? text.strip() : text.substring(0, slash).strip());
    if (protocol.isPresent()) {
      PortSet ports = PortSet.parse(slash < 0 ? "" : text.substring(slash + 1).strip());
      return List.of(ServiceMatch.of(protocol.get(), ports));
    }
    List<ServiceMatch> matches = new ArrayList<>();
    for (WellKnownService known : ServiceLibrary.wellKnown().allByName(text)) {
      matches.add(
          new ServiceMatch(
              known.protocol(),
              PortSet.parse(known.ports()),
              known.icmpType() == null ? -1 : known.icmpType(),
              known.icmpCode() == null ? -1 : known.icmpCode()));
    }
    if (matches.isEmpty()) {
      throw new IllegalArgumentException(
          "'" + text + "' is neither protocol/ports nor a well-known service");
    }
    return matches;
  }
}
