package org.firebreak.core.packets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;

/**
 * The addresses of a scope, divided by which of some sets hold them: addresses of one class are in
 * the same sets, so rules cannot tell them apart. Found by one sweep over the borders of all
 * ranges.
 */
final class AddressClasses {
  private static final int SET_BITS = 30;
  private static final long SETS = (1L << SET_BITS) - 1;

  /** The sets that hold a class, sorted; its hash is kept up to date by the sweep. */
  private record Signature(long hash, int[] sets) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Signature that && hash == that.hash && Arrays.equals(sets, that.sets);
    }

    @Override
    public int hashCode() {
      return Long.hashCode(hash);
    }
  }

  private final Map<Signature, Integer> known = new HashMap<>();
  private final List<Signature> signatures = new ArrayList<>();
  private final List<Address> examples = new ArrayList<>();
  private final List<Boolean> exampleIsSingle = new ArrayList<>();
  private final int[][] members;

  /** Divides the addresses of a scope that are of one family. */
  AddressClasses(List<AddressSet> sets, AddressSet scope, boolean v6) {
    List<AddressSet> all = new ArrayList<>(sets);
    all.add(scope);
    if (v6) {
      sweepV6(all);
    } else {
      sweepV4(all);
    }
    IntList[] classes = new IntList[sets.size()];
    Arrays.setAll(classes, set -> new IntList());
    for (int i = 0; i < signatures.size(); i++) {
      for (int set : setsOf(i)) {
        classes[set].add(i);
      }
    }
    members = Arrays.stream(classes).map(IntList::toArray).toArray(int[][]::new);
  }

  int count() {
    return signatures.size();
  }

  /** An address of the class, that of a single host if there is one. */
  Address example(int index) {
    return examples.get(index);
  }

  /** The sets that hold a class. */
  int[] setsOf(int index) {
    return signatures.get(index).sets();
  }

  /** The classes that a set holds. */
  int[] classesOf(int set) {
    return members[set];
  }

  private void sweepV4(List<AddressSet> sets) {
    int count = 0;
    for (AddressSet set : sets) {
      count += 2 * set.ranges().size();
    }
    long[] events = new long[count];
    int next = 0;
    for (int set = 0; set < sets.size(); set++) {
      for (AddressRange range : sets.get(set).ranges()) {
        if (!range.v6()) {
          events[next++] = range.first().low() << SET_BITS | set;
          events[next++] = range.last().low() + 1 << SET_BITS | set;
        }
      }
    }
    sweep(Arrays.copyOf(events, next), sets.size() - 1, at -> Address.v4((int) at));
  }

  /** Borders become their positions among all borders, so that the sweep is over numbers too. */
  private void sweepV6(List<AddressSet> sets) {
    TreeSet<Address> borders = new TreeSet<>();
    for (AddressSet set : sets) {
      for (AddressRange range : set.ranges()) {
        if (range.v6()) {
          borders.add(range.first());
          Address after = after(range.last());
          if (after != null) {
            borders.add(after);
          }
        }
      }
    }
    Address[] sorted = borders.toArray(Address[]::new);
    long[] events = new long[0];
    int next = 0;
    for (int set = 0; set < sets.size(); set++) {
      for (AddressRange range : sets.get(set).ranges()) {
        if (range.v6()) {
          if (next + 2 > events.length) {
            events = Arrays.copyOf(events, 2 * events.length + 16);
          }
          Address after = after(range.last());
          long end = after == null ? sorted.length : Arrays.binarySearch(sorted, after);
          events[next++] = (long) Arrays.binarySearch(sorted, range.first()) << SET_BITS | set;
          events[next++] = end << SET_BITS | set;
        }
      }
    }
    sweep(
        Arrays.copyOf(events, next),
        sets.size() - 1,
        at -> at < sorted.length ? sorted[(int) at] : null);
  }

  /**
   * @param events position and set of each border; a set is entered and left by turns
   */
  private void sweep(long[] events, int scope, LongFunction<Address> address) {
    Arrays.sort(events);
    int[] active = new int[16];
    int size = 0;
    long hash = 0;
    for (int i = 0; i < events.length; ) {
      long at = events[i] >>> SET_BITS;
      for (; i < events.length && events[i] >>> SET_BITS == at; i++) {
        int set = (int) (events[i] & SETS);
        hash ^= mixed(set);
        int place = Arrays.binarySearch(active, 0, size, set);
        if (place >= 0) {
          System.arraycopy(active, place + 1, active, place, --size - place);
        } else {
          if (size == active.length) {
            active = Arrays.copyOf(active, 2 * size);
          }
          System.arraycopy(active, -place - 1, active, -place, size++ + place + 1);
          active[-place - 1] = set;
        }
      }
      // the scope has the greatest number
      if (size > 0 && active[size - 1] == scope) {
        Signature signature = new Signature(hash, Arrays.copyOf(active, size - 1));
        Address first = address.apply(at);
        long end = events[i] >>> SET_BITS;
        // the border after the last address of a family is taken for its first one, or for none
        boolean single = Objects.equals(after(first), address.apply(end));
        add(signature, first, single);
      }
    }
  }

  private void add(Signature signature, Address first, boolean single) {
    Integer index = known.putIfAbsent(signature, signatures.size());
    // the first address of a range is often that of a network, which no host has
    Address example = single ? first : after(first);
    if (index == null) {
      signatures.add(signature);
      examples.add(example);
      exampleIsSingle.add(single);
    } else if (single && !exampleIsSingle.get(index)) {
      examples.set(index, example);
      exampleIsSingle.set(index, true);
    }
  }

  /** The next address; {@code null} after the last one of IPv6. */
  private static Address after(Address address) {
    if (!address.v6()) {
      return Address.v4((int) address.low() + 1);
    }
    if (address.low() != -1) {
      return Address.v6(address.high(), address.low() + 1);
    }
    return address.high() == -1 ? null : Address.v6(address.high() + 1, 0);
  }

  /** A number that tells much of the set's one, for hashes by exclusive or (Stafford's mixer). */
  private static long mixed(int set) {
    long mix = (set + 1) * 0x9E37_79B9_7F4A_7C15L;
    mix = (mix ^ mix >>> 30) * 0xBF58_476D_1CE4_E5B9L;
    mix = (mix ^ mix >>> 27) * 0x94D0_49BB_1331_11EBL;
    return mix ^ mix >>> 31;
  }
}
