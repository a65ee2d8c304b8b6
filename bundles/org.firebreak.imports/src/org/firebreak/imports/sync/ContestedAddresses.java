package org.firebreak.imports.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.firebreak.core.address.Address;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.merge.ModelIndex;
import org.firebreak.model.Server;
import org.firebreak.model.Tenant;

/**
 * Takes addresses that several servers of a tenant claim away from all of them, since no rule can
 * tell who answers there. A server that has others keeps those; one that has none is cut off.
 */
final class ContestedAddresses {
  /** An address in the routing domain of a tenant; {@code null} for what tenants share. */
  private record Place(Tenant tenant, String address) {}

  private final Map<Place, Set<Server>> claims = new LinkedHashMap<>();
  private final Map<Server, List<String>> lost = new LinkedHashMap<>();

  ContestedAddresses(List<Server> servers, Predicate<Server> stated) {
    for (Server server : servers) {
      Tenant tenant = ModelIndex.tenantOf(server);
      for (String address : server.getAddresses()) {
        claims
            .computeIfAbsent(new Place(tenant, canonical(address)), place -> new LinkedHashSet<>(2))
            .add(server);
      }
    }
    // What was drawn twice by hand is the architect's, and a finding of the design.
    claims.values().removeIf(all -> all.size() < 2 || all.stream().noneMatch(stated));
    claims.forEach(
        (place, all) ->
            all.forEach(
                server ->
                    lost.computeIfAbsent(server, each -> new ArrayList<>()).add(place.address())));
  }

  /** The addresses, each once. */
  List<String> addresses() {
    return claims.keySet().stream().map(Place::address).distinct().toList();
  }

  /**
   * Takes the addresses away.
   *
   * @param stated whether the inventory states a server: it gives the addresses back as soon as it
   *     can. From others none is taken, they are cut off
   * @param heard told of each server and what happened to it, in words
   */
  void settle(Predicate<Server> stated, BiConsumer<Server, String> heard) {
    Map<Server, String> reasons = new HashMap<>();
    lost.forEach((server, addresses) -> reasons.put(server, reason(server, addresses)));
    lost.forEach(
        (server, addresses) -> {
          List<String> left =
              server.getAddresses().stream()
                  .filter(address -> !addresses.contains(canonical(address)))
                  .toList();
          boolean keeps = stated.test(server) && !left.isEmpty();
          if (keeps) {
            server.setAddresses(left);
          } else {
            Quarantine.encloseContested(server);
          }
          heard.accept(server, (keeps ? "does without " : "is cut off: ") + reasons.get(server));
        });
  }

  private String reason(Server server, List<String> addresses) {
    String address = addresses.get(0);
    List<String> others =
        claims.get(new Place(ModelIndex.tenantOf(server), address)).stream()
            .filter(other -> other != server)
            .map(other -> CleanText.quote(other.getName()))
            .toList();
    String more = others.size() > 1 ? " and " + (others.size() - 1) + " more" : "";
    String rest =
        addresses.size() > 1 ? ", and " + (addresses.size() - 1) + " more of its own" : "";
    return address + ", which " + others.get(0) + more + " claims as well" + rest;
  }

  private static String canonical(String address) {
    try {
      return Address.parse(address).toString();
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
