package org.firebreak.rulebase.aci;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.Rule;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.Unread;

/** What the contracts of a tenant let in and out of its groups. */
final class TenantFilters {
  /** Taken from the priority of contracts among the members of one group. */
  private static final int BEFORE_ISOLATION = 100;

  private static final int ISOLATION = 2;
  private static final int NO_ISOLATION = 3;
  private static final int PREFERRED = 20;

  private static final Set<String> SCOPES =
      Set.of("", "application-profile", "context", "tenant", "global");

  /** What no contract decides. */
  private static final FilterRule LAST =
      new FilterRule(
          "implicit deny",
          "rule of the VRF",
          AddressSet.ANY,
          AddressSet.ANY,
          ServiceLine.ANY,
          Outcome.DENY_LOG);

  /** What a host without address has (RFC 4291, 2.5.2); nothing is enforced for it. */
  private static final AddressSet UNSPECIFIED = AddressSet.parse(List.of("0.0.0.0", "::"));

  private record Ordered(Permission permission, FilterRule rule) {}

  private final List<Group> groups;
  private final Contracts contracts;
  private final boolean preferredGroup;
  private final List<Unread> unread;
  private final Map<String, BitSet> providers = new TreeMap<>();
  private final Map<String, BitSet> consumers = new TreeMap<>();
  private final Map<String, BitSet> members = new TreeMap<>();
  private final Map<BitSet, AddressSet> unions = new HashMap<>();

  TenantFilters(Mo tenant, List<Unread> unread) {
    this.unread = unread;
    this.groups = new Groups(tenant, unread).all();
    this.contracts = new Contracts(tenant, unread);
    boolean preferred = false;
    for (Mo vrf : tenant.of("fvCtx")) {
      if (vrf.get("pcEnfPref").equals("unenforced")) {
        unread.add(
            new Unread(
                vrf.file() + ":fvCtx " + vrf.name(),
                vrf.attributes().toString(),
                "the VRF enforces no contracts"));
      }
      for (Mo any : vrf.of("vzAny")) {
        preferred |= any.get("prefGrMemb").equals("enabled");
        Foreign.of(any, Set.of()).forEach(each -> refuse(vrf, each, "holds for all groups"));
      }
    }
    this.preferredGroup = preferred;
    checkScopes(tenant);
    for (Group group : groups) {
      relate(group, "fvRsProv", providers);
      relate(group, "fvRsCons", consumers);
      relate(group, "fvRsIntraEpg", members);
      for (Mo each : Foreign.of(group.object, Foreign.GROUP)) {
        refuse(group.object, each, "limits or adds to what contracts permit");
      }
      if (!group.isIsolated() && !group.object.of("fvRsIntraEpg").isEmpty()) {
        refuse(
            group.object,
            group.object.of("fvRsIntraEpg").get(0),
            "may isolate members, which pcEnfPref does not say");
      }
    }
  }

  private void refuse(Mo of, Mo object, String reason) {
    unread.add(
        new Unread(
            of.file() + ":" + of.type() + " " + of.name() + "/" + object.type(),
            object.attributes().toString(),
            object.type() + " " + reason));
  }

  /** Contracts reach no further than their scope; here all groups are in one. */
  private void checkScopes(Mo tenant) {
    Set<String> vrfs = new TreeSet<>();
    for (Group group : groups) {
      for (String relation : List.of("fvRsScope", "fvRsCtx")) {
        group.object.of(relation).forEach(vrf -> vrfs.add(vrf.get("tnFvCtxName")));
      }
    }
    if (vrfs.size() > 1) {
      unread.add(
          new Unread(
              tenant.file() + ":fvTenant " + tenant.name(),
              vrfs.toString(),
              "groups are in several VRFs"));
    }
    for (Mo contract : tenant.of("vzBrCP")) {
      String place = contract.file() + ":" + contract.name();
      String scope = contract.get("scope");
      if (scope.equals("application-profile") && tenant.of("fvAp").size() > 1) {
        unread.add(new Unread(place, scope, "holds within one profile of several"));
      } else if (!SCOPES.contains(scope)) {
        unread.add(new Unread(place, scope, "the scope is not known"));
      }
    }
  }

  private void relate(Group group, String type, Map<String, BitSet> related) {
    for (Mo relation : group.object.of(type)) {
      String contract = relation.get("tnVzBrCPName");
      for (Mo label : Foreign.of(relation, Set.of())) {
        refuse(group.object, label, "limits the contract " + contract);
      }
      if (contracts.of(contract) == null) {
        unread.add(
            new Unread(group.object.file() + ":" + group.name(), contract, "no such contract"));
      } else {
        related.computeIfAbsent(contract, key -> new BitSet()).set(group.number);
      }
    }
  }

  private AddressSet union(BitSet numbers) {
    return unions.computeIfAbsent(
        numbers,
        key -> {
          List<AddressRange> ranges = new ArrayList<>();
          key.stream().forEach(number -> ranges.addAll(groups.get(number).addresses.ranges()));
          return AddressSet.of(ranges);
        });
  }

