package org.firebreak.core.packets;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;

/**
 * An immutable set of numbers from 0 as sorted intervals that neither overlap nor touch. All
 * operations are linear in the number of intervals, which is one for most ends of flows.
 */
public final class Intervals {
  public static final Intervals EMPTY = new Intervals(new int[0]);

  /** First, end, first, end …; an end is not part of its interval. */
  private final int[] bounds;

  private final int hash;

  private Intervals(int[] bounds) {
    this.bounds = bounds;
    this.hash = Arrays.hashCode(bounds);
  }

  /** The numbers from one to before the other. */
  public static Intervals of(int from, int to) {
    return from < to ? new Intervals(new int[] {from, to}) : EMPTY;
  }

  public static Intervals of(BitSet members) {
    Builder builder = new Builder(8);
    for (int from = members.nextSetBit(0); from >= 0; ) {
      int to = members.nextClearBit(from);
      builder.add(from, to);
      from = members.nextSetBit(to);
    }
    return builder.build();
  }

  public static Intervals union(Collection<Intervals> sets) {
    int count = 0;
    for (Intervals set : sets) {
      count += set.count();
    }
    // An interval as one number, so that the sort needs no objects.
    long[] all = new long[count];
    int next = 0;
    for (Intervals set : sets) {
      for (int i = 0; i < set.bounds.length; i += 2) {
        all[next++] = (long) set.bounds[i] << 32 | set.bounds[i + 1];
      }
    }
    Arrays.sort(all);
    Builder builder = new Builder(2 * count);
    for (long interval : all) {
      builder.add((int) (interval >>> 32), (int) interval);
    }
    return builder.build();
  }

  public boolean isEmpty() {
    return bounds.length == 0;
  }

  /** Number of intervals. */
  public int count() {
    return bounds.length / 2;
  }

  public int from(int interval) {
    return bounds[2 * interval];
  }

  /** The number after the last of an interval. */
  public int to(int interval) {
    return bounds[2 * interval + 1];
  }

  /** The least member from a number on; -1 if there is none. */
  public int next(int number) {
    int low = 0;
    int high = count();
    while (low < high) {
      int middle = low + high >>> 1;
      if (to(middle) <= number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == count() ? -1 : Math.max(number, from(low));
  }

  /** Number of members. */
  public long size() {
    long size = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      size += bounds[i + 1] - bounds[i];
    }
    return size;
  }

  public boolean intersects(Intervals other) {
    int i = 0;
    int j = 0;
    while (i < bounds.length && j < other.bounds.length) {
      if (bounds[i + 1] <= other.bounds[j]) {
        i += 2;
      } else if (other.bounds[j + 1] <= bounds[i]) {
        j += 2;
      } else {
        return true;
      }
    }
    return false;
  }

  public boolean containsAll(Intervals other) {
    int i = 0;
    for (int j = 0; j < other.bounds.length; j += 2) {
      while (i < bounds.length && bounds[i + 1] <= other.bounds[j]) {
        i += 2;
      }
      if (i == bounds.length
          || bounds[i] > other.bounds[j]
          || bounds[i + 1] < other.bounds[j + 1]) {
        return false;
      }
    }
    return true;
  }

  public Intervals intersect(Intervals other) {
    if (containsAll(other)) {
      return other;
    }
    Builder builder = new Builder(Math.max(bounds.length, other.bounds.length));
    int i = 0;
    int j = 0;
    while (i < bounds.length && j < other.bounds.length) {
      builder.add(
          Math.max(bounds[i], other.bounds[j]), Math.min(bounds[i + 1], other.bounds[j + 1]));
      if (bounds[i + 1] < other.bounds[j + 1]) {
        i += 2;
      } else {
        j += 2;
      }
    }
    return builder.build();
  }

  /** Number of members that both have. */
  public long common(Intervals other) {
    long common = 0;
    int i = 0;
    int j = 0;
    while (i < bounds.length && j < other.bounds.length) {
      common +=
          Math.max(
              0,
              Math.min(bounds[i + 1], other.bounds[j + 1]) - Math.max(bounds[i], other.bounds[j]));
      if (bounds[i + 1] < other.bounds[j + 1]) {
        i += 2;
      } else {
        j += 2;
      }
    }
    return common;
  }

  /** The members of this set that the other has not. */
  public Intervals minus(Intervals other) {
    Builder builder = new Builder(bounds.length + other.bounds.length);
    int j = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      int from = bounds[i];
      while (j < other.bounds.length && other.bounds[j + 1] <= from) {
        j += 2;
      }
      for (int k = j; k < other.bounds.length && other.bounds[k] < bounds[i + 1]; k += 2) {
        builder.add(from, other.bounds[k]);
        from = other.bounds[k + 1];
      }
      builder.add(from, bounds[i + 1]);
    }
    return builder.build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Intervals set
        && (set == this || hash == set.hash && Arrays.equals(bounds, set.bounds));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return Arrays.toString(bounds);
  }

  /** Takes intervals in the order of their first numbers; empty ones do nothing. */
  private static final class Builder {
    private int[] bounds;
    private int length;

    Builder(int capacity) {
      bounds = new int[Math.max(2, capacity)];
    }

    void add(int from, int to) {
      if (from >= to) {
        return;
      }
      if (length > 0 && bounds[length - 1] >= from) {
        bounds[length - 1] = Math.max(bounds[length - 1], to);
        return;
      }
      if (length + 2 > bounds.length) {
        bounds = Arrays.copyOf(bounds, 2 * bounds.length + 2);
      }
      bounds[length++] = from;
      bounds[length++] = to;
    }

    Intervals build() {
      return length == 0 ? EMPTY : new Intervals(Arrays.copyOf(bounds, length));
    }
  }
}
