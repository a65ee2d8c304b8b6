package org.firebreak.report.sizing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.core.sizing.ApplianceCheck;
import org.firebreak.core.sizing.BoundaryLoad;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.Dimension;
import org.firebreak.core.sizing.Measure;
import org.firebreak.core.sizing.RateProfile;
import org.firebreak.core.sizing.SizingParameter;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.sizing.TrafficClass;
import org.firebreak.report.chart.CapacityChart;
import org.firebreak.report.chart.Chart;
import org.firebreak.report.chart.ProfileChart;
import org.firebreak.report.chart.RateSeries;
import org.firebreak.report.chart.TrafficSankey;
import org.firebreak.report.chart.UtilisationChart;
import org.firebreak.report.table.Tone;

/** The charts of a sizing study, for reports and for the window. */
public final class StudyCharts {
  private static final int MOST_COMPARED = 5;
  private static final int ADEQUATE_SHOWN = 6;
  private static final int OTHERS_SHOWN = 4;

  private StudyCharts() {}

  /** Traffic across zone boundaries by hour of the week; that within a zone is not in it. */
  public static Chart boundaryProfile(SizingStudy study) {
    List<RateSeries> series = new ArrayList<>();
    for (BoundaryLoad boundary : study.boundaries()) {
      if (!boundary.isInside() && boundary.load().isKnown()) {
        series.add(
            new RateSeries(
                boundary.from().name() + " → " + boundary.to().name(), bins(boundary.load())));
      }
    }
    return ProfileChart.of("boundary-profile", "Traffic between zones by hour", series);
  }

  /** Inspected throughput of a firewall by hour of the week and flow. */
  public static Chart firewallProfile(CentralSizing central, String id) {
    Map<String, RateSeries> series = new LinkedHashMap<>();
    double coincidence = central.demand().parameters().get(SizingParameter.COINCIDENCE);
    for (TrafficClass each : central.demand().classes()) {
      if (each.isInspected() && each.rate().isKnown()) {
        List<Double> bins =
            each.rate().hasClock()
                ? bins(each.rate())
                : List.of(each.rate().peak().bitsPerSecond() * coincidence);
        series.merge(each.name(), new RateSeries(each.name(), bins), StudyCharts::sum);
      }
    }
    return ProfileChart.of(
        id,
        "Inspected throughput of " + central.point().name() + " by hour",
        List.copyOf(series.values()));
  }

  private static RateSeries sum(RateSeries a, RateSeries b) {
    int bins = Math.max(a.bins().size(), b.bins().size());
    List<Double> sums = new ArrayList<>();
    for (int bin = 0; bin < bins; bin++) {
      sums.add(a.bins().get(bin % a.bins().size()) + b.bins().get(bin % b.bins().size()));
    }
    return new RateSeries(a.name(), sums);
  }

  private static List<Double> bins(RateProfile rate) {
    return rate.hasClock()
        ? Arrays.stream(rate.bins()).boxed().toList()
        : List.of(rate.peak().bitsPerSecond());
  }

  /** Traffic from zone to zone. */
  public static Chart zones(SizingStudy study) {
    return TrafficSankey.of(
        "zone-traffic",
        "Traffic from zone to zone, coincident peaks",
        study.boundaries().stream()
            .map(
                each ->
                    new TrafficSankey.Band(
                        each.from().name(), each.to().name(), each.coincidentPeak()))
            .toList());
  }

  /** Load of the chosen and the tightest appliances by year; empty if none has a known load. */
  public static Optional<Chart> utilisation(CentralSizing central, String id) {
    List<ApplianceCheck> checks = new ArrayList<>();
    central.chosen().ifPresent(checks::add);
    for (ApplianceCheck check : central.recommendation().adequate()) {
      if (checks.size() < MOST_COMPARED
          && checks.stream().noneMatch(each -> each.appliance().equals(check.appliance()))) {
        checks.add(check);
      }
    }
    checks.removeIf(check -> Double.isNaN(check.utilisation()));
    if (checks.isEmpty()) {
      return Optional.empty();
    }
    double ceiling = checks.get(0).measure(Dimension.THROUGHPUT).ceiling();
    List<UtilisationChart.Line> lines =
        checks.stream()
            .map(
                check ->
                    new UtilisationChart.Line(
                        check.appliance().name(),
                        central.years().stream()
                            .map(
                                year ->
                                    check.utilisation()
                                        * year.need().bitsPerSecond()
                                        / central.demand().need().bitsPerSecond())
                            .toList()))
            .toList();
    return Optional.of(
        UtilisationChart.of(
            id, "Throughput load of " + central.point().name() + " by year", lines, ceiling));
  }

  /** What appliances can carry against the need; empty without demand. */
  public static Optional<Chart> capacity(CentralSizing central, String id) {
    if (central.demand().need().bitsPerSecond() <= 0) {
      return Optional.empty();
    }
    List<CapacityChart.Bar> bars = new ArrayList<>();
    central.chosen().ifPresent(check -> add(bars, check));
    var recommendation = central.recommendation();
    recommendation.adequate().stream().limit(ADEQUATE_SHOWN).forEach(check -> add(bars, check));
    recommendation.needsVendorTest().stream()
        .limit(OTHERS_SHOWN)
        .forEach(check -> add(bars, check));
    recommendation.inadequate().stream().limit(OTHERS_SHOWN).forEach(check -> add(bars, check));
    return bars.isEmpty()
        ? Optional.empty()
        : Optional.of(
            CapacityChart.of(
                id,
                "Demand at " + central.point().name() + " against appliances",
                bars,
                central.demand().need().bitsPerSecond()));
  }

  private static void add(List<CapacityChart.Bar> bars, ApplianceCheck check) {
    Measure measure = check.measure(Dimension.THROUGHPUT);
    if (Double.isNaN(measure.usable())
        || bars.stream().anyMatch(bar -> bar.name().equals(check.appliance().name()))) {
      return;
    }
    bars.add(
        new CapacityChart.Bar(
            check.appliance().name(), measure.usable(), check.verdict().label(), tone(check)));
  }

  static Tone tone(ApplianceCheck check) {
    return switch (check.verdict()) {
      case ADEQUATE -> Tone.GOOD;
      case INADEQUATE -> Tone.BAD;
      case NEEDS_VENDOR_TEST -> Tone.WARNING;
      case NO_DEMAND -> Tone.MUTED;
    };
  }
}
