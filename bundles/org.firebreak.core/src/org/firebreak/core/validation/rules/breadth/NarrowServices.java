package org.firebreak.core.validation.rules.breadth;

import java.util.List;
import java.util.function.Consumer;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.DesignElements;
import org.firebreak.core.validation.facts.ExpectedFlow;
import org.firebreak.core.validation.facts.FlowChanges;
import org.firebreak.model.Flow;
import org.firebreak.model.Service;

/**
 * Permits other services in place of some.
 *
 * @param services ids of those that go
 * @param by what comes in the place of the first; empty if nothing does
 */
record NarrowServices(ExpectedFlow expected, List<String> services, List<ServiceMatch> by)
    implements Consumer<DesignElements> {
  @Override
  public void accept(DesignElements elements) {
    Flow flow = expected.in(elements);
    List<Service> gone = services.stream().map(id -> elements.get(Service.class, id)).toList();
    for (int i = 0; i < gone.size(); i++) {
      FlowChanges.replaceService(flow, gone.get(i), i == 0 ? by : List.of());
    }
  }
}
