package org.firebreak.core.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.firebreak.core.sizing.Measure.Outcome;

/** Words for the outcome of an {@link ApplianceCheck}. */
final class CheckReasons {

  private CheckReasons() {}

  static List<String> of(ApplianceCheck check) {
    List<String> reasons = new ArrayList<>();
    if (check.appliance().confidence() == Appliance.Confidence.NONE) {
      return List.of("No performance figure is published or was found: needs a vendor test");
    }
    for (Measure measure : check.measures()) {
      if (measure.verdict() == Outcome.FAIL) {
        reasons.add(measure.text());
      }
    }
    if (!check.headline().isEmpty()) {
      reasons.add("Misleading: " + check.headline());
    }
    for (Measure measure : check.measures()) {
      if (measure.verdict() == Outcome.NEEDS_VENDOR_TEST) {
        reasons.add(measure.text());
      }
    }
    if (check.verdict() == ApplianceCheck.Verdict.ADEQUATE) {
      check.binding().ifPresent(binding -> reasons.add(0, "Binding is " + binding.text()));
      String substituted = check.measure(Dimension.THROUGHPUT).note();
      if (!substituted.isEmpty()
          && check.binding().map(Measure::dimension).orElse(null) != Dimension.THROUGHPUT) {
        reasons.add(substituted);
      }
    }
    Appliance appliance = check.appliance();
    if (appliance.own()) {
      reasons.add("Own entry: " + appliance.source());
    }
    if (!appliance.method().comparable()) {
      reasons.add("Not comparable with other vendors. " + appliance.method().text());
    }
    if (appliance.confidence() != Appliance.Confidence.HIGH) {
      reasons.add(
          "Confidence in the figures: "
              + appliance.confidence().name().toLowerCase(Locale.ROOT)
              + (appliance.note().isEmpty() ? "" : ". " + appliance.note()));
    }
    return List.copyOf(reasons);
  }
}
