package org.firebreak.core.matrix;

import java.util.Collection;
import java.util.List;
import org.firebreak.core.table.ServicesText;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.io.NewElements;

/**
 * What is to become of a cell.
 *
 * @param row who opens connections
 * @param column who accepts them
 * @param retired flows that are permitted no longer
 * @param services services of a new flow, as {@code https, tcp/8443}; blank for no new flow
 */
public record MatrixEdit(Endpoint row, Endpoint column, Collection<Flow> retired, String services) {
  public MatrixEdit {
    retired = List.copyOf(retired);
  }

  /**
   * Refuses services that are none.
   *
   * @throws IllegalArgumentException the message names the mend
   */
  public void check(Design design) {
    ServicesText.check(services, design);
  }

  /** Whether anything is to change. */
  public boolean isEmpty() {
    return retired.isEmpty() && services.isBlank();
  }

  /** Retires the flows and adds the new one, which is proposed. Call it inside a model edit. */
  public void carryOut(Design design) {
    retired.forEach(flow -> flow.setState(FlowState.RETIRED));
    if (!services.isBlank()) {
      Flow flow = NewElements.flow(row, column);
      ServicesText.set(flow, services, design);
      design.getFlows().add(flow);
    }
  }
}
