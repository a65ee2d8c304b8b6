package org.firebreak.core.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Service;

/**
 * What is permitted from a row to a column.
 *
 * @param flows that permit it, in the order of the design; proposed ones too
 * @param services names of the services, each once, in the order of the flows
 * @param breadth how much the services are together
 * @param proposed how many of the flows are not yet approved
 */
public record MatrixCell(List<Flow> flows, List<String> services, Breadth breadth, int proposed) {
  static final MatrixCell EMPTY = new MatrixCell(List.of(), List.of(), Breadth.NONE, 0);

  static MatrixCell of(List<Flow> flows) {
    Map<String, ServiceMatch> services = new LinkedHashMap<>();
    int proposed = 0;
    for (Flow flow : flows) {
      if (flow.getState() == FlowState.PROPOSED) {
        proposed++;
      }
      if (flow.getServices().isEmpty()) {
        services.put("any", ServiceMatch.ANY);
      }
      for (Service service : flow.getServices()) {
        try {
          services.put(ModelDescriptions.label(service), ServiceMatch.of(service));
        } catch (IllegalArgumentException e) {
          // Not valid, which a rule reports: permits nothing.
        }
      }
    }
    return new MatrixCell(
        List.copyOf(flows),
        List.copyOf(services.keySet()),
        Breadth.of(new ArrayList<>(services.values())),
        proposed);
  }
}
