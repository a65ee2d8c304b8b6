package org.firebreak.ui.overlays;

/** Overlays that a user turns on and off. */
public enum OverlayKind {
  /** Lines by rate and load. */
  THROUGHPUT,
  /** Servers by how far an intruder gets from them. */
  BLAST_RADIUS,
  /** The hops from one server. */
  ATTACK_PATHS
}
