package org.firebreak.core.validation.facts;

import java.util.List;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.DesignElements;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.model.Element;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;

/**
 * A flow as a fix has seen it.
 *
 * @param services ids of its services, in order
 */
public record ExpectedFlow(
    String id, String name, String source, String destination, List<String> services) {
  public static ExpectedFlow of(ActiveFlow flow) {
    return of(flow.element(), flow.name());
  }

  private static ExpectedFlow of(Flow flow, String name) {
    return new ExpectedFlow(
        flow.getId(),
        name,
        flow.getSource().getId(),
        flow.getDestination().getId(),
        flow.getServices().stream().map(Element::getId).toList());
  }

  /**
   * The flow in a design.
   *
   * @throws OutdatedFixException if it has other ends or services now, or is retired
   */
  public Flow in(DesignElements elements) {
    Flow flow = elements.get(Flow.class, id);
    boolean same =
        flow.getState() != FlowState.RETIRED
            && flow.getSource() != null
            && flow.getDestination() != null
            && of(flow, name).equals(this);
    if (!same) {
      throw new OutdatedFixException("flow " + name + " has been changed meanwhile");
    }
    return flow;
  }
}