  /** One filter for hosts whose addresses are in the same groups. */
  List<PlacedFilter> filters() {
    Map<String, BitSet> addressed = new LinkedHashMap<>();
    Map<String, BitSet> unaddressed = new LinkedHashMap<>();
    for (Group group : groups) {
      group.hosts.forEach(
          (host, addresses) ->
              (addresses.isEmpty() ? unaddressed : addressed)
                  .computeIfAbsent(host, key -> new BitSet())
                  .set(group.number));
    }
    List<PlacedFilter> filters = new ArrayList<>();
    add(filters, addressed, group -> group.addresses);
    add(filters, unaddressed, group -> UNSPECIFIED);
    return filters;
  }

  private void add(
      List<PlacedFilter> filters,
      Map<String, BitSet> groupsOf,
      Function<Group, AddressSet> ownAddresses) {
    Map<BitSet, List<String>> hosts = new LinkedHashMap<>();
    groupsOf.forEach(
        (host, numbers) -> hosts.computeIfAbsent(numbers, key -> new ArrayList<>()).add(host));
    hosts.forEach(
        (numbers, ids) -> {
          for (boolean inbound : new boolean[] {true, false}) {
            List<Ordered> rules = new ArrayList<>();
            for (int number = numbers.nextSetBit(0);
                number >= 0;
                number = numbers.nextSetBit(number + 1)) {
              Group own = groups.get(number);
              new GroupRules(own, ownAddresses.apply(own), inbound, rules).add();
            }
            filters.add(placed(numbers, ids, inbound, rules));
          }
        });
  }

  private PlacedFilter placed(
      BitSet numbers, List<String> ids, boolean inbound, List<Ordered> rules) {
    rules.sort(Comparator.comparing(Ordered::permission, Permission.ORDER));
    Group first = groups.get(numbers.nextSetBit(0));
    return new PlacedFilter(
        first.name(),
        first.object.note("firebreak-rule-set"),
        ids,
        inbound ? Rule.Direction.INBOUND : Rule.Direction.OUTBOUND,
        new PacketFilter(rules.stream().map(Ordered::rule).toList(), LAST));
  }

  /** Contracts among members come before what else is said of members. */
  private static Permission amongMembers(Permission permission) {
    return new Permission(
        permission.name(),
        permission.place(),
        permission.services(),
        permission.priority() - BEFORE_ISOLATION,
        permission.width(),
        permission.outcome(),
        permission.reversed());
  }

  private static Permission everything(String name, int priority, Outcome outcome) {
    return new Permission(
        name,
        "rule of the fabric",
        ServiceLine.ANY,
        priority,
        FilterEntries.Width.EVERYTHING,
        outcome,
        false);
  }

  /** What is let in or out of one group. */
  private final class GroupRules {
    private final Group own;
    private final AddressSet ownAddresses;
    private final boolean inbound;
    private final List<Ordered> rules;

    GroupRules(Group own, AddressSet ownAddresses, boolean inbound, List<Ordered> rules) {
      this.own = own;
      this.ownAddresses = ownAddresses;
      this.inbound = inbound;
      this.rules = rules;
    }

    void add() {
      addRelated(consumers, providers, false);
      addRelated(providers, consumers, true);
      members.forEach(
          (contract, of) -> {
            if (of.get(own.number)) {
              for (Permission permission : contracts.of(contract)) {
                add(amongMembers(permission), own.addresses);
              }
            }
          });
      add(
          own.isIsolated()
              ? everything("isolation", ISOLATION, Outcome.DENY_LOG)
              : everything("members", NO_ISOLATION, Outcome.PERMIT),
          own.addresses.union(ownAddresses));
      if (preferredGroup && own.isPreferred()) {
        BitSet others = new BitSet();
        groups.forEach(group -> others.set(group.number, group.isPreferred()));
        others.clear(own.number);
        add(everything("preferred group", PREFERRED, Outcome.PERMIT), union(others));
      }
    }

    /**
     * Adds what contracts say of connections from one side to the other.
     *
     * @param reversed whether that is from providers to consumers
     */
    private void addRelated(Map<String, BitSet> from, Map<String, BitSet> to, boolean reversed) {
      (inbound ? to : from)
          .forEach(
              (contract, of) -> {
                BitSet others = (inbound ? from : to).get(contract);
                if (!of.get(own.number) || others == null) {
                  return;
                }
                BitSet peers = (BitSet) others.clone();
                peers.clear(own.number);
                for (Permission permission : contracts.of(contract)) {
                  if (permission.reversed() == reversed) {
                    add(permission, union(peers));
                  }
                }
              });
    }

    private void add(Permission permission, AddressSet peers) {
      if (!peers.isEmpty()) {
        rules.add(
            new Ordered(
                permission,
                new FilterRule(
                    permission.name(),
                    permission.place(),
                    inbound ? peers : ownAddresses,
                    inbound ? ownAddresses : peers,
                    permission.services(),
                    permission.outcome())));
      }
    }
  }
}
