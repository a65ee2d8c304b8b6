package org.firebreak.core.policy;

import java.util.List;
import org.firebreak.model.Inspection;
import org.firebreak.model.Severity;

/**
 * One rule in vendor-neutral form. Rules of a rule set are ordered: the first that matches decides.
 *
 * @param id short identifier, stable as long as the model elements it comes from are the same, and
 *     unique in its rule set
 * @param source addresses of the client
 * @param destination addresses of the server
 * @param services services that match; empty for every service
 * @param log whether matching connections are logged
 * @param alert alert that a match raises; {@code null} for none
 * @param inspection inspection level of permitted connections
 * @param origins model elements from which the rule comes: flows, a group, a tripwire, quarantined
 *     servers; empty for the rules about everything else
 */
public record Rule(
    String id,
    Kind kind,
    Direction direction,
    AddressGroup source,
    AddressGroup destination,
    List<PolicyService> services,
    Action action,
    boolean log,
    Alert alert,
    Inspection inspection,
    List<ElementRef> origins) {
  /** Why a rule exists. */
  public enum Kind {
    /**
     * Traffic of microsegmented servers, which their hosts enforce; the central firewall permits
     * it.
     */
    ENFORCED_AT_HOSTS,
    /** Members of a group among themselves, should the firewall see such traffic. */
    INTRA_GROUP,
    /** What flows permit. */
    FLOW,
    /** Denied and alerted. */
    TRIPWIRE,
    /** Everything else: denied and logged. */
    DEFAULT_DENY,
    /**
     * What would be denied, but is permitted and logged because the roll-out is not in that phase
     * yet.
     */
    MONITORED,
    /**
     * Quarantined servers: connections from responders are permitted and logged, all else is denied
     * and logged.
     */
    QUARANTINE
  }

  /** Which way a connection passes the enforcement point. */
  public enum Direction {
    /** Through a central firewall. */
    FORWARD,
    /** Into the host: the destination is the host itself. */
    INBOUND,
    /** Out of the host: the source is the host itself. */
    OUTBOUND
  }

  /** What happens to a connection that matches. */
  public enum Action {
    PERMIT,
    DENY
  }

  /**
   * Whom a match alerts.
   *
   * @param recipients e-mail addresses
   */
  public record Alert(Severity severity, List<String> recipients) {}

  Rule withId(String other) {
    return new Rule(
        other,
        kind,
        direction,
        source,
        destination,
        services,
        action,
        log,
        alert,
        inspection,
        origins);
  }

  /** Whether the rule matches a connection, whatever its direction. */
  public boolean matches(Connection connection) {
    return (services.isEmpty()
            || services.stream().anyMatch(service -> connection.isCoveredBy(service.match())))
        && source.addresses().contains(connection.source())
        && destination.addresses().contains(connection.destination());
  }
}
