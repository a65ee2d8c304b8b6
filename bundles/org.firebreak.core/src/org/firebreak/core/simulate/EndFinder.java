package org.firebreak.core.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RoutingDomain;

/** Finds what a text may mean: a server by its name, or an address. */
final class EndFinder {
  private static final int REMEMBERED = 100_000;

  /**
   * What a text may mean.
   *
   * @param address the address; {@code null} if the text is a name
   * @param servers the servers that have the name or, in some routing domain, the address
   */
  record Meaning(String text, Address address, List<PolicyServer> servers) {
    /** The same, as seen from a routing domain. */
    Meaning in(RoutingDomain domain, CompiledPolicy policy) {
      if (address != null) {
        return new Meaning(
            text, address, policy.serverAt(domain, address).map(List::of).orElse(List.of()));
      }
      return new Meaning(
          text,
          null,
          servers.stream()
              .filter(server -> server.domain().isShared() || server.domain().equals(domain))
              .toList());
    }
  }

  private final CompiledPolicy policy;
  private final Map<String, List<PolicyServer>> byName = new HashMap<>();
  private final Map<String, Meaning> remembered = new HashMap<>();

  EndFinder(CompiledPolicy policy) {
    this.policy = policy;
    for (PolicyServer server : policy.servers()) {
      byName.computeIfAbsent(server.ref().name(), name -> new ArrayList<>(1)).add(server);
    }
  }

  /**
   * What a text may mean, in any routing domain.
   *
   * @throws QueryException if it is neither an address nor the name of a server
   */
  Meaning find(String text) throws QueryException {
    Meaning known = remembered.get(text);
    if (known == null) {
      known = look(text.strip());
      if (remembered.size() >= REMEMBERED) {
        remembered.clear();
      }
      remembered.put(text, known);
    }
    return known;
  }

  private Meaning look(String text) throws QueryException {
    if (text.isEmpty()) {
      throw new QueryException("an end of the connection is missing; name a server or an address");
    }
    List<PolicyServer> named = byName.get(text);
    if (named != null) {
      return new Meaning(text, null, named);
    }
    try {
      Address address = Address.parse(text);
      return new Meaning(text, address, owners(address));
    } catch (IllegalArgumentException e) {
      throw unknown(text);
    }
  }

  private List<PolicyServer> owners(Address address) {
    Set<PolicyServer> owners = new LinkedHashSet<>();
    for (RoutingDomain domain : policy.domains()) {
      policy.serverAt(domain, address).ifPresent(owners::add);
    }
    return List.copyOf(owners);
  }

  private QueryException unknown(String text) {
    for (PolicyEndpoint endpoint : policy.endpoints()) {
      if (endpoint.ref().name().equals(text)) {
        return new QueryException(
            "'"
                + text
                + "' is "
                + kind(endpoint)
                + ", not a server; name a single server"
                + (endpoint.isExternal() ? " or an address of it" : example(endpoint)));
      }
    }
    List<String> alike =
        byName.keySet().stream().filter(name -> name.equalsIgnoreCase(text)).sorted().toList();
    return new QueryException(
        "the design has no server '"
            + text
            + "', and it is not an address"
            + (alike.isEmpty() ? "" : "; did you mean " + String.join(" or ", alike) + "?"));
  }

  private static String kind(PolicyEndpoint endpoint) {
    return switch (endpoint.ref().type()) {
      case "Zone" -> "a zone";
      case "ServerGroup" -> "a server group";
      default -> "an external network";
    };
  }

  private String example(PolicyEndpoint endpoint) {
    return endpoint.from() == endpoint.to()
        ? ""
        : ", for instance " + policy.servers().get(endpoint.from()).ref().name();
  }

  /**
   * {@code web1 of tenant red, web1 of tenant blue}; without tenants {@code web1 in Front / web}.
   */
  String describe(List<PolicyServer> servers) {
    return servers.stream()
        .map(server -> server.ref().name() + " " + where(server))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private String where(PolicyServer server) {
    if (policy.domains().size() == 1) {
      return "in " + place(server);
    }
    return server.domain().isShared()
        ? "shared by all tenants"
        : "of tenant " + server.domain().name();
  }

  private String place(PolicyServer server) {
    PolicyEndpoint endpoint = policy.endpointOf(server);
    List<String> path = new ArrayList<>();
    for (int i = endpoint.parent(); i >= 0; i = policy.endpoints().get(i).parent()) {
      path.add(0, policy.endpoints().get(i).ref().name());
    }
    return path.isEmpty() ? "the design itself" : String.join(" / ", path);
  }
}
