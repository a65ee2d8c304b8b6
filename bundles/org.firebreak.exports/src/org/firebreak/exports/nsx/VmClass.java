package org.firebreak.exports.nsx;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RuleSet;

/**
 * VMs that get the same rules and that the same rules name, because they are in the same group.
 *
 * @param element their server group, or the server if it is alone
 * @param addresses all their addresses
 * @param tag value of the tag that makes a VM one of them; also the name of their group
 */
record VmClass(
    ElementRef element, RuleSet set, List<PolicyServer> servers, AddressSet addresses, String tag) {
  static VmClass of(ElementRef element, RuleSet set, List<PolicyServer> servers, String tag) {
    List<AddressRange> ranges = new ArrayList<>();
    for (PolicyServer server : servers) {
      server.addresses().forEach(address -> ranges.add(AddressRange.of(address)));
    }
    return new VmClass(element, set, List.copyOf(servers), AddressSet.of(ranges), tag);
  }
}
