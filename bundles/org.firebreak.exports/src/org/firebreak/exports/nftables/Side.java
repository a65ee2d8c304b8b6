package org.firebreak.exports.nftables;

import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.Rule;

/** One of the two ends of a rule. */
enum Side {
  SOURCE("saddr", "from"),
  DESTINATION("daddr", "to");

  /** Field of the IP header in nftables. */
  final String field;

  /** Word for names of chains. */
  final String word;

  Side(String field, String word) {
    this.field = field;
    this.word = word;
  }

  AddressGroup of(Rule rule) {
    return this == SOURCE ? rule.source() : rule.destination();
  }
}
