package org.firebreak.exports.aci;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.service.IpProtocols;

/**
 * What becomes of connections of a pair of atoms. The last segment is the rest, of which only rules
 * for every service speak. Equal ones are the same object, see {@link Decisions}.
 */
final class Decision {
  private static final int PROTOCOLS = 256;

  /**
   * What a pair of atoms lets through of which replies the other way are part.
   *
   * @param everything whether all passes that no rule for some services denies
   * @param whole protocols that pass as a whole, TCP aside, which needs no such help
   */
  record Returns(boolean everything, Intervals whole) {
    static final Returns NONE = new Returns(false, Intervals.EMPTY);
  }

  private final List<Segment> segments;
  private final boolean silent;
  private Returns returns;

  Decision(List<Segment> segments) {
    this.segments = List.copyOf(segments);
    this.silent =
        segments.stream()
            .allMatch(
                each ->
                    each.from().stream().noneMatch(Segment::permits)
                        && each.to().stream().noneMatch(Segment::permits));
  }

  List<Segment> segments() {
    return segments;
  }

  /** All but the rest. */
  List<Segment> special() {
    return segments.subList(0, segments.size() - 1);
  }

  Segment rest() {
    return segments.get(segments.size() - 1);
  }

  /** Whether no rule permits anything, so that nothing has to be said. */
  boolean isSilent() {
    return silent;
  }

  /** What may come back in answer to connections the other way. */
  Returns returns() {
    if (returns == null) {
      Intervals permitted =
          Intervals.union(
              segments.stream().filter(Segment::permits).map(Segment::services).toList());
      List<Intervals> whole = new ArrayList<>();
      for (int protocol = 0; protocol < PROTOCOLS && !permitted.isEmpty(); protocol++) {
        if (protocol != IpProtocols.TCP && permitted.containsAll(ServiceLine.of(protocol))) {
          whole.add(ServiceLine.of(protocol));
        }
      }
      returns =
          whole.isEmpty() && !rest().permits()
              ? Returns.NONE
              : new Returns(rest().permits(), Intervals.union(whole));
    }
    return returns;
  }
}
