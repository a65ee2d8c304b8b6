package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.Rule;

/** Ends of the rules of a central firewall: zones of the design, static groups. */
record CentralEnds(ZoneMap zones, AddressObjects addresses, String tag) implements RuleEnds {
  @Override
  public String fromZone(Rule rule) {
    return zones.of(rule.source());
  }

  @Override
  public String toZone(Rule rule) {
    return zones.of(rule.destination());
  }

  @Override
  public String source(Rule rule) {
    return addresses.reference(rule.source());
  }

  @Override
  public String destination(Rule rule) {
    return addresses.reference(rule.destination());
  }

  @Override
  public void writeZones(Entries entries) throws IOException {
    zones.write(entries);
  }

  @Override
  public void writeZoneTags(Entries entries) throws IOException {
    zones.writeTags(entries, tag);
  }

  @Override
  public void writeAddresses(Entries entries, List<Rule> rules) throws IOException {
    List<AddressGroup> used = new ArrayList<>();
    for (Rule rule : rules) {
      used.add(rule.source());
      used.add(rule.destination());
    }
    addresses.write(entries, used, tag);
  }
}
