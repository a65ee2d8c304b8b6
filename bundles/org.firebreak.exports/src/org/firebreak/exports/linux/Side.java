package org.firebreak.exports.linux;

import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.Rule;

/** One of the two ends of a rule. */
public enum Side {
  SOURCE("saddr", "from"),
  DESTINATION("daddr", "to");

  /** Field of the IP header in nftables. */
  public final String field;

  /** Word for names of chains. */
  public final String word;

  Side(String field, String word) {
    this.field = field;
    this.word = word;
  }

  /** This end of a rule. */
  public AddressGroup of(Rule rule) {
    return this == SOURCE ? rule.source() : rule.destination();
  }
}
