package org.firebreak.exports.aci;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;

/**
 * What the rules so far decide about some hosts and each of their peers, so that a later rule is
 * written only where it still matters: contracts have no order.
 */
final class PeerClaims {
  private record Claim(Intervals services, boolean permits, boolean log) {}

  private final Map<Integer, List<Claim>> claims = new HashMap<>();

  /** Records a decision. */
  void add(BitSet peers, Intervals services, boolean permits, boolean log) {
    Claim claim = new Claim(services, permits, log);
    peers.stream()
        .forEach(peer -> claims.computeIfAbsent(peer, key -> new ArrayList<>(2)).add(claim));
  }

  /**
   * What is left of services for a permit, by what is left. Where the same is permitted already
   * with the same logging, nothing is taken away. Every service stays so unless all are decided,
   * because permits for single services beat it.
   */
  Map<Intervals, BitSet> leftToPermit(BitSet peers, Intervals services, boolean log) {
    Map<Intervals, BitSet> left = new LinkedHashMap<>();
    peers.stream()
        .forEach(
            peer -> {
              Intervals rest = services;
              for (Claim claim : claims.getOrDefault(peer, List.of())) {
                boolean same = claim.permits() && claim.log() == log;
                boolean all = claim.services().equals(ServiceLine.ANY);
                if (!same && (all || !services.equals(ServiceLine.ANY))) {
                  rest = rest.minus(claim.services());
                }
              }
              put(left, rest, peer);
            });
    return left;
  }

  /** What of services nothing permits yet, by what is left. */
  Map<Intervals, BitSet> leftToDeny(BitSet peers, Intervals services) {
    Map<Intervals, BitSet> left = new LinkedHashMap<>();
    peers.stream()
        .forEach(
            peer -> {
              Intervals rest = services;
              for (Claim claim : claims.getOrDefault(peer, List.of())) {
                rest = rest.minus(claim.services());
              }
              put(left, rest, peer);
            });
    return left;
  }

  private static void put(Map<Intervals, BitSet> left, Intervals rest, int peer) {
    if (!rest.isEmpty()) {
      left.computeIfAbsent(rest, key -> new BitSet()).set(peer);
    }
  }
}
