package org.firebreak.core.policy;

import java.util.List;
import org.firebreak.model.Severity;

/**
 * Services that raise an alert when tried where no flow allows them.
 *
 * @param recipients e-mail addresses that are told
 */
public record PolicyTripwire(
    int index,
    ElementRef ref,
    List<PolicyService> services,
    Severity severity,
    List<String> recipients) {
  boolean covers(Connection connection) {
    return services.stream().anyMatch(service -> connection.isCoveredBy(service.match()));
  }
}
