package org.firebreak.rulebase.kubernetes;

import java.util.Map;
import org.firebreak.core.address.AddressSet;

/**
 * A pod, or a host that Calico guards.
 *
 * @param id model id of the server if the files carry it, else namespace and name
 * @param namespace namespace; {@code null} for a host
 * @param labels its own labels and those that the platform gives it
 * @param assumed whether it only stands for the pods that a selector speaks of
 */
record Pod(
    String id,
    String namespace,
    Map<String, String> labels,
    AddressSet addresses,
    boolean assumed) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Pod pod && id.equals(pod.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
