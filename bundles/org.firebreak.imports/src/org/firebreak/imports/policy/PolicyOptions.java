package org.firebreak.imports.policy;

import java.util.List;
import org.firebreak.imports.spi.ImportOption;

/** What the user can set for the import of a rule base. */
public final class PolicyOptions {
  /** The server whose rule base it is, for platforms whose files do not say it. */
  public static final ImportOption HOST =
      ImportOption.text("policy-host", "Server whose rule base it is (name or id)");

  /** What addresses become that the design does not know. */
  public static final ImportOption ADDRESSES =
      ImportOption.choice(
          "policy-addresses",
          "Single private addresses of a rule base that no server has become",
          "networks",
          "servers");

  /** All options. */
  public static final List<ImportOption> ALL = List.of(HOST, ADDRESSES);

  private PolicyOptions() {}
}
