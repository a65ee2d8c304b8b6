package org.firebreak.exports.aci;

import java.util.List;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RuleSet;

/**
 * Addresses of which every rule speaks alike, so that rules can name them as a whole.
 *
 * @param index position among the atoms of a VRF
 * @param name name of its group in the fabric
 * @param title what people call it
 * @param sets rule sets of its hosts; several if hosts share addresses, none if this export
 *     enforces nothing there
 * @param members addresses of servers; empty for networks
 * @param unaddressed hosts without address that belong here
 * @param prefixes CIDRs of networks; addresses of servers in them are not meant
 * @param element id of the model element after which it is called; {@code null} for none
 */
record Atom(
    int index,
    String name,
    String title,
    List<RuleSet> sets,
    List<Member> members,
    List<PolicyServer> unaddressed,
    List<String> prefixes,
    String element) {
  /**
   * An address of servers.
   *
   * @param owners the servers that have it, at least one
   */
  record Member(List<PolicyServer> owners, Address address) {
    PolicyServer server() {
      return owners.get(0);
    }
  }

  /** Whether these are hosts whose rules are exported. */
  boolean isEnforced() {
    return !sets.isEmpty();
  }

  boolean isNetwork() {
    return !prefixes.isEmpty();
  }
}
