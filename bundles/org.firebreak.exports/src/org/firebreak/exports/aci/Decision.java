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
  private static final int PORTS = 65_536;

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
      for (int i = 0; i < permitted.count(); i++) {
        int first = (permitted.from(i) + PORTS - 1) / PORTS;
        whole.add(Intervals.of(first * PORTS, permitted.to(i) / PORTS * PORTS));
      }
      Intervals helped = Intervals.union(whole).minus(ServiceLine.of(IpProtocols.TCP));
      returns =
          helped.isEmpty() && !rest().permits()
              ? Returns.NONE
              : new Returns(rest().permits(), helped);
    }
    return returns;
  }
}
