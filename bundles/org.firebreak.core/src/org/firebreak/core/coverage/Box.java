package org.firebreak.core.coverage;

import org.firebreak.core.packets.Intervals;

/** All connections from one of the sources to one of the destinations by one of the services. */
record Box(Intervals source, Intervals destination, Intervals service) {
  boolean isEmpty() {
    return source.isEmpty() || destination.isEmpty() || service.isEmpty();
  }

  /** Number of connections, as a measure to compare: ports of portless protocols count too. */
  double volume() {
    return (double) source.size() * destination.size() * service.size();
  }

  /** Number of connections that both hold. */
  double common(Box other) {
    return (double) source.common(other.source)
        * destination.common(other.destination)
        * service.common(other.service);
  }

  boolean intersects(Box other) {
    return source.intersects(other.source)
        && destination.intersects(other.destination)
        && service.intersects(other.service);
  }

  boolean containsAll(Box other) {
    return source.containsAll(other.source)
        && destination.containsAll(other.destination)
        && service.containsAll(other.service);
  }

  Box intersect(Box other) {
    return new Box(
        source.intersect(other.source),
        destination.intersect(other.destination),
        service.intersect(other.service));
  }
}
