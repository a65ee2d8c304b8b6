package org.firebreak.core.validation.rules.identity;

import java.util.List;
import org.firebreak.core.validation.ValidationRule;

/** The rules of this kind. A new rule is a class and a line here. */
public final class IdentityRules {
  private static final List<ValidationRule> ALL =
      List.of(
          new InvalidAddressRule(),
          new DuplicateAddressRule(),
          new HiddenAddressRule(),
          new ExternalNetworkOverlapRule(),
          new InvalidServiceRule(),
          new DuplicateNameRule(),
          new AmbiguousServiceNameRule(),
          new DuplicateServerRule(),
          new ZoneOverlapRule(),
          new NetworkOverlapRule(),
          new OutsideZoneRule(),
          new SpecialAddressRule(),
          new SubnetEdgeRule(),
          new MappedAddressRule(),
          new MissingTwinRule(),
          new MembershipConflictRule());

  private IdentityRules() {}

  public static List<ValidationRule> all() {
    return ALL;
  }
}
