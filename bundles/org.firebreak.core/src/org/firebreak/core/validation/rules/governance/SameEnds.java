package org.firebreak.core.validation.rules.governance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.model.Flow;

/** What the other flows of the same ends say, as evidence for a flow that says nothing. */
final class SameEnds {
  /** Indexes of endpoints. */
  private record Ends(int source, int destination) {}

  private static final int ANY = -1;
  private static final int LEAST_OWNED = 2;

  private final Map<Ends, List<Flow>> flows = new HashMap<>();

  private SameEnds() {}

  static SameEnds of(ValidationContext context) {
    SameEnds table = new SameEnds();
    for (ActiveFlow flow : context.activeFlows()) {
      int destination = flow.policy().destination().index();
      table.add(new Ends(flow.policy().source().index(), destination), flow.element());
      table.add(new Ends(ANY, destination), flow.element());
    }
    return table;
  }

  private void add(Ends ends, Flow flow) {
    flows.computeIfAbsent(ends, same -> new ArrayList<>(1)).add(flow);
  }

  /** What all other flows of the same two ends say, those aside that say nothing. */
  Optional<String> unanimous(ActiveFlow flow, Function<Flow, String> attribute) {
    return unanimous(
        new Ends(flow.policy().source().index(), flow.policy().destination().index()),
        attribute,
        1);
  }

  /** The owner of the other flows of the same ends, else of all others to the same server end. */
  Optional<String> owner(ActiveFlow flow) {
    return unanimous(flow, Flow::getOwner)
        .or(
            () ->
                unanimous(
                    new Ends(ANY, flow.policy().destination().index()),
                    Flow::getOwner,
                    LEAST_OWNED));
  }

  private Optional<String> unanimous(Ends ends, Function<Flow, String> attribute, int least) {
    String said = null;
    int times = 0;
    for (Flow flow : flows.getOrDefault(ends, List.of())) {
      String text = attribute.apply(flow);
      if (FlowBatch.isSet(text)) {
        if (said != null && !said.equals(text.strip())) {
          return Optional.empty();
        }
        said = text.strip();
        times++;
      }
    }
    return times < least ? Optional.empty() : Optional.ofNullable(said);
  }
}
