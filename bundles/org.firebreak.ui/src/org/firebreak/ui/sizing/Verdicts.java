package org.firebreak.ui.sizing;

import java.util.Locale;
import org.firebreak.core.sizing.ApplianceCheck;
import org.firebreak.core.sizing.SizingParameter;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.core.sizing.Unit;

/** Words and pictures for the check of an appliance. */
final class Verdicts {
  private Verdicts() {}

  static String icon(ApplianceCheck.Verdict verdict) {
    return switch (verdict) {
      case ADEQUATE -> "ok";
      case NEEDS_VENDOR_TEST -> "warning";
      case INADEQUATE -> "error";
      case NO_DEMAND -> "info";
    };
  }

  /** With a capital letter. */
  static String words(ApplianceCheck.Verdict verdict) {
    String label = verdict.label();
    return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
  }

  /** When the first dimension passes its ceiling. */
  static String outgrown(ApplianceCheck check, SizingParameters parameters) {
    return check
        .firstOutgrown(parameters)
        .map(
            outgrown ->
                outgrown.year().years() <= 0
                    ? "today"
                    : "in " + Unit.YEARS.format(outgrown.year().years()))
        .orElse(check.binding().isPresent() ? "never" : "unknown");
  }

  /** How {@link #outgrown} is reckoned. */
  static String outgrownTip(ApplianceCheck check, SizingParameters parameters) {
    String first =
        check
            .firstOutgrown(parameters)
            .map(outgrown -> "First is " + outgrown.dimension().label() + ".")
            .orElse("No published figure is passed as the traffic grows.");
    return "Year in which the growing load passes the ceiling: ln(usable / load of today) / ln(1 +"
        + " g), with g = "
        + Unit.SHARE.format(parameters.get(SizingParameter.GROWTH))
        + " a year. "
        + first;
  }
}
