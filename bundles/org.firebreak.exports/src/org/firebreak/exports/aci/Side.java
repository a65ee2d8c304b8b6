package org.firebreak.exports.aci;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the rules at one end decide, by the atom at the other end.
 *
 * @param base what they decide for every atom that they do not name
 * @param others what they decide for atoms that they name
 * @param named all atoms of {@link #others}
 */
record Side(Decision base, Map<Decision, BitSet> others, BitSet named) {
  /** What two sets of rules permit together. */
  Side and(Side other, Decisions decisions) {
    BitSet either = (BitSet) named.clone();
    either.or(other.named);
    Map<Decision, BitSet> joined = new LinkedHashMap<>();
    within(either)
        .forEach(
            (left, of) ->
                other
                    .within(either)
                    .forEach(
                        (right, and) -> {
                          BitSet both = (BitSet) of.clone();
                          both.and(and);
                          if (!both.isEmpty()) {
                            joined
                                .computeIfAbsent(decisions.and(left, right), key -> new BitSet())
                                .or(both);
                          }
                        }));
    return new Side(decisions.and(base, other.base), joined, either);
  }

  /** What is decided for some atoms, among which are all that are named. */
  Map<Decision, BitSet> within(BitSet atoms) {
    BitSet rest = (BitSet) atoms.clone();
    rest.andNot(named);
    Map<Decision, BitSet> all = new LinkedHashMap<>();
    others.forEach((decision, of) -> all.put(decision, (BitSet) of.clone()));
    if (!rest.isEmpty()) {
      all.computeIfAbsent(base, key -> new BitSet()).or(rest);
    }
    return all;
  }
}
