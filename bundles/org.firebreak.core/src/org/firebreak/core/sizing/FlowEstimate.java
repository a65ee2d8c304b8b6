package org.firebreak.core.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.firebreak.model.Confidence;
import org.firebreak.model.Flow;
import org.firebreak.model.Inspection;

/**
 * What a flow of the model says of its traffic.
 *
 * @param traffic the traffic; unknown figures stay unknown
 * @param missing missing figures in words
 * @param confidence how sure the figures are
 */
record FlowEstimate(TrafficClass traffic, List<String> missing, Confidence confidence) {

  static FlowEstimate of(Flow flow, String name, boolean crosses, SizingParameters parameters) {
    List<String> missing = new ArrayList<>();
    RateProfile rate = rate(flow, missing);
    InspectionLevel level = level(flow.getInspection());
    double decrypted = 0;
    if (level == InspectionLevel.THREAT_TLS) {
      decrypted = parameters.get(SizingParameter.DECRYPTED);
      if (flow.getDecryptedShare() == null) {
        missing.add("decrypted share (" + Unit.SHARE.format(decrypted) + " assumed)");
      } else if (flow.getDecryptedShare() >= 0 && flow.getDecryptedShare() <= 1) {
        decrypted = flow.getDecryptedShare();
      } else {
        missing.add(
            "decrypted share ("
                + flow.getDecryptedShare()
                + " is not between 0 and 1, "
                + Unit.SHARE.format(decrypted)
                + " assumed)");
      }
    }
    TrafficClass traffic =
        new TrafficClass(
            flow.getId(),
            name,
            rate,
            figure(flow.getConnectionsPerSecond(), 0, "connections per second", missing),
            figure(flow.getMeanDurationSeconds(), 0, "connection duration", missing),
            figure(flow.getMeanPacketBytes(), 1, "packet size", missing),
            level,
            decrypted,
            crosses,
            flow.getId());
    return new FlowEstimate(traffic, List.copyOf(missing), flow.getEstimateConfidence());
  }

  private static RateProfile rate(Flow flow, List<String> missing) {
    OptionalDouble peak = usable(flow.getPeakBitsPerSecond(), 0);
    if (peak.isEmpty()) {
      OptionalDouble average = usable(flow.getAverageBitsPerSecond(), 0);
      missing.add(
          average.isPresent()
              ? "peak throughput (the average of "
                  + Unit.BITS_PER_SECOND.format(average.getAsDouble())
                  + " is used, a lower bound)"
              : "throughput");
      return average.isPresent()
          ? RateProfile.ofPeak(average.getAsDouble())
          : RateProfile.unknown();
    }
    return profile(flow, peak.getAsDouble(), missing);
  }

  private static RateProfile profile(Flow flow, double peak, List<String> missing) {
    List<String> shares = flow.getHourlyProfile();
    if (shares.isEmpty()) {
      return RateProfile.ofPeak(peak);
    }
    if (shares.size() == 24 || shares.size() == 168) {
      try {
        double[] rates = shares.stream().mapToDouble(Double::parseDouble).toArray();
        boolean valid = true;
        for (int hour = 0; hour < rates.length; hour++) {
          valid &= rates[hour] >= 0 && rates[hour] <= 1;
          rates[hour] *= peak;
        }
        if (valid) {
          return RateProfile.ofBins(rates);
        }
      } catch (NumberFormatException e) {
        missing.add("hourly profile (" + e.getMessage() + "; the peak is used at all hours)");
        return RateProfile.ofPeak(peak);
      }
    }
    missing.add("hourly profile (not 24 or 168 shares of 0 to 1; the peak is used at all hours)");
    return RateProfile.ofPeak(peak);
  }

  private static OptionalDouble figure(
      Double value, double least, String what, List<String> missing) {
    OptionalDouble figure = usable(value, least);
    if (figure.isEmpty()) {
      missing.add(value == null ? what : what + " (" + value + " is no such figure)");
    }
    return figure;
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
