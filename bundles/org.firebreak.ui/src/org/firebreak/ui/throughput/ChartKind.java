package org.firebreak.ui.throughput;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.firebreak.core.sizing.BoundaryLoad;
import org.firebreak.core.sizing.SizingParameter;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.sizing.YearLoad;
import org.firebreak.report.chart.Chart;
import org.firebreak.report.chart.ProfileChart;
import org.firebreak.report.chart.RateSeries;
import org.firebreak.report.chart.TrafficSankey;
import org.firebreak.report.chart.UtilisationChart;

/** Charts beside the table. */
public enum ChartKind {
  PROFILE("Traffic by hour"),
  ZONES("Traffic between zones"),
  YEARS("Load by year");

  private final String label;

  ChartKind(String label) {
    this.label = label;
  }

  /** Name for people. */
  public String label() {
    return label;
  }

  /** The chart of a study. */
  public Chart of(SizingStudy study) {
    return switch (this) {
      case PROFILE -> ProfileChart.of("profile", label, series(study));
      case ZONES -> TrafficSankey.of("zones", label, bands(study));
      case YEARS ->
          UtilisationChart.of(
              "years", label, years(study), study.parameters().get(SizingParameter.UTILISATION));
    };
  }

  private static List<RateSeries> series(SizingStudy study) {
    List<RateSeries> series = new ArrayList<>();
    for (BoundaryLoad load : study.boundaries()) {
      if (load.load().isKnown() && load.coincidentPeak().bitsPerSecond() > 0) {
        series.add(new RateSeries(name(load), Arrays.stream(load.load().bins()).boxed().toList()));
      }
    }
    return series;
  }

  private static List<TrafficSankey.Band> bands(SizingStudy study) {
    return study.boundaries().stream()
        .filter(load -> load.load().isKnown())
        .map(
            load ->
                new TrafficSankey.Band(load.from().name(), load.to().name(), load.coincidentPeak()))
        .toList();
  }

  /** Of firewalls without a chosen appliance the tightest fit counts, and is named. */
  private static List<UtilisationChart.Line> years(SizingStudy study) {
    return study.central().stream()
        .filter(central -> central.choice().isPresent())
        .filter(central -> !Double.isNaN(central.choice().get().utilisation()))
        .map(
            central ->
                new UtilisationChart.Line(
                    central.point().name()
                        + " ("
                        + central.choice().get().appliance().name()
                        + (central.chosen().isPresent() ? ")" : ", tightest fit)"),
                    central.years().stream().map(YearLoad::utilisation).toList()))
        .toList();
  }

  private static String name(BoundaryLoad load) {
    return load.isInside()
        ? "within " + load.from().name()
        : load.from().name() + " → " + load.to().name();
  }
}
