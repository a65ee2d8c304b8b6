package org.firebreak.core.coverage;

import java.util.List;
import org.firebreak.core.policy.PolicyFlow;

/** Whether flows cover what a flow permits. */
public sealed interface Coverage {
  /**
   * They permit all of it.
   *
   * @param by flows that are enough and none of which can be left out, in order of precedence
   */
  record Covered(List<PolicyFlow> by) implements Coverage {
    public Covered {
      by = List.copyOf(by);
    }
  }

  /**
   * They do not.
   *
   * @param example a connection that only the flow permits
   */
  record Open(FiveTuple example) implements Coverage {}

  /** The flow itself permits nothing, so that there is nothing to cover. */
  record Nothing() implements Coverage {}
}
