package org.firebreak.exports.kubernetes;

import java.util.List;
import org.firebreak.core.address.AddressSet;

/**
 * The other end of a rule.
 *
 * @param any whether it is everything; then the rest does not matter
 * @param pods the pods of it, by their labels
 * @param networks addresses of it that are no pod's, and whole networks
 * @param podAddresses addresses that the design gives the pods
 */
public record Peers(boolean any, List<PodPeer> pods, AddressSet networks, AddressSet podAddresses) {
  /**
   * Pods of some namespaces.
   *
   * @param namespaces in order
   */
  public record PodPeer(List<String> namespaces, PodSelector selector) {}

  public Peers {
    pods = List.copyOf(pods);
  }

  /** Whether there is nothing at the other end. */
  public boolean isEmpty() {
    return !any && pods.isEmpty() && networks.isEmpty();
  }
}
