package org.firebreak.core.validation.rules.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.firebreak.core.service.Spelling;
import org.firebreak.core.validation.DesignElements;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.model.EnforcementPoint;

/** Enforcement points of a platform that nothing here knows. */
public final class UnknownPlatformRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-807",
          RuleCategory.PLATFORM,
          "Unknown platform",
          FindingSeverity.INFO,
          "The platform of an enforcement point decides which export writes its rules and which"
              + " limits they are held to. Under a name that is not known, every export of that"
              + " kind writes them, and no limit is checked.",
          "The hosts have the platform nftabels, a slip of the pen. Write nftables.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (EnforcementPoint point : context.design().getEnforcementPoints()) {
      String name = point.getPlatform();
      if (name != null && !name.isBlank() && Platform.named(name).isEmpty()) {
        findings.add(
            finding(
                "Enforcement point "
                    + context.ref(point).name()
                    + " names the platform "
                    + name.strip()
                    + ", which is not known: its limits are not checked",
                "Name a platform that is known, or leave it empty",
                context.ref(point)));
      }
    }
    return findings;
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    String id = finding.elements().get(0).id();
    for (EnforcementPoint point : context.design().getEnforcementPoints()) {
      String typed = point.getPlatform();
      String meant =
          point.getId().equals(id) ? Spelling.nearest(typed.strip(), Platform.names()) : null;
      if (meant != null) {
        String platform = Platform.named(meant).orElseThrow().id();
        return List.of(
            new Fix("Set platform " + platform, false, design -> set(design, id, typed, platform)));
      }
    }
    return List.of();
  }

  private static void set(DesignElements design, String id, String typed, String platform) {
    EnforcementPoint point = design.get(EnforcementPoint.class, id);
    if (!Objects.equals(point.getPlatform(), typed)) {
      throw new OutdatedFixException(point.getName() + " has another platform now");
    }
    point.setPlatform(platform);
  }
}
