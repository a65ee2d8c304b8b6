package org.firebreak.imports.policy;

import java.util.List;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.rulebase.chains.Box;

/** Sets that are all there is in an address family. */
final class Families {
  /** Addresses of no single host: multicast and broadcast. */
  static final AddressSet TO_MANY =
      AddressSet.parse(List.of("224.0.0.0/4", "255.255.255.255/32", "ff00::/8"));

  private Families() {}

  /** Whether a set has every address that a host may have, in each family that it speaks of. */
  static boolean isEveryHost(AddressSet set) {
    AddressSet all = set.union(TO_MANY);
    boolean v4 = all.v4().equals(AddressSet.of(AddressRange.ALL_V4));
    boolean v6 = all.v6().equals(AddressSet.of(AddressRange.ALL_V6));
    boolean some4 = !set.v4().isEmpty();
    boolean some6 = !set.v6().isEmpty();
    return (v4 || v6) && v4 == some4 && v6 == some6;
  }

  /** Whether a box has every connection of a family. */
  static boolean isEverything(Box box) {
    return box.services().equals(ServiceLine.ANY)
        && isEveryHost(box.source())
        && isEveryHost(box.destination());
  }
}
