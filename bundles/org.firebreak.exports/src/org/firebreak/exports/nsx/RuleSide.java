package org.firebreak.exports.nsx;

import java.util.List;

/**
 * One end of a rule.
 *
 * @param groups paths of groups; empty for any
 * @param family the only family that the rule matches; {@link Family#BOTH} if it matches both
 */
record RuleSide(List<String> groups, Family family) {
  /** Families of addresses as rules name them. */
  enum Family {
    IPV4,
    IPV6,
    BOTH;

    /** {@code IPV4_IPV6} and so on. */
    String text() {
      return this == BOTH ? "IPV4_IPV6" : name();
    }

    /** What both match; {@code null} for nothing. */
    Family and(Family other) {
      return this == BOTH ? other : other == BOTH || other == this ? this : null;
    }
  }

  static final RuleSide ANY = any(Family.BOTH);

  static RuleSide any(Family family) {
    return new RuleSide(List.of(), family);
  }

  static RuleSide of(List<String> groups) {
    return new RuleSide(List.copyOf(groups), Family.BOTH);
  }
}
