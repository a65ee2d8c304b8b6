package org.firebreak.core.policy;

import java.util.List;
import org.firebreak.model.FlowState;
import org.firebreak.model.Inspection;

/**
 * A flow that permits something on the evaluation date.
 *
 * @param index position in {@link CompiledPolicy#flows()}, which is also its precedence: where
 *     several flows cover a connection, the first decides how it is inspected and logged
 * @param record who asked for it and why, as descriptions of rules tell it
 */
public record PolicyFlow(
    int index,
    ElementRef ref,
    PolicyEndpoint source,
    PolicyEndpoint destination,
    List<PolicyService> services,
    FlowState state,
    Inspection inspection,
    boolean log,
    FlowRecord record) {
  /** Whether one of the services covers the connection. */
  public boolean covers(Connection connection) {
    for (PolicyService service : services) {
      if (connection.isCoveredBy(service.match())) {
        return true;
      }
    }
    return false;
  }
}
