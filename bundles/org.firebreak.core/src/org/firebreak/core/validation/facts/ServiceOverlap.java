package org.firebreak.core.validation.facts;

import java.util.ArrayList;
import java.util.List;
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
            && meet(one.icmpType(), other.icmpType())
            && meet(one.icmpCode(), other.icmpCode());
  }

  private static boolean meet(int icmpNumber, int other) {
    return icmpNumber < 0 || other < 0 || icmpNumber == other;
  }

  /** The ports that are in both. */
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
