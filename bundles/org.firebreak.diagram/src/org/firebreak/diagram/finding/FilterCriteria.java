package org.firebreak.diagram.finding;

import org.firebreak.model.FlowState;
import org.firebreak.model.Risk;
import org.firebreak.model.Zone;

/**
 * What a filter asks for; what is null or empty is not asked for.
 *
 * @param text words in the names, addresses, services or labels
 * @param zone around the element, or around an end of a flow
 * @param risk of a server
 * @param service name of a service of the flows
 * @param label {@code key=value} of an endpoint
 * @param state of the flows
 * @param findings whether there is a finding on the element
 */
record FilterCriteria(
    String text,
    Zone zone,
    Risk risk,
    String service,
    String label,
    FlowState state,
    boolean findings) {
  static final FilterCriteria NONE = new FilterCriteria("", null, null, null, null, null, false);

  boolean isNone() {
    return equals(NONE);
  }

  /** Whether flows alone can be asked this. */
  boolean asksForFlows() {
    return service != null || state != null;
  }
}
