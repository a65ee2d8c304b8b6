package org.firebreak.ui.throughput;

import java.util.List;
import java.util.Set;
import org.firebreak.core.sizing.Unit;

/**
 * What carries traffic, with its figures; NaN for those that there are not.
 *
 * @param identity what it is known by after an edit
 * @param name for people
 * @param peak coincident peak today, bit/s
 * @param sumOfPeaks sum of the flows' own peaks today, bit/s
 * @param need at the end of the horizon with bursts, bit/s
 * @param capacity what real traffic may take of it at most, bit/s
 * @param utilisation need over capacity, 1 for fully loaded
 * @param binding what decides, or where the traffic is enforced
 * @param outgrown years from now until a ceiling is passed; infinite for never
 * @param flows ids of the flows that make the traffic; of a host they are looked up when asked for
 * @param hint what else there is to know, in lines
 */
public record LoadRow(
    String identity,
    String name,
    double peak,
    double sumOfPeaks,
    double need,
    double capacity,
    double utilisation,
    String binding,
    double outgrown,
    Set<String> flows,
    List<String> hint) {

  /** Copies the collections. */
  public LoadRow {
    flows = Set.copyOf(flows);
    hint = List.copyOf(hint);
  }

  /** The year in words. */
  String year() {
    if (Double.isNaN(outgrown)) {
      return "";
    }
    if (outgrown == Double.POSITIVE_INFINITY) {
      return "never";
    }
    return outgrown <= 0 ? "today" : "in " + Unit.YEARS.format(outgrown);
  }
}
