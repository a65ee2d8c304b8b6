package org.firebreak.core.validation.rules.breadth;

import java.util.List;
import java.util.function.Consumer;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.validation.DesignElements;
import org.firebreak.core.validation.facts.ExpectedFlow;
import org.firebreak.core.validation.facts.FlowChanges;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;

/**
 * Draws a flow from or to other ends; the traffic is divided by the number of their servers.
 *
 * @param client whether it is the client end
 */
record NarrowEnd(ExpectedFlow expected, boolean client, List<PolicyEndpoint> parts)
    implements Consumer<DesignElements> {
  @Override
  public void accept(DesignElements elements) {
    Flow flow = expected.in(elements);
    Endpoint source = flow.getSource();
    Endpoint destination = flow.getDestination();
    List<FlowChanges.Ends> ends =
        parts.stream()
            .map(
                part -> {
                  Endpoint end = elements.get(Endpoint.class, part.ref().id());
                  return new FlowChanges.Ends(
                      client ? end : source,
                      client ? destination : end,
                      Math.max(1, part.to() - part.from()));
                })
            .toList();
    FlowChanges.split(flow, ends);
  }
}
