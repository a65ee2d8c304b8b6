package org.firebreak.core.reach;

import java.util.List;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyService;

/** Why one server can open a connection to another. */
public sealed interface Way {
  /** Both are in a group, and neither is microsegmented: everything is open. */
  record InGroup(ElementRef group) implements Way {
    @Override
    public String text() {
      return "group " + group.name() + ", any service";
    }
  }

  /**
   * A flow permits it.
   *
   * @param services the services of the flow
   */
  record ByFlow(ElementRef flow, List<PolicyService> services) implements Way {
    @Override
    public String text() {
      return "flow "
          + flow.name()
          + ", "
          + String.join(", ", services.stream().map(each -> each.match().toString()).toList());
    }
  }

  /** The server may reach quarantined ones, as part of a responder. */
  record AsResponder(ElementRef responder) implements Way {
    @Override
    public String text() {
      return "responder " + responder.name() + ", any service";
    }
  }

  /** The way in words: what is open, and which services. */
  String text();
}
