package org.firebreak.imports.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.Address;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.input.Place;
import org.firebreak.imports.spi.Given;
import org.firebreak.imports.spi.GroupPattern;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.imports.spi.ServerFact;

/**
 * The servers of an inventory, each once, with the group that file, naming convention or likelihood
 * give it. Several rows that state the same server, such as one for each of its addresses, become
 * one fact; rows that contradict each other are rejected.
 */
public final class ServerPlan {
  /** A name within a tenant, without regard to case. */
  record Key(String tenant, String name) {
    static Key of(String tenant, String name) {
      return new Key(tenant == null ? "" : NameIndex.fold(tenant), NameIndex.fold(name));
    }

    static Key of(ServerFact fact) {
      return of(fact.tenant().value(), fact.name());
    }
  }

  private final Map<Key, ServerFact> servers;
  private final Map<Key, Set<String>> zonesOfGroups = new LinkedHashMap<>();
  private final boolean tenantsStated;

  private ServerPlan(Map<Key, ServerFact> servers) {
    this.servers = servers;
    boolean tenants = false;
    for (ServerFact fact : servers.values()) {
      tenants |= fact.tenant().isPresent();
      if (fact.group().isPresent() && fact.zone().isPresent()) {
        zonesOfGroups
            .computeIfAbsent(
                Key.of(fact.tenant().value(), fact.group().value()), key -> new HashSet<>())
            .add(NameIndex.fold(fact.zone().value()));
      }
    }
    tenantsStated = tenants;
  }

  /**
   * Brings the rows of an inventory together.
   *
   * @param pattern naming convention; null for none
   * @throws IllegalStateException if the pattern takes too long; the message names the server
   */
  public static ServerPlan of(List<ServerFact> facts, GroupPattern pattern, MergeLog log) {
    Map<Key, ServerFact> servers = new LinkedHashMap<>();
    int joined = 0;
    int unfit = 0;
    for (ServerFact stated : facts) {
      ServerFact fact = withGroup(stated, pattern);
      unfit += pattern != null && fact.group().equals(Given.nothing()) ? 1 : 0;
      ServerFact earlier = servers.putIfAbsent(Key.of(fact), fact);
      if (earlier == null) {
        continue;
      }
      if (agree(earlier, fact)) {
        servers.put(Key.of(fact), join(earlier, fact));
        joined++;
      } else {
        log.reject(
            fact.place(),
            "the server "
                + CleanText.quote(fact.name())
                + " is stated again, differently from "
                + earlier.place()
                + "; keep one of them, or give their tenants");
      }
    }
    if (!facts.isEmpty()) {
      Place file = Place.of(facts.get(0).place().file());
      if (joined > 0) {
        log.note(
            Severity.INFO, file, joined + " rows state servers again; their addresses are joined");
      }
      if (unfit > 0) {
        log.note(Severity.INFO, file, "the group pattern fits " + unfit + " server names not");
      }
    }
    return new ServerPlan(servers);
  }

  private static ServerFact withGroup(ServerFact fact, GroupPattern pattern) {
    String group = null;
    if (!fact.group().isSpoken()) {
      group = pattern == null ? null : pattern.groupOf(fact.name());
      group = group == null ? fact.likelyGroup() : group;
    }
    return group == null
        ? fact
        : new ServerFact(
            fact.place(),
            fact.name(),
            fact.tenant(),
            fact.zone(),
            Given.of(group),
            null,
            fact.addresses(),
            fact.labels(),
            fact.values());
  }

  private static boolean agree(ServerFact a, ServerFact b) {
    return agree(a.zone(), b.zone())
        && agree(a.group(), b.group())
        && agree(a.labels(), b.labels())
        && a.values().agreesWith(b.values());
  }

  /** One of several values would win by the order of the rows, and may open what another denies. */
  private static boolean agree(Map<String, String> a, Map<String, String> b) {
    return a.entrySet().stream()
        .allMatch(
            label -> label.getValue().equals(b.getOrDefault(label.getKey(), label.getValue())));
  }

  private static boolean agree(Given<String> a, Given<String> b) {
    return !a.isSpoken() || !b.isSpoken() || a.equals(b);
  }

  private static ServerFact join(ServerFact a, ServerFact b) {
    Set<Address> addresses = new LinkedHashSet<>();
    for (Given<List<Address>> given : List.of(a.addresses(), b.addresses())) {
      if (given.isPresent()) {
        addresses.addAll(given.value());
      }
    }
    Map<String, String> labels = new LinkedHashMap<>(b.labels());
    labels.putAll(a.labels());
    return new ServerFact(
        a.place(),
        a.name(),
        a.tenant(),
        a.zone().isSpoken() ? a.zone() : b.zone(),
        a.group().isSpoken() ? a.group() : b.group(),
        null,
        addresses.isEmpty()
            ? a.addresses().isSpoken() ? a.addresses() : b.addresses()
            : Given.of(new ArrayList<>(addresses)),
        labels,
        a.values().joined(b.values()));
  }

  Iterable<ServerFact> servers() {
    return servers.values();
  }

  /** The servers in the order of tenants and names, whatever that of the file. */
  public List<ServerFact> byName() {
    return servers.entrySet().stream()
        .sorted(
            Map.Entry.comparingByKey(Comparator.comparing(Key::tenant).thenComparing(Key::name)))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Whether the file states this server. */
  boolean states(String tenant, String name) {
    return servers.containsKey(Key.of(tenant, name));
  }

  /** Whether the file gives any server a tenant. */
  boolean tenantsStated() {
    return tenantsStated;
  }

  /** Whether the file knows a group in one zone only, so that the group as a whole lies there. */
  boolean isInOneZone(String tenant, String group) {
    return zonesOfGroups.getOrDefault(Key.of(tenant, group), Set.of()).size() == 1;
  }
}
