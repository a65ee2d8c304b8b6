package org.firebreak.core.sizing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.sizing.units.BitRate;

/** Adds up traffic by pairs of zones. */
final class BoundaryBook {

  private static final class Entry {
    private final double[] sums;
    private final List<BoundaryLoad.Part> parts = new ArrayList<>();
    private double peaks;
    private int unknown;

    Entry(int bins) {
      sums = new double[bins];
    }
  }

  private final int bins;
  private final double coincidence;
  private final Map<Placement.ZonePair, Entry> entries = new LinkedHashMap<>();

  /**
   * An empty book.
   *
   * @param bins length of the common clock
   * @param coincidence share of peaks without a clock that occurs at once
   */
  BoundaryBook(int bins, double coincidence) {
    this.bins = bins;
    this.coincidence = coincidence;
  }

  void add(FlowTraffic flow, Map<Placement.ZonePair, Double> zones) {
    zones.forEach(
        (pair, share) -> {
          Entry entry = entries.computeIfAbsent(pair, each -> new Entry(bins));
          RateProfile rate = flow.traffic().rate();
          rate.addTo(entry.sums, share, coincidence);
          BoundaryLoad.Part part = new BoundaryLoad.Part(flow, share);
          entry.parts.add(part);
          entry.peaks += part.peak().bitsPerSecond();
          entry.unknown += rate.isKnown() ? 0 : 1;
        });
  }

  /** The largest coincident peak first. */
  List<BoundaryLoad> loads() {
    List<BoundaryLoad> loads = new ArrayList<>();
    entries.forEach(
        (pair, entry) -> {
          entry.parts.sort(
              Comparator.comparingDouble((BoundaryLoad.Part each) -> each.peak().bitsPerSecond())
                  .reversed()
                  .thenComparing(part -> part.flow().traffic().id()));
          loads.add(
              new BoundaryLoad(
                  pair.from(),
                  pair.to(),
                  entry.unknown == entry.parts.size()
                      ? RateProfile.unknown()
                      : RateProfile.ofBins(entry.sums),
                  new BitRate(entry.peaks),
                  entry.parts,
                  entry.unknown));
        });
    loads.sort(
        Comparator.comparingDouble((BoundaryLoad each) -> each.coincidentPeak().bitsPerSecond())
            .reversed()
            .thenComparing(load -> load.from().name())
            .thenComparing(load -> load.to().name())
            .thenComparing(load -> load.from().id())
            .thenComparing(load -> load.to().id()));
    return loads;
  }
}
