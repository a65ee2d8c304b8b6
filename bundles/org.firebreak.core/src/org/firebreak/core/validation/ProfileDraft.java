package org.firebreak.core.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A shipped profile in the making: the baseline, and each deviation with its reason. */
final class ProfileDraft {
  private final Map<String, FindingSeverity> severities = new LinkedHashMap<>();
  private final Map<Threshold, Integer> limits = new LinkedHashMap<>();
  private final Map<String, FindingSeverity> needs = new LinkedHashMap<>();
  private final Map<String, String> reasons = new LinkedHashMap<>();

  ProfileDraft rule(String id, FindingSeverity severity, String reason) {
    severities.put(id, severity);
    reasons.put(id, reason);
    return this;
  }

  ProfileDraft limit(Threshold threshold, int value, String reason) {
    limits.put(threshold, value);
    reasons.put(threshold.key(), reason);
    return this;
  }

  ProfileDraft need(RoleNeed need, FindingSeverity severity, String reason) {
    needs.put(need.id(), severity);
    reasons.put(need.id(), reason);
    return this;
  }

  ShippedProfile finish(String name, String title, String description) {
    List<RoleNeed> all = new ArrayList<>();
    for (RoleNeed need : RoleNeeds.BASELINE) {
      all.add(
          new RoleNeed(
              need.id(),
              need.title(),
              need.roles(),
              need.operatingSystems(),
              need.end(),
              need.services(),
              needs.getOrDefault(need.id(), need.severity())));
    }
    ValidationProfile base = ValidationProfile.BASELINE;
    ValidationProfile profile =
        new ValidationProfile(
            name, limits, base.disabled(), severities, all, base.naming(), base.platforms());
    return new ShippedProfile(profile, title, description, reasons);
  }
}
