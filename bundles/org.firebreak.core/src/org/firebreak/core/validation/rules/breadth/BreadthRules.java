package org.firebreak.core.validation.rules.breadth;

import java.util.List;
import org.firebreak.core.validation.ValidationRule;

/** The rules of this kind. A new rule is a class and a line here. */
public final class BreadthRules {
  private static final List<ValidationRule> ALL =
      List.of(
          new AnyAddressRule(),
          new WholeZoneRule(),
          new AnyProtocolRule(),
          new AnyPortRule(),
          new WidePortRangeRule(),
          new RangeBeyondServiceRule(),
          new SparseNetworkRule(),
          new PartlyServingGroupRule(),
          new TierSkipRule(),
          new BothDirectionsRule(),
          new ReachRule(),
          new OutsideAccessRule());

  private BreadthRules() {}

  public static List<ValidationRule> all() {
    return ALL;
  }
}
