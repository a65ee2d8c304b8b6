package org.firebreak.core.validation.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.PortRange;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.service.ServiceMatch;

/** What services have in common. */
public final class ServiceOverlap {
  private ServiceOverlap() {}

  /** Whether the protocol has ports. */
  public static boolean hasPorts(ServiceMatch match) {
    return !match.isAny() && IpProtocols.hasPorts(IpProtocols.number(match.protocol()));
  }

  /**
   * Whether it says which service is meant: neither any protocol, nor any port, nor a wide range.
   */
  public static boolean isSpecific(ServiceMatch match, int widest) {
    return !match.isAny()
        && (!hasPorts(match)
            || match.ports().ranges().stream().allMatch(range -> range.size() <= widest));
  }

  /** Whether some connection is covered by both. */
  public static boolean meet(ServiceMatch one, ServiceMatch other) {
    return one.isAny()
        || other.isAny()
        || one.protocol() == other.protocol()
            && one.ports().intersects(other.ports())
            && (one.icmpType() < 0 || other.icmpType() < 0 || one.icmpType() == other.icmpType());
  }

  /** What of the first the second covers too; empty if nothing. */
  public static Optional<ServiceMatch> common(ServiceMatch one, ServiceMatch other) {
    if (!meet(one, other)) {
      return Optional.empty();
    }
    if (one.coversAll(other)) {
      return Optional.of(other);
    }
    return Optional.of(
        other.coversAll(one)
            ? one
            : ServiceMatch.of(one.protocol(), common(one.ports(), other.ports())));
  }

  public static PortSet common(PortSet one, PortSet other) {
    List<PortRange> ranges = new ArrayList<>();
    for (PortRange mine : one.ranges()) {
      for (PortRange theirs : other.ranges()) {
        int first = Math.max(mine.first(), theirs.first());
        int last = Math.min(mine.last(), theirs.last());
        if (first <= last) {
          ranges.add(PortRange.of(first, last));
        }
      }
    }
    return PortSet.of(ranges);
  }
}
