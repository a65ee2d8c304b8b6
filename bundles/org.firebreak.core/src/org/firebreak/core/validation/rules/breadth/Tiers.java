package org.firebreak.core.validation.rules.breadth;

import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.model.Endpoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.TrustLevel;
import org.firebreak.model.Zone;

/**
 * The tiers of a design, by the trust levels of its zones: outside, perimeter, internal, data and
 * regulated (one behind the other). Management stands beside them and is no tier.
 */
final class Tiers {
  private final Map<Endpoint, Optional<TrustLevel>> known = new IdentityHashMap<>();
  private final Set<TrustLevel> inUse = EnumSet.noneOf(TrustLevel.class);

  private Tiers(ValidationContext context) {
    for (Zone zone : context.zones()) {
      if (!zone.getServers().isEmpty()
          || zone.getGroups().stream().anyMatch(group -> !group.getServers().isEmpty())) {
        trust(zone).ifPresent(inUse::add);
      }
    }
  }

  static Tiers in(ValidationContext context) {
    return context.shared(Tiers.class, Tiers::new);
  }

  /** Whether some zone of the level holds servers. */
  boolean has(TrustLevel level) {
    return inUse.contains(level);
  }

  /**
   * The trust level of an end: that of its innermost zone. Internal is also what nobody has set; an
   * internal zone inside another kind of zone is therefore unknown, and so is a zone that holds
   * zones of other levels.
   */
  Optional<TrustLevel> trust(Endpoint end) {
    Optional<TrustLevel> level = known.get(end);
    if (level == null) {
      level = compute(end);
      known.put(end, level);
    }
    return level;
  }

  /** The trust level of a client end; an external network is outside. */
  Optional<TrustLevel> from(Endpoint end) {
    return end instanceof ExternalNetwork ? Optional.of(TrustLevel.EXTERNAL) : trust(end);
  }

  private static Optional<TrustLevel> compute(Endpoint end) {
    EObject inner = end;
    while (inner != null && !(inner instanceof Zone)) {
      inner = inner.eContainer();
    }
    if (!(inner instanceof Zone zone)) {
      return Optional.empty();
    }
    if (end == zone && !isUniform(zone, zone.getTrust())) {
      return Optional.empty();
    }
    if (zone.getTrust() == TrustLevel.INTERNAL) {
      for (EObject outer = zone.eContainer(); outer instanceof Zone; outer = outer.eContainer()) {
        if (((Zone) outer).getTrust() != TrustLevel.INTERNAL) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(zone.getTrust());
  }

  private static boolean isUniform(Zone zone, TrustLevel level) {
    return zone.getTrust() == level
        && zone.getZones().stream().allMatch(inner -> isUniform(inner, level));
  }

  /** Position from outside (0) inwards; -1 for what is no tier. */
  static int depth(TrustLevel level) {
    return switch (level) {
      case EXTERNAL -> 0;
      case PERIMETER -> 1;
      case INTERNAL -> 2;
      case DATA, REGULATED -> 3;
      case MANAGEMENT -> -1;
    };
  }
}
