package org.firebreak.core.service;

/**
 * Destination ports from first to last, both included.
 *
 * @param first 0 to 65535
 * @param last first to 65535
 */
public record PortRange(int first, int last) implements Comparable<PortRange> {
  /** Every port. */
  public static final PortRange ALL = new PortRange(0, 65535);

  public PortRange {
    if (first < 0 || last > 65535 || first > last) {
      throw new IllegalArgumentException(
          "not a port range: "
              + first
              + "-"
              + last
              + "; ports are 0 to 65535, the lower one first");
    }
  }

  public static PortRange of(int port) {
    return new PortRange(port, port);
  }

  public static PortRange of(int first, int last) {
    return new PortRange(first, last);
  }

  public boolean contains(int port) {
    return first <= port && port <= last;
  }

  /** Number of ports. */
  public int size() {
    return last - first + 1;
  }

  @Override
  public int compareTo(PortRange other) {
    return first != other.first
        ? Integer.compare(first, other.first)
        : Integer.compare(last, other.last);
  }

  /** {@code 443} or {@code 8000-8010}. */
  @Override
  public String toString() {
    return first == last ? Integer.toString(first) : first + "-" + last;
  }
}
