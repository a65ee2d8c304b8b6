package org.firebreak.core.policy;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * In which phase of the roll-out each part of a design is. A server is in the phase of the
 * innermost endpoint around it that has one, itself included.
 *
 * @param byDefault phase of everything that has none of its own, and of connections between two
 *     ends outside the design
 * @param byEndpoint phases of zones, groups and servers by model id
 */
public record RolloutPlan(RolloutPhase byDefault, Map<String, RolloutPhase> byEndpoint) {
  /** Everything is enforced. */
  public static final RolloutPlan ENFORCED = of(RolloutPhase.ENFORCE);

  public RolloutPlan {
    byEndpoint = Collections.unmodifiableMap(new TreeMap<>(byEndpoint));
  }

  /** Everything is in one phase. */
  public static RolloutPlan of(RolloutPhase phase) {
    return new RolloutPlan(phase, Map.of());
  }

  /** This plan with another phase for an endpoint and what is inside it. */
  public RolloutPlan with(String endpointId, RolloutPhase phase) {
    Map<String, RolloutPhase> phases = new TreeMap<>(byEndpoint);
    phases.put(endpointId, phase);
    return new RolloutPlan(byDefault, phases);
  }

  /** Whether nothing is in a phase other than {@link RolloutPhase#ENFORCE}. */
  public boolean isEnforced() {
    return byDefault == RolloutPhase.ENFORCE
        && byEndpoint.values().stream().allMatch(phase -> phase == RolloutPhase.ENFORCE);
  }
}
