package org.firebreak.core.validation.rules.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.Address;
import org.firebreak.core.validation.DesignElements;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.model.Server;

/**
 * Another address for a server in place of one that it has.
 *
 * @param to the address; {@code null} to have it no longer
 */
record AddressEdit(String server, Address from, Address to) {
  /** A fix that makes all of the edits; it is not safe, as the addresses decide what matches. */
  static Fix fix(String label, List<AddressEdit> edits) {
    List<AddressEdit> all = List.copyOf(edits);
    return new Fix(label, false, design -> apply(design, all));
  }

  private static void apply(DesignElements design, List<AddressEdit> edits) {
    Map<Server, List<String>> changed = new LinkedHashMap<>();
    for (AddressEdit edit : edits) {
      Server server = design.get(Server.class, edit.server);
      changed.put(server, edit.replace(changed.getOrDefault(server, server.getAddresses())));
    }
    changed.forEach(Server::setAddresses);
  }

  private List<String> replace(List<String> texts) {
    Map<Address, String> kept = new HashMap<>();
    List<String> result = new ArrayList<>();
    boolean found = false;
    for (String text : texts) {
      Address address = parse(text);
      if (from.equals(address)) {
        found = true;
        address = to;
        text = String.valueOf(to);
        if (to == null) {
          continue;
        }
      }
      if (address == null || kept.putIfAbsent(address, text) == null) {
        result.add(text);
      }
    }
    if (!found) {
      throw new OutdatedFixException("the address " + from + " is no longer there");
    }
    return List.copyOf(result);
  }

  /** {@code null} for a text that is no address, which stays as it is. */
  private static Address parse(String text) {
    try {
      return Address.parse(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
