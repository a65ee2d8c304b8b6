package org.firebreak.imports.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.imports.spi.ServerFact;
import org.firebreak.imports.spi.StandIns;
import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;
import org.firebreak.rulebase.HostAddresses;

/**
 * Addresses of the servers, groups and zones of a design by id and by name, and of the servers of
 * an inventory that is imported together with the rule base.
 */
public final class KnownHosts implements HostAddresses {
  private final Map<String, AddressSet> byId = new HashMap<>();
  private final Map<String, AddressSet> byName = new HashMap<>();
  private final Set<String> several = new HashSet<>();
  private final StandIns standIns = new StandIns();

  /** What design and inventory know; the inventory counts where both do. */
  public static KnownHosts of(Design design, List<ServerFact> inventory) {
    KnownHosts hosts = new KnownHosts();
    for (ServerFact fact : inventory) {
      if (fact.addresses().isPresent()) {
        hosts.byName.merge(
            fact.name(), AddressSet.of(ranges(fact.addresses().value())), AddressSet::union);
      }
    }
    hosts.add(design);
    return hosts;
  }

  @Override
  public AddressSet of(String host) {
    AddressSet own = byId.get(host);
    AddressSet known = own != null ? own : byName.getOrDefault(host, AddressSet.EMPTY);
    return known.isEmpty() ? standIns.known(host) : known;
  }

  @Override
  public AddressSet named(String name) {
    AddressSet known = of(name);
    return known.isEmpty() ? standIns.of(name) : known;
  }

  /** Whether a name is not that of a single host. */
  boolean areSeveral(String name) {
    return several.contains(name) || !standIns.known(name).isEmpty();
  }

  /** What stands for hosts of which names alone are known. */
  public StandIns standIns() {
    return standIns;
  }

  private List<AddressRange> add(Container container) {
    List<AddressRange> all = new ArrayList<>();
    for (Server server : container.getServers()) {
      all.addAll(add(server));
    }
    for (ServerGroup group : container.getGroups()) {
      List<AddressRange> members = new ArrayList<>();
      group.getServers().forEach(server -> members.addAll(add(server)));
      put(group, members);
      all.addAll(members);
    }
    for (Zone zone : container.getZones()) {
      List<AddressRange> content = add(zone);
      put(zone, content);
      all.addAll(content);
    }
    return all;
  }

  private List<AddressRange> add(Server server) {
    List<AddressRange> ranges = new ArrayList<>();
    for (String text : server.getAddresses()) {
      try {
        ranges.add(AddressRange.of(Address.parse(text)));
      } catch (IllegalArgumentException e) {
        // Validation reports it; no rule speaks of such an address.
        continue;
      }
    }
    put(server, ranges);
    return ranges;
  }

  private void put(Endpoint element, List<AddressRange> ranges) {
    AddressSet set = AddressSet.of(ranges);
    boolean one = element instanceof Server;
    byId.put(element.getId(), set);
    boolean named = element.getName() != null && byName.putIfAbsent(element.getName(), set) == null;
    if (!one) {
      several.add(element.getId());
    }
    if (!one && named) {
      several.add(element.getName());
    }
  }

  private static List<AddressRange> ranges(List<Address> addresses) {
    return addresses.stream().map(AddressRange::of).toList();
  }
}
