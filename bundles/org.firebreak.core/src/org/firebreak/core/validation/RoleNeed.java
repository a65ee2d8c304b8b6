package org.firebreak.core.validation;

import java.util.List;
import java.util.Set;

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
 * @param services what serves the need, as people write services: {@code udp/123}, {@code dns}
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

  public RoleNeed {
    roles = Set.copyOf(roles);
    operatingSystems = Set.copyOf(operatingSystems);
    services = List.copyOf(services);
  }
}
