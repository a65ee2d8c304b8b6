package org.firebreak.core.sizing;

import java.util.List;

/**
 * A flow whose traffic is not fully known.
 *
 * @param flowId id of the flow
 * @param name name of the flow
 * @param figures the missing figures, in words; with what is used instead, if anything
 */
public record MissingEstimate(String flowId, String name, List<String> figures) {

  /** Copies the figures. */
  public MissingEstimate {
    figures = List.copyOf(figures);
  }
}
