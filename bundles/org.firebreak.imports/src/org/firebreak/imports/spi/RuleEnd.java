package org.firebreak.imports.spi;

import java.util.List;
import org.firebreak.core.address.AddressSet;

/** One end of what a rule base permits. */
public sealed interface RuleEnd {
  /** Addresses, as the rule has them. */
  record Addresses(AddressSet set) implements RuleEnd {}

  /**
   * The hosts at which the rule is in force, by model id or name.
   *
   * @param made whether a host that the design does not know is a machine of its own, whose rule
   *     base this is; else the name may be that of a group as well
   */
  record Hosts(List<String> names, boolean made) implements RuleEnd {
    /** Copies the names. */
    public Hosts {
      names = List.copyOf(names);
    }
  }
}
