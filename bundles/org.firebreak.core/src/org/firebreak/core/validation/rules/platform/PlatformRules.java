package org.firebreak.core.validation.rules.platform;

import java.util.List;
import org.firebreak.core.validation.ValidationRule;

/** The rules of this kind. A new rule is a class and a line here. */
public final class PlatformRules {
  private static final List<ValidationRule> ALL =
      List.of(
          new PlatformNameRule(),
          new PlatformMembersRule(),
          new PlatformPortsRule(),
          new PlatformRuleCountRule(),
          new PlatformProtocolRule(),
          new PlatformCapabilityRule(),
          new UnknownPlatformRule(),
          new PlatformLogRule());

  private PlatformRules() {}

  public static List<ValidationRule> all() {
    return ALL;
  }
}
