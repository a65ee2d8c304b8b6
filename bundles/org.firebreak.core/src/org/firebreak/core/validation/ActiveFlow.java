package org.firebreak.core.validation;

import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.model.Flow;

/**
 * A flow that is neither retired nor expired, and has both ends.
 *
 * @param element the flow of the model
 * @param policy what it compiled to
 */
public record ActiveFlow(Flow element, PolicyFlow policy) {
  public ElementRef ref() {
    return policy.ref();
  }

  /** Name for people. */
  public String name() {
    return policy.ref().name();
  }
}
