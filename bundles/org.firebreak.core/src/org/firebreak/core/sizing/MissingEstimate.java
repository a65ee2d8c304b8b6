package org.firebreak.core.sizing;

import java.util.List;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.model.Design;
import org.firebreak.model.FlowState;

/**
 * A flow whose traffic is not fully known.
 *
 * @param flowId id of the flow
 * @param name name of the flow
 * @param figures the missing figures, in words; with what is used instead, if anything
 */
public record MissingEstimate(String flowId, String name, List<String> figures) {

  /**
   * Every flow of a design that is not retired and whose traffic is not fully known, whatever the
   * policy says of it.
   *
   * @param design design
   * @param parameters parameters, which say what is assumed instead
   * @return flows in the order of the design
   */
  public static List<MissingEstimate> of(Design design, SizingParameters parameters) {
    return design.getFlows().stream()
        .filter(flow -> flow.getState() != FlowState.RETIRED)
        .map(
            flow -> {
              String name = ElementRef.of(flow).name();
              return new MissingEstimate(
                  flow.getId(), name, FlowEstimate.of(flow, name, true, parameters).missing());
            })
        .filter(each -> !each.figures().isEmpty())
        .toList();
  }

  /** Copies the figures. */
  public MissingEstimate {
    figures = List.copyOf(figures);
  }
}
