package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.List;
import org.firebreak.core.policy.Rule;

/** Zones and addresses between which a rule stands. */
interface RuleEnds {
  String fromZone(Rule rule);

  String toZone(Rule rule);

  String source(Rule rule);

  String destination(Rule rule);

  /** Defines the zones. */
  void writeZones(Entries entries) throws IOException;

  /** Says by tags which zone is which of the design. */
  void writeZoneTags(Entries entries) throws IOException;

  /** Defines the addresses that the rules use. */
  void writeAddresses(Entries entries, List<Rule> rules) throws IOException;
}
