package org.firebreak.core.policy;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Risk;
import org.firebreak.model.Strategy;

/**
 * Which servers hybrid segmentation microsegments, unless the server or its group says otherwise.
 * One reason is enough.
 *
 * @param risk least risk that makes a server microsegmented
 * @param internetFacing whether internet-facing servers are
 * @param endpoints model ids of zones, groups and servers that are, with all that is inside them
 */
public record MicroCriteria(Risk risk, boolean internetFacing, Set<String> endpoints) {
  /** Of a design that does not say: critical and internet-facing servers. */
  static final MicroCriteria USUAL = new MicroCriteria(Risk.CRITICAL, true, Set.of());

  public MicroCriteria {
    endpoints = Collections.unmodifiableSet(new TreeSet<>(endpoints));
  }

  /** Those of a strategy of the model; {@code null} for the usual ones. */
  static MicroCriteria of(Strategy strategy) {
    return strategy == null
        ? USUAL
        : new MicroCriteria(
            strategy.getMicroRisk(),
            strategy.isMicroInternetFacing(),
            strategy.getMicroEndpoints().stream()
                .filter(endpoint -> isBeside(strategy, endpoint))
                .map(Endpoint::getId)
                .collect(Collectors.toSet()));
  }

  /** Whether an endpoint is in the same design; what was taken out of it microsegments nothing. */
  private static boolean isBeside(Strategy strategy, Endpoint endpoint) {
    EObject design = EcoreUtil.getRootContainer(strategy);
    return design == strategy || EcoreUtil.isAncestor(design, endpoint);
  }

  /** The same with other endpoints. */
  public MicroCriteria withEndpoints(Set<String> ids) {
    return new MicroCriteria(risk, internetFacing, ids);
  }
}
