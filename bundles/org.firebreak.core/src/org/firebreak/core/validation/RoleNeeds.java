package org.firebreak.core.validation;

import java.util.List;

/** The needs of the shipped profiles. */
public final class RoleNeeds {
  /** What nearly every data centre expects of its servers. */
  public static final List<RoleNeed> BASELINE = List.of();

  private RoleNeeds() {}
}
