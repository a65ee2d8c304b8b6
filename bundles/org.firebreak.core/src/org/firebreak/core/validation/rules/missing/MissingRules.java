package org.firebreak.core.validation.rules.missing;

import java.util.List;
import org.firebreak.core.validation.ValidationRule;

/** The rules of this kind. A new rule is a class and a line here. */
public final class MissingRules {
  private static final List<ValidationRule> ALL =
      List.of(
          new ServerWithoutAddressRule(),
          new GroupWithoutServersRule(),
          new ServerWithoutFlowRule(),
          new FlowWithoutEndRule(),
          new FlowWithoutServiceRule(),
          new FlowWithoutAddressRule(),
          new UnguardedServersRule(),
          new FlowOutsideDesignRule(),
          new UnknownNameRule(),
          new UnusedGroupRule(),
          new InternetFacingRule(),
          new DatabaseBackupRule(),
          new RoleNeedRule(),
          new HalfProtocolRule(),
          new OneWayReplicationRule(),
          new MicroGroupRule());

  private MissingRules() {}

  public static List<ValidationRule> all() {
    return ALL;
  }
}
