package org.firebreak.exports.alerting;

import java.util.List;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyService;

/**
 * Connections that raise no alert.
 *
 * @param services what is permitted; empty for everything
 * @param origins flows with these two ends, the group whose members talk freely, or the responder
 */
public record Permission(
    AddressGroup source,
    AddressGroup destination,
    List<PolicyService> services,
    List<ElementRef> origins) {
  /** Protocols and ports on the {@link ServiceLine}. */
  public Intervals line() {
    return services.isEmpty() ? ServiceLine.ANY : ServiceLine.of(services);
  }
}
