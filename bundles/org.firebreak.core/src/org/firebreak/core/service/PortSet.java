package org.firebreak.core.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A set of destination ports as sorted ranges that neither overlap nor touch. */
public record PortSet(List<PortRange> ranges) {
  public static final PortSet NONE = new PortSet(List.of());
  public static final PortSet ALL = new PortSet(List.of(PortRange.ALL));

  public PortSet {
    ranges = normalise(ranges);
  }

  public static PortSet of(Collection<PortRange> ranges) {
    return new PortSet(List.copyOf(ranges));
  }

  /**
   * Parses what the model writes: {@code 443}, {@code 8000-8010}, {@code 80,443}; blank is every
   * port.
   *
   * @throws IllegalArgumentException if the text is something else; the message names the part
   */
  public static PortSet parse(String text) {
    if (text == null || text.isBlank()) {
      return ALL;
    }
    List<PortRange> ranges = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      ranges.add(range(part.strip()));
    }
    return new PortSet(ranges);
  }

  private static PortRange range(String part) {
    int dash = part.indexOf('-');
    return dash < 0
        ? PortRange.of(port(part, part))
        : PortRange.of(
            port(part.substring(0, dash).strip(), part),
            port(part.substring(dash + 1).strip(), part));
  }

  private static int port(String digits, String part) {
    if (!digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) > 65535) {
      throw new IllegalArgumentException(
          "not a port or a range a-b of ports from 0 to 65535: '" + part + "'");
    }
    return Integer.parseInt(digits);
  }

  private static List<PortRange> normalise(List<PortRange> ranges) {
    List<PortRange> sorted = ranges.stream().sorted().toList();
    List<PortRange> merged = new ArrayList<>(sorted.size());
    for (PortRange range : sorted) {
      PortRange last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && range.first() <= last.last() + 1) {
        merged.set(
            merged.size() - 1, new PortRange(last.first(), Math.max(last.last(), range.last())));
      } else {
        merged.add(range);
      }
    }
    return List.copyOf(merged);
  }

  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  public boolean isAll() {
    return size() == 65536;
  }

  /** Number of ports. */
  public int size() {
    return ranges.stream().mapToInt(PortRange::size).sum();
  }

  public boolean contains(int port) {
    return ranges.stream().anyMatch(range -> range.contains(port));
  }

  public boolean containsAll(PortSet other) {
    return other.ranges.stream()
        .allMatch(
            inner ->
                ranges.stream()
                    .anyMatch(
                        outer -> outer.first() <= inner.first() && inner.last() <= outer.last()));
  }

  public boolean intersects(PortSet other) {
    return ranges.stream()
        .anyMatch(
            mine ->
                other.ranges.stream()
                    .anyMatch(
                        theirs -> mine.first() <= theirs.last() && theirs.first() <= mine.last()));
  }

  public PortSet union(PortSet other) {
    List<PortRange> all = new ArrayList<>(ranges);
    all.addAll(other.ranges);
    return new PortSet(all);
  }

  /** {@code 80,443,8000-8010}. */
  @Override
  public String toString() {
    return ranges.stream().map(PortRange::toString).collect(Collectors.joining(","));
  }
}
