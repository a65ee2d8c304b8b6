package org.firebreak.exports.sigma;

import java.util.HashMap;
import java.util.Map;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.exports.alerting.AlertScope;
import org.firebreak.exports.alerting.Permission;

/** Excepts from a detection what the policy permits. */
final class Exceptions {
  private final AlertScope scope;
  private final Map<AddressGroup, AddressSet> toServers = new HashMap<>();

  Exceptions(AlertScope scope) {
    this.scope = scope;
  }

  /** What is permitted on these ports, between any ends. */
  void addTo(Detection detection, Intervals ports) {
    for (Permission permission : scope.permissions()) {
      Intervals common = Ports.of(permission.line()).intersect(ports);
      if (!common.isEmpty() && !detection.isTooLarge()) {
        detection.except(
            permission.source().addresses(),
            permission.destination().addresses(),
            common.equals(ports) ? null : common);
      }
    }
  }

  /** What is permitted from some servers to servers; ends that all have are not repeated. */
  void addBetween(Detection detection, AddressSet from) {
    for (Permission permission : scope.permissions()) {
      if (detection.isTooLarge()) {
        return;
      }
      AddressSet source = permission.source().addresses();
      AddressSet destination =
          toServers.computeIfAbsent(
              permission.destination(),
              group -> group.addresses().intersect(scope.servers().addresses()));
      Intervals ports = Ports.of(permission.line());
      if (!destination.isEmpty() && !ports.isEmpty() && source.intersects(from)) {
        detection.except(
            source.containsAll(from) ? null : source.intersect(from),
            destination.equals(scope.servers().addresses()) ? null : destination,
            Ports.isAll(ports) ? null : ports);
      }
    }
  }
}
