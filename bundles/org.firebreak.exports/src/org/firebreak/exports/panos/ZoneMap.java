package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RoutingDomain;
import org.firebreak.exports.Slugs;

/**
 * Each top-level zone of the design as a zone of the firewall. Networks outside the design, servers
 * in no zone and computed sets may be behind any zone, so rules name none for them.
 */
final class ZoneMap {
  private static final String ANY = "any";

  private final Map<String, PolicyEndpoint> endpoints = new HashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final List<PolicyEndpoint> all;
  private final boolean used;

  /**
   * @param domain where the rules hold; zones that hold nothing but servers of other tenants are
   *     none of its firewall
   */
  ZoneMap(CompiledPolicy policy, RoutingDomain domain, boolean used) {
    this.used = used;
    all = policy.endpoints();
    List<ElementRef> zones = new ArrayList<>();
    for (PolicyEndpoint endpoint : all) {
      endpoints.put(endpoint.ref().id(), endpoint);
      List<PolicyServer> servers = policy.servers().subList(endpoint.from(), endpoint.to());
      if (endpoint.parent() < 0
          && isZone(endpoint)
          && (servers.isEmpty() || servers.stream().anyMatch(domain::reaches))) {
        zones.add(endpoint.ref());
      }
    }
    new Slugs('-', PanOsNames.ZONE - 2)
        .distinct(zones, ElementRef::id, ElementRef::name)
        .forEach((id, slug) -> names.put(id, PanOsNames.unreserved(slug, "z-")));
  }

  private static boolean isZone(PolicyEndpoint endpoint) {
    return endpoint.ref().type().equals("Zone");
  }

  /** Defines the zones; the operator assigns interfaces to them. */
  void write(Entries entries) throws IOException {
    if (used) {
      for (String name : names.values()) {
        entries.entry(Section.ZONE, name, List.of(Node.branch("network", Node.branch("layer3"))));
      }
    }
  }

  /** A tag for each zone, which tells whoever reads the rules what is behind it. */
  void writeTags(Entries entries, String prefix) throws IOException {
    for (Map.Entry<String, String> zone :
        used ? names.entrySet() : Set.<Map.Entry<String, String>>of()) {
      entries.entry(
          Section.TAG,
          prefix + "-zone-" + zone.getValue(),
          List.of(
              Node.value(
                  "comments", "Firebreak zone " + zone.getValue() + " is " + zone.getKey())));
    }
  }

  boolean isUsed() {
    return used && !names.isEmpty();
  }

  /** The zone of one side of a rule. */
  String of(AddressGroup group) {
    if (!used || group.element() == null) {
      return ANY;
    }
    PolicyEndpoint endpoint = endpoints.get(group.element().id());
    while (endpoint != null && endpoint.parent() >= 0) {
      endpoint = all.get(endpoint.parent());
    }
    return endpoint == null ? ANY : names.getOrDefault(endpoint.ref().id(), ANY);
  }
}
