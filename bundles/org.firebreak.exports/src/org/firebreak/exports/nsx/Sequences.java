package org.firebreak.exports.nsx;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.ExportException;
import org.firebreak.exports.Slugs;

/**
 * Sequence numbers of policies. Each VM is in the scope of the policies of one rule set, so their
 * order does not matter beyond that; the numbers come from the names of the policies, so that a new
 * one does not renumber the others. Each rule set has ten numbers for its parts.
 */
final class Sequences {
  /** Most parts of a rule set. */
  static final int PARTS = 10;

  /** The first number, of the policy that isolates VMs during a change. */
  static final int ISOLATION = 0;

  private static final int SLOTS = 99_999;

  private final Map<String, Integer> first = new HashMap<>();

  /**
   * @param slugs name of the policy by id of the rule set
   */
  Sequences(Partition partition, Map<String, String> slugs) throws ExportException {
    if (partition.sets().size() >= SLOTS) {
      throw new ExportException(
          String.format(
              Locale.ROOT,
              "NSX takes at most %,d sequence numbers, and %s would have %,d host classes of up to"
                  + " %,d policies. Let flows name groups and zones instead of servers.",
              SLOTS * PARTS,
              partition.folder(),
              partition.sets().size(),
              PARTS));
    }
    Set<Integer> taken = new HashSet<>(Set.of(ISOLATION / PARTS));
    for (RuleSet set : partition.sets()) {
      int slot = Integer.parseUnsignedInt(Slugs.shortHash(slugs.get(set.id())), 16);
      slot = Integer.remainderUnsigned(slot, SLOTS);
      while (!taken.add(slot)) {
        slot = (slot + 1) % SLOTS;
      }
      first.put(set.id(), slot * PARTS);
    }
  }

  int first(RuleSet set) {
    return first.get(set.id());
  }
}
