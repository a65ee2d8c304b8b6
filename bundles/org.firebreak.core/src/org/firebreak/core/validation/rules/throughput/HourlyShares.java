package org.firebreak.core.validation.rules.throughput;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.describe.Quantity;
import org.firebreak.model.Flow;

/** The hourly profile of a flow as sizing reads it: 24 or 168 shares of the peak. */
final class HourlyShares {
  private static final int DAY = 24;
  private static final int WEEK = 168;

  private HourlyShares() {}

  /** What is wrong with it; {@code null} if nothing. */
  static String problem(Flow flow) {
    List<String> shares = flow.getHourlyProfile();
    if (shares.isEmpty()) {
      return null;
    }
    if (shares.size() != DAY && shares.size() != WEEK) {
      return "hourly profile of " + shares.size() + " values (24 or 168)";
    }
    for (String share : shares) {
      double value = parse(share);
      if (!(value >= 0 && value <= 1)) {
        return "hourly profile with the value " + share + " (0 to 1)";
      }
    }
    return null;
  }

  /** The same in shares if it is in per cent; else none. */
  static List<String> corrected(Flow flow) {
    List<String> shares = flow.getHourlyProfile();
    List<String> corrected = new ArrayList<>();
    for (String share : shares) {
      double value = parse(share);
      if (!(value >= 0 && value <= 100)) {
        return List.of();
      }
      corrected.add(Quantity.PLAIN.format(value / 100));
    }
    return shares.size() == DAY || shares.size() == WEEK ? corrected : List.of();
  }

  private static double parse(String share) {
    try {
      return Double.parseDouble(share);
    } catch (NumberFormatException e) {
      return Double.NaN; // no number is as wrong as one that is no share
    }
  }
}
