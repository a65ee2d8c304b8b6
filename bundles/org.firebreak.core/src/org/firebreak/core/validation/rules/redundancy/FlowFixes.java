package org.firebreak.core.validation.rules.redundancy;

import java.util.List;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.DesignElements;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.ExpectedFlow;
import org.firebreak.core.validation.facts.FlowWords;
import org.firebreak.core.validation.facts.RetireFlow;
import org.firebreak.core.validation.facts.Words;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;

/** Changes of whole flows, which mend several kinds of finding. */
final class FlowFixes {
  private FlowFixes() {}

  /** Retires a flow, as long as those that permit the same still do. */
  static Fix retire(ActiveFlow flow, List<ActiveFlow> instead, boolean safe) {
    return new Fix(
        "Retire " + flow.name(),
        safe,
        new RetireFlow(ExpectedFlow.of(flow), instead.stream().map(ExpectedFlow::of).toList()));
  }

  private static Flow active(DesignElements elements, String id) {
    Flow flow = elements.get(Flow.class, id);
    if (flow.getState() == FlowState.RETIRED) {
      throw new OutdatedFixException("flow " + flow.getName() + " is retired meanwhile");
    }
    return flow;
  }

  /**
   * Whether no connection is inspected or logged otherwise once the flow is gone: every later one
   * that may decide in its place does the same.
   */
  static boolean keepsTreatment(ValidationContext context, ActiveFlow flow) {
    return context.active(context.coverage().overlapping(flow.policy())).stream()
        .allMatch(
            other ->
                other.policy().index() < flow.policy().index()
                    || FlowWords.treatAlike(flow, other));
  }

  /**
   * Makes flows alike in inspection and logging: the flow as the others if those agree among each
   * other, or all others as the flow.
   */
  static List<Fix> align(ActiveFlow flow, List<ActiveFlow> others) {
    List<ActiveFlow> one = List.of(flow);
    ActiveFlow first = others.get(0);
    Fix asFlow = align(others, flow);
    return others.stream().allMatch(other -> FlowWords.treatAlike(first, other))
        ? List.of(align(one, first), asFlow)
        : List.of(asFlow);
  }

  private static Fix align(List<ActiveFlow> flows, ActiveFlow model) {
    List<String> ids = flows.stream().map(flow -> flow.ref().id()).toList();
    String other = model.ref().id();
    return new Fix(
        "Inspect and log "
            + (flows.size() == 1 ? flows.get(0).name() : Words.count(flows.size(), "flow"))
            + " as "
            + model.name(),
        false,
        elements -> {
          Flow from = active(elements, other);
          List<Flow> targets = ids.stream().map(id -> active(elements, id)).toList();
          if (targets.stream().allMatch(to -> isAlike(to, from))) {
            throw new OutdatedFixException("they are inspected and logged alike meanwhile");
          }
          for (Flow to : targets) {
            to.setInspection(from.getInspection());
            to.setLog(from.isLog());
          }
        });
  }

  private static boolean isAlike(Flow one, Flow other) {
    return one.getInspection() == other.getInspection() && one.isLog() == other.isLog();
  }
}
