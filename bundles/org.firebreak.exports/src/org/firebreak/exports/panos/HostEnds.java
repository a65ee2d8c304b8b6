package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;

/**
 * Ends of the rules of hosts: the two sides of a virtual wire tell the direction, and the own side
 * is a group of the hosts of the class, so that several classes can stand behind one firewall.
 */
record HostEnds(
    RuleSet set,
    DynamicGroups groups,
    AddressObjects addresses,
    String hostZone,
    String networkZone,
    String tag)
    implements RuleEnds {
  private static boolean isInbound(Rule rule) {
    return rule.direction() == Rule.Direction.INBOUND;
  }

  @Override
  public String fromZone(Rule rule) {
    return isInbound(rule) ? networkZone : hostZone;
  }

  @Override
  public String toZone(Rule rule) {
    return isInbound(rule) ? hostZone : networkZone;
  }

  @Override
  public String source(Rule rule) {
    return isInbound(rule)
        ? addresses.reference(rule.source())
        : DynamicGroups.ownName(set, rule.source());
  }

  @Override
  public String destination(Rule rule) {
    return isInbound(rule)
        ? DynamicGroups.ownName(set, rule.destination())
        : addresses.reference(rule.destination());
  }

  @Override
  public void writeZones(Entries entries) throws IOException {
    for (String zone : List.of(hostZone, networkZone)) {
      entries.entry(
          Section.ZONE, zone, List.of(Node.branch("network", Node.branch("virtual-wire"))));
    }
  }

  /** The tag of the rule set names the zones. */
  @Override
  public void writeZoneTags(Entries entries) {}

  @Override
  public void writeAddresses(Entries entries, List<Rule> rules) throws IOException {
    List<AddressGroup> peers = new ArrayList<>();
    for (Rule rule : rules) {
      peers.add(isInbound(rule) ? rule.source() : rule.destination());
    }
    addresses.write(entries, peers, tag);
    groups.writeOwn(entries, set, tag);
  }
}
