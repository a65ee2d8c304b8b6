package org.firebreak.report.overlay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.firebreak.core.sizing.TrafficClass;
import org.firebreak.core.sizing.Unit;

/**
 * Label and tooltip of a line that shows throughput.
 *
 * @param known those that state a rate
 * @param counted how many permit something
 * @param crossed central firewalls that they cross
 */
record LineWords(List<TrafficClass> known, int counted, Set<Crossing> crossed) {
  private static final int MOST = 6;

  /**
   * What the label says.
   *
   * @param peak of the sum, bit/s
   */
  String figure(double peak) {
    String rate = Unit.BITS_PER_SECOND.format(peak);
    return known.size() < counted ? "≥ " + rate : rate;
  }

  /**
   * Lines of the tooltip.
   *
   * @param peak of the sum, bit/s; without meaning if nothing is known
   */
  List<String> lines(double peak) {
    List<String> lines = new ArrayList<>();
    if (known.isEmpty()) {
      lines.add(counted == 1 ? "No estimate" : "No estimate of any of the " + counted + " flows");
    } else {
      lines.add(Unit.BITS_PER_SECOND.format(peak) + " in the busiest hour" + sum());
      if (known.size() > 1) {
        parts(lines);
      }
      if (known.size() < counted) {
        lines.add(
            (counted - known.size()) + " of " + counted + " flows without an estimate come on top");
      }
    }
    crossed.forEach(crossing -> lines.addAll(crossing.words()));
    if (crossed.isEmpty()) {
      lines.add("Crosses no central firewall");
    }
    return lines;
  }

  private String sum() {
    if (known.size() == 1) {
      return "";
    }
    double peaks = known.stream().mapToDouble(each -> each.rate().peak().bitsPerSecond()).sum();
    return ": peak of the sum of "
        + known.size()
        + " flows, whose own peaks add up to "
        + Unit.BITS_PER_SECOND.format(peaks);
  }

  private void parts(List<String> lines) {
    known.stream()
        .sorted(
            Comparator.comparingDouble((TrafficClass each) -> -each.rate().peak().bitsPerSecond()))
        .limit(MOST)
        .forEach(
            each ->
                lines.add(
                    "  "
                        + Unit.BITS_PER_SECOND.format(each.rate().peak().bitsPerSecond())
                        + "  "
                        + each.name()));
    if (known.size() > MOST) {
      lines.add("  and " + (known.size() - MOST) + " more");
    }
  }
}
