package org.firebreak.core.validation.rules.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.validation.facts.Words;

/** An address of a server that is worth a word. */
record AddressHit(PolicyServer server, Address address) {
  private static final int NAMED = 3;

  /** The servers, each once, in the order of the hits. */
  static List<ElementRef> servers(List<AddressHit> hits) {
    return hits.stream().map(hit -> hit.server.ref()).distinct().toList();
  }

  /** Each server with its first hit: {@code web1 (10.0.0.255), web2 (10.0.1.255) and 4 more}. */
  static String list(List<AddressHit> hits) {
    List<ElementRef> named = new ArrayList<>();
    Set<Integer> servers = new HashSet<>();
    for (AddressHit hit : hits) {
      ElementRef server = hit.server.ref();
      if (!servers.add(hit.server.index())) {
        continue;
      }
      named.add(
          new ElementRef(server.id(), server.type(), server.name() + " (" + hit.address + ")"));
    }
    return Words.list(named, NAMED);
  }
}
