package org.firebreak.core.policy;

import java.time.LocalDate;
import org.firebreak.model.Flow;

/**
 * Who asked for a flow and why. Texts are {@code null} where the design says nothing.
 *
 * @param expiresOn last day on which it permits anything; {@code null} for good
 */
public record FlowRecord(String owner, String ticket, String justification, LocalDate expiresOn) {
  static FlowRecord of(Flow flow) {
    return new FlowRecord(
        flow.getOwner(), flow.getTicket(), flow.getJustification(), flow.getExpiresOn());
  }
}
