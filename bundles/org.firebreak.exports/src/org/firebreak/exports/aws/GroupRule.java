package org.firebreak.exports.aws;

import java.util.List;
import org.firebreak.core.policy.Rule;
import org.firebreak.exports.cloud.ServicePiece;

/**
 * A rule of a security group.
 *
 * @param logicalId name of its resource in templates, from group, direction, service and peer
 * @param rules ids of the rules of the policy from which it comes
 */
record GroupRule(
    String logicalId,
    Rule.Direction direction,
    ServicePiece service,
    Peer peer,
    String description,
    List<String> rules) {
  boolean isIngress() {
    return direction == Rule.Direction.INBOUND;
  }

  /** Name of the protocol in EC2. */
  String protocol() {
    return AwsText.protocol(service.protocol());
  }

  /** Whether EC2 wants ports, or type and code. */
  boolean hasPorts() {
    return !Character.isDigit(protocol().charAt(0)) && service.protocol() >= 0;
  }

  /** First port or ICMP type; -1 for every type. */
  int fromPort() {
    return service.isPartial() || protocol().startsWith("icmp") ? service.from() : 0;
  }

  /** Last port or ICMP code; -1 for every code. */
  int toPort() {
    return service.isPartial() || protocol().startsWith("icmp") ? service.to() : 65535;
  }
}
