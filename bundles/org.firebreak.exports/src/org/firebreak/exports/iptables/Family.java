package org.firebreak.exports.iptables;

import java.util.List;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.policy.AddressGroup;

/** An address family: each has its own program, its own chains and its own sets. */
enum Family {
  V4("v4", "inet", AddressRange.ALL_V4, "icmp-admin-prohibited"),
  V6("v6", "inet6", AddressRange.ALL_V6, "icmp6-adm-prohibited");

  /** Suffix of the file. */
  final String suffix;

  /** Name in ipset. */
  final String ipset;

  /** Answer to rejected connections. */
  final String rejection;

  private final AddressRange all;

  Family(String suffix, String ipset, AddressRange all, String rejection) {
    this.suffix = suffix;
    this.ipset = ipset;
    this.all = all;
    this.rejection = rejection;
  }

  boolean isOf(AddressRange range) {
    return range.v6() == all.v6();
  }

  /** Whether a group holds every address of the family. */
  boolean isAll(AddressGroup group) {
    List<AddressRange> ranges = group.addresses().ranges();
    return !ranges.isEmpty() && (ranges.get(0).equals(all) || ranges.getLast().equals(all));
  }

  /** Whether a group holds no address of the family. */
  boolean isNone(AddressGroup group) {
    List<AddressRange> ranges = group.addresses().ranges();
    return ranges.isEmpty() || !isOf(this == V4 ? ranges.get(0) : ranges.getLast());
  }
}
