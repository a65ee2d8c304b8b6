package org.firebreak.rulebase.aci;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;

/** Endpoints or external addresses that contracts treat alike. */
final class Group {
  final Mo object;
  final int number;
  final boolean endpoints;

  /** Prefixes by which addresses are members; more specific ones elsewhere win. */
  final Set<AddressRange> prefixes = new LinkedHashSet<>();

  /** Addresses of hosts by their ids. */
  final Map<String, List<AddressRange>> hosts = new LinkedHashMap<>();

  /** What is left of the prefixes. */
  AddressSet addresses = AddressSet.EMPTY;

  Group(Mo object, int number) {
    this.object = object;
    this.number = number;
    this.endpoints = !object.type().equals("l3extInstP");
  }

  String name() {
    return object.name();
  }

  /** Whether members are kept apart. */
  boolean isIsolated() {
    return object.get("pcEnfPref").equals("enforced");
  }

  boolean isPreferred() {
    return object.get("prefGrMemb").equals("include");
  }

  void addHost(String id, AddressRange address) {
    List<AddressRange> addresses = hosts.computeIfAbsent(id, key -> new ArrayList<>());
    if (address != null) {
      addresses.add(address);
    }
  }
}
