package org.firebreak.exports.nsx;

import java.util.BitSet;
import org.firebreak.exports.ExportException;
import org.firebreak.exports.Limit;
import org.firebreak.exports.Slugs;

/**
 * Sequence numbers of policies. Each VM is in the scope of the policies of one rule set, so their
 * order does not matter beyond that; the numbers come from the names of the policies, so that a new
 * one does not renumber the others. Each rule set has ten numbers, or a multiple of ten, for its
 * parts.
 */
final class Sequences {
  /** Parts of a rule set that has few. */
  static final int PARTS = 10;

  /** The first number, of the policy that isolates VMs during a change. */
  static final int ISOLATION = 0;

  private static final int SLOTS = 99_999;
  private static final Limit NUMBERS =
      Limit.hard("sequence numbers of policies", (long) SLOTS * PARTS);

  private final String place;
  private final BitSet taken = new BitSet();
  private int used = 1;

  /**
   * @param place what the numbers are of, for messages
   */
  Sequences(String place) {
    this.place = place;
    taken.set(ISOLATION / PARTS);
  }

  /**
   * The first of consecutive numbers.
   *
   * @param slug name of the first policy
   * @param parts how many numbers
   * @throws ExportException if there are not so many left
   */
  int first(String slug, int parts) throws ExportException {
    int width = Math.max(1, (parts + PARTS - 1) / PARTS);
    int slot = Integer.parseUnsignedInt(Slugs.shortHash(slug), 16);
    slot = Integer.remainderUnsigned(slot, SLOTS);
    for (int tried = 0; !isFree(slot, width); tried++) {
      slot = (slot + 1) % SLOTS;
      if (tried == SLOTS) {
        NUMBERS.require(
            "NSX",
            place,
            Math.max(NUMBERS.most() + 1, (long) (used + width) * PARTS),
            "Let flows name groups and zones instead of servers, or export parts of the design.");
      }
    }
    taken.set(slot, slot + width);
    used += width;
    return slot * PARTS;
  }

  private boolean isFree(int slot, int width) {
    int next = taken.nextSetBit(slot);
    return slot + width <= SLOTS && (next < 0 || next >= slot + width);
  }
}
