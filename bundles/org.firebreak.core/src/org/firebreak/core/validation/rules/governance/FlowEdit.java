package org.firebreak.core.validation.rules.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.model.Flow;

/** The same change of several flows. */
final class FlowEdit {
  private FlowEdit() {}

  /**
   * A fix of flows.
   *
   * @param still whether a flow still needs the change; if none does, the fix is outdated
   */
  static Fix fix(
      String label,
      boolean safe,
      List<ElementRef> flows,
      Predicate<Flow> still,
      Consumer<Flow> change) {
    List<String> ids = flows.stream().map(ElementRef::id).toList();
    return new Fix(
        label,
        safe,
        design -> {
          List<Flow> needing = new ArrayList<>();
          for (String id : ids) {
            Flow flow = design.get(Flow.class, id);
            if (still.test(flow)) {
              needing.add(flow);
            }
          }
          if (needing.isEmpty()) {
            throw new OutdatedFixException("the flows no longer need it");
          }
          needing.forEach(change);
        });
  }
}
