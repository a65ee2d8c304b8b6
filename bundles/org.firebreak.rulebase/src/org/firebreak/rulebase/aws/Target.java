package org.firebreak.rulebase.aws;

import org.firebreak.core.address.AddressSet;

/** What a rule of a security group says of the other end. */
sealed interface Target {
  /** Addresses. */
  record Addresses(AddressSet addresses) implements Target {}

  /** Members of a group. */
  record Members(String group) implements Target {}

  /** Addresses of a prefix list. */
  record Prefixes(String list) implements Target {}
}
