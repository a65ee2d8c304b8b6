package org.firebreak.core.sizing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.firebreak.core.sizing.units.BitRate;
import org.firebreak.core.sizing.units.ConnectionRate;
import org.firebreak.core.sizing.units.PacketSize;
import org.firebreak.core.sizing.units.Seconds;
import org.firebreak.model.Flow;
import org.firebreak.model.Inspection;

/**
 * What a flow of the model says of its traffic.
 *
 * @param traffic the traffic; unknown figures stay unknown
 * @param missing missing figures in words
 */
record FlowEstimate(TrafficClass traffic, List<String> missing) {

  private static final int DAY = 24;
  private static final int WEEK = 168;

  static FlowEstimate of(Flow flow, String name, boolean crosses, SizingParameters parameters) {
    List<String> missing = new ArrayList<>();
    RateProfile rate = rate(flow, missing);
    InspectionLevel level = level(flow.getInspection());
    double decrypted =
        level == InspectionLevel.THREAT_TLS ? decrypted(flow, parameters, missing) : 0;
    TrafficClass traffic =
        new TrafficClass(
            flow.getId(),
            name,
            rate,
            typed(
                figure(flow.getConnectionsPerSecond(), 0, TrafficFigure.CONNECTIONS, missing),
                ConnectionRate::new),
            typed(
                figure(flow.getMeanDurationSeconds(), 0, TrafficFigure.DURATION, missing),
                Seconds::new),
            typed(
                figure(flow.getMeanPacketBytes(), 1, TrafficFigure.PACKET_SIZE, missing),
                PacketSize::new),
            level,
            decrypted,
            crosses,
            flow.getId(),
            typed(
                optional(
                    flow.getLargestConnectionBitsPerSecond(),
                    TrafficFigure.LARGEST_CONNECTION,
                    missing),
                BitRate::new),
            Provenance.of(flow));
    return new FlowEstimate(traffic, List.copyOf(missing));
  }

  private static double decrypted(Flow flow, SizingParameters parameters, List<String> missing) {
    double assumed = parameters.get(SizingParameter.DECRYPTED);
    Double share = flow.getDecryptedShare();
    if (share != null && share >= 0 && share <= 1) {
      return share;
    }
    missing.add(
        "decrypted share ("
            + (share == null ? "" : share + " is not between 0 and 1, ")
            + Unit.SHARE.format(assumed)
            + " assumed)");
    return assumed;
  }

  private static RateProfile rate(Flow flow, List<String> missing) {
    OptionalDouble peak = usable(flow.getPeakBitsPerSecond(), 0);
    OptionalDouble average =
        optional(flow.getAverageBitsPerSecond(), TrafficFigure.AVERAGE, missing);
    double percentile =
        optional(flow.getPercentile95BitsPerSecond(), TrafficFigure.PERCENTILE_95, missing)
            .orElse(Double.NaN);
    if (peak.isPresent()) {
      return profile(flow, peak.getAsDouble(), average, missing)
          .stating(new BitRate(average.orElse(Double.NaN)), new BitRate(percentile));
    }
    // The percentile is at least as near to the peak as the average is.
    double best = Double.isNaN(percentile) ? average.orElse(Double.NaN) : percentile;
    if (Double.isNaN(best)) {
      missing.add("throughput");
      return RateProfile.unknown();
    }
    missing.add(
        "peak throughput (the "
            + (Double.isNaN(percentile) ? "average" : "95th percentile")
            + " of "
            + Unit.BITS_PER_SECOND.format(best)
            + " is used, a lower bound)");
    return RateProfile.ofPeak(new BitRate(best))
        .stating(new BitRate(average.orElse(Double.NaN)), new BitRate(percentile));
  }

  private static RateProfile profile(
      Flow flow, double peak, OptionalDouble average, List<String> missing) {
    List<String> shares = flow.getHourlyProfile();
    if (shares.isEmpty()) {
      return busyHour(flow.getBusyHour(), peak, average, missing);
    }
    double[] rates = new double[shares.size()];
    boolean valid = shares.size() == DAY || shares.size() == WEEK;
    try {
      for (int hour = 0; valid && hour < rates.length; hour++) {
        double share = Decimals.parse(shares.get(hour));
        valid = share >= 0 && share <= 1;
        rates[hour] = share * peak;
      }
    } catch (NumberFormatException e) {
      missing.add("hourly profile (" + e.getMessage() + "; the peak is used at all hours)");
      return RateProfile.ofPeak(new BitRate(peak));
    }
    if (valid) {
      double most = Arrays.stream(rates).max().orElse(peak);
      if (most < peak) {
        missing.add(
            "hourly profile (it never reaches the peak; its highest hour of "
                + Unit.BITS_PER_SECOND.format(most)
                + " is used, a lower bound)");
      }
      return RateProfile.ofBins(rates);
    }
    missing.add("hourly profile (not 24 or 168 shares of 0 to 1; the peak is used at all hours)");
    return RateProfile.ofPeak(new BitRate(peak));
  }

  private static RateProfile busyHour(
      Integer hour, double peak, OptionalDouble average, List<String> missing) {
    if (hour == null) {
      return RateProfile.ofPeak(new BitRate(peak));
    }
    if (hour < 0 || hour >= DAY) {
      missing.add("busy hour (" + hour + " is not 0 to 23; the peak is used at all hours)");
      return RateProfile.ofPeak(new BitRate(peak));
    }
    if (average.isEmpty()) {
      missing.add("average throughput (the peak is used outside the busy hour too)");
      return RateProfile.ofPeak(new BitRate(peak));
    }
    if (average.getAsDouble() > peak) {
      missing.add("average throughput (it is above the peak, which is used at all hours)");
      return RateProfile.ofPeak(new BitRate(peak));
    }
    return RateProfile.ofBusyHour(hour, new BitRate(peak), new BitRate(average.getAsDouble()));
  }

  private static <Q> Optional<Q> typed(OptionalDouble figure, DoubleFunction<Q> unit) {
    return figure.isPresent() ? Optional.of(unit.apply(figure.getAsDouble())) : Optional.empty();
  }

  /** A figure that sizing needs. */
  private static OptionalDouble figure(
      Double value, double least, TrafficFigure figure, List<String> missing) {
    OptionalDouble usable = usable(value, least);
    if (usable.isEmpty()) {
      missing.add(
          value == null ? figure.label() : figure.label() + " (" + value + " is no such figure)");
    }
    return usable;
  }

  /** A figure that sizing can do without. */
  private static OptionalDouble optional(Double value, TrafficFigure figure, List<String> missing) {
    return value == null ? OptionalDouble.empty() : figure(value, 0, figure, missing);
  }

  private static OptionalDouble usable(Double value, double least) {
    return value == null || !(value >= least) || value.isInfinite()
        ? OptionalDouble.empty()
        : OptionalDouble.of(value);
  }

  private static InspectionLevel level(Inspection inspection) {
    return switch (inspection) {
      case EXEMPT -> InspectionLevel.EXEMPT;
      case LAYER_4 -> InspectionLevel.LAYER_4;
      case APPLICATION -> InspectionLevel.APPLICATION;
      case THREAT_PREVENTION -> InspectionLevel.THREAT;
      case THREAT_PREVENTION_TLS -> InspectionLevel.THREAT_TLS;
    };
  }
}
