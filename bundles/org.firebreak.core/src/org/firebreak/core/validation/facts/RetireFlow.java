package org.firebreak.core.validation.facts;

import java.util.List;
import java.util.function.Consumer;
import org.firebreak.core.validation.DesignElements;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;

/**
 * Retires a flow; it stays in the design with all that was entered, and permits nothing.
 *
 * @param covers flows that permit what is needed of it, without which it is not retired
 */
public record RetireFlow(ExpectedFlow expected, List<ExpectedFlow> covers)
    implements Consumer<DesignElements> {
  @Override
  public void accept(DesignElements elements) {
    Flow flow = expected.in(elements);
    covers.forEach(cover -> cover.in(elements));
    flow.setState(FlowState.RETIRED);
  }
}
