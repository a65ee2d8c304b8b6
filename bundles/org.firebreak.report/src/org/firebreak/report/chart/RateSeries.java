package org.firebreak.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A rate by hour of the day or of the week from Monday 00:00.
 *
 * @param name what carries it
 * @param bins rates, bit/s; 1, 24 or 168 of them
 */
public record RateSeries(String name, List<Double> bins) {
  private static final String OTHERS = "all others";

  /** Copies the bins. */
  public RateSeries {
    bins = List.copyOf(bins);
  }

  double peak() {
    return bins.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  double sum() {
    return bins.stream().mapToDouble(Double::doubleValue).sum();
  }

  double at(int bin) {
    return bins.get(bin % bins.size());
  }

  /**
   * The largest series by sum, the largest first, and the sum of the rest.
   *
   * @param most how many keep their names
   */
  static List<RateSeries> largest(List<RateSeries> all, int most) {
    int bins = all.stream().mapToInt(each -> each.bins().size()).max().orElse(1);
    List<RateSeries> ranked =
        all.stream()
            .filter(each -> each.sum() > 0)
            .sorted(
                Comparator.comparingDouble((RateSeries each) -> each.sum() / each.bins().size())
                    .reversed()
                    .thenComparing(RateSeries::name))
            .toList();
    if (ranked.size() <= most + 1) {
      return ranked;
    }
    List<RateSeries> result = new ArrayList<>(ranked.subList(0, most));
    double[] rest = new double[bins];
    for (RateSeries each : ranked.subList(most, ranked.size())) {
      for (int bin = 0; bin < bins; bin++) {
        rest[bin] += each.at(bin);
      }
    }
    result.add(new RateSeries(OTHERS, Arrays.stream(rest).boxed().toList()));
    return result;
  }

  boolean isRest() {
    return name.equals(OTHERS);
  }
}
