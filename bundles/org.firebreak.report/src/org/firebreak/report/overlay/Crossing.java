package org.firebreak.report.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.sizing.ApplianceCheck;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.LinkLoad;
import org.firebreak.core.sizing.SizingParameter;
import org.firebreak.core.sizing.Unit;

/**
 * A central firewall that traffic crosses, and how far it will be loaded at the end of the horizon.
 *
 * @param point the enforcement point
 * @param load of the appliance that the design names, else of the tightest fit; 1 for fully loaded,
 *     NaN if there is none or no figure is published
 * @param level worst of appliance and links against their ceilings
 * @param words lines of a tooltip
 */
record Crossing(ElementRef point, double load, LoadLevel level, List<String> words) {

  static Crossing of(CentralSizing sizing) {
    double ceiling = sizing.demand().parameters().get(SizingParameter.UTILISATION);
    double load = sizing.choice().map(ApplianceCheck::utilisation).orElse(Double.NaN);
    LoadLevel level = LoadLevel.of(load, ceiling);
    List<String> words = new ArrayList<>();
    words.add(device(sizing, load));
    double links = links(sizing);
    if (!Double.isNaN(links)) {
      double linkCeiling = sizing.demand().parameters().get(SizingParameter.LINK_UTILISATION);
      LoadLevel ofLinks = LoadLevel.of(links, linkCeiling);
      level = ofLinks.compareTo(level) > 0 ? ofLinks : level;
      words.add("  its links: " + Unit.SHARE.format(links) + ", ceiling " + percent(linkCeiling));
    }
    return new Crossing(sizing.point(), load, level, List.copyOf(words));
  }

  /** Load of the fullest link at the end of the horizon; NaN if the design states no rates. */
  private static double links(CentralSizing sizing) {
    return sizing.links().stream()
        .map(LinkLoad::utilisation)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .max()
        .orElse(Double.NaN);
  }

  private static String device(CentralSizing sizing, double load) {
    String name = "Crosses " + sizing.point().name() + ": ";
    if (sizing.choice().isEmpty()) {
      return name + missing(sizing) + ", and none of the catalogue fits";
    }
    String model = sizing.choice().get().appliance().name();
    String fit = sizing.chosen().isPresent() ? "" : "; the tightest fit, " + missing(sizing);
    return Double.isNaN(load)
        ? name + model + " publishes no figure for it" + fit
        : name
            + Unit.SHARE.format(load)
            + " of "
            + model
            + " "
            + horizon(sizing)
            + ", ceiling "
            + percent(sizing.demand().parameters().get(SizingParameter.UTILISATION))
            + fit;
  }

  /** Why the design gives no appliance. */
  static String missing(CentralSizing sizing) {
    return sizing.chosenModel() == null || sizing.chosenModel().isBlank()
        ? "none is chosen"
        : sizing.chosenModel() + " is not in the catalogue";
  }

  private static String horizon(CentralSizing sizing) {
    return "in "
        + Unit.YEARS
            .format(sizing.demand().parameters().get(SizingParameter.YEARS))
            .replace(".0", "");
  }

  private static String percent(double share) {
    return Unit.SHARE.format(share);
  }
}
