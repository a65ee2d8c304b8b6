package org.firebreak.core.validation.rules.risk;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.NameWords;
import org.firebreak.core.validation.facts.PublicAddresses;
import org.firebreak.model.Endpoint;
import org.firebreak.model.FirebreakPackage;
import org.firebreak.model.Label;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.TrustLevel;
import org.firebreak.model.Zone;

/**
 * What the servers of a design are there for. The trust levels of their zones say it; besides, the
 * first that has a word for it: a label of the server, the role of its group, a label of the group,
 * the name of the group or of a server outside any, the names of the zones from the inside out.
 */
final class Places {
  private static final Set<String> ROLE_LABELS = Set.of("role", "tier", "function");

  private final Map<Tier, BitSet> servers = new EnumMap<>(Tier.class);
  private final Map<TrustLevel, BitSet> trusted = new EnumMap<>(TrustLevel.class);
  private final BitSet facing = new BitSet();
  private final BitSet management = new BitSet();
  private final Map<String, Set<Tier>> known = new HashMap<>();
  private final Map<String, Boolean> roleKeys = new HashMap<>();
  private final Map<Integer, Boolean> publicNetworks = new HashMap<>();

  private Places(ValidationContext context) {
    for (Tier tier : Tier.values()) {
      servers.put(tier, new BitSet());
    }
    for (TrustLevel level : TrustLevel.VALUES) {
      trusted.put(level, new BitSet());
    }
    Object container = null;
    Set<Tier> inherited = Set.of();
    Set<TrustLevel> levels = Set.of();
    for (int i = 0; i < context.servers().size(); i++) {
      Server server = context.servers().get(i);
      if (server.eContainer() != container) {
        container = server.eContainer();
        inherited = container instanceof Endpoint endpoint ? tiers(endpoint) : Set.of();
        levels = levels(server);
      }
      mark(i, server, inherited, levels);
    }
    management.or(trusted.get(TrustLevel.MANAGEMENT));
    management.or(servers.get(Tier.JUMP));
    management.or(servers.get(Tier.MANAGEMENT));
  }

  static Places of(ValidationContext context) {
    return context.shared(Places.class, Places::new);
  }

  private void mark(int index, Server server, Set<Tier> inherited, Set<TrustLevel> levels) {
    if (server.isInternetFacing()) {
      facing.set(index);
    }
    levels.forEach(level -> trusted.get(level).set(index));
    Set<Tier> own = labelled(server);
    if (own.isEmpty() && !(server.eContainer() instanceof ServerGroup)) {
      own = ofText(server.getName());
    }
    for (Tier tier : own.isEmpty() ? inherited : own) {
      servers.get(tier).set(index);
    }
  }

  /** What a group, zone or server itself says, else what is around it. */
  private Set<Tier> tiers(Endpoint endpoint) {
    Set<Tier> tiers = EnumSet.noneOf(Tier.class);
    if (endpoint instanceof ServerGroup group) {
      tiers = ofText(group.getRole());
    }
    if (tiers.isEmpty()) {
      tiers = labelled(endpoint);
    }
    if (tiers.isEmpty()) {
      tiers = ofText(endpoint.getName());
    }
    return tiers.isEmpty() && endpoint.eContainer() instanceof Endpoint around
        ? tiers(around)
        : tiers;
  }

  private Set<Tier> labelled(Endpoint endpoint) {
    if (endpoint.eIsSet(FirebreakPackage.Literals.ENDPOINT__LABELS)) {
      for (Label label : endpoint.getLabels()) {
        if (roleKeys.computeIfAbsent(String.valueOf(label.getKey()), Places::isRole)) {
          return ofText(label.getValue());
        }
      }
    }
    return Set.of();
  }

  private static boolean isRole(String key) {
    return ROLE_LABELS.contains(key.toLowerCase(Locale.ROOT));
  }

  private Set<Tier> ofText(String text) {
    return text == null || text.isBlank()
        ? Set.of()
        : known.computeIfAbsent(text, each -> Tier.of(NameWords.of(each)));
  }

  private static Set<TrustLevel> levels(Endpoint endpoint) {
    Set<TrustLevel> levels = EnumSet.noneOf(TrustLevel.class);
    for (Object each = endpoint; each instanceof Endpoint inner; each = inner.eContainer()) {
      if (inner instanceof Zone zone) {
        levels.add(zone.getTrust());
      }
    }
    return levels;
  }

  /** Whether everything at an end is of a tier; an external network tells by its name. */
  boolean all(End end, Tier tier) {
    return end.hasServers()
        ? isWithin(end, servers.get(tier))
        : end.element() != null && tiers(end.element()).contains(tier);
  }

  /** Whether something at an end is of a tier. */
  boolean any(End end, Tier tier) {
    return end.hasServers() ? meets(end, servers.get(tier)) : all(end, tier);
  }

  /** Whether some server of the design is of a tier. */
  boolean exists(Tier tier) {
    return !servers.get(tier).isEmpty();
  }

  /** Whether everything at an end lies in zones of a trust level. */
  boolean all(End end, TrustLevel level) {
    return end.hasServers()
        ? isWithin(end, trusted.get(level))
        : !end.isExternal() && end.element() != null && levels(end.element()).contains(level);
  }

  /** Whether some server at an end accepts connections from the Internet. */
  boolean anyFacing(End end) {
    return meets(end, facing);
  }

  /** Whether all servers at an end accept connections from the Internet. */
  boolean allFacing(End end) {
    return end.hasServers() && isWithin(end, facing);
  }

  /** Whether administrators may come from there: jump hosts, or what manages the others. */
  boolean isManagement(End end) {
    if (!end.hasServers()) {
      return all(end, Tier.JUMP) || all(end, Tier.MANAGEMENT) || all(end, TrustLevel.MANAGEMENT);
    }
    return isWithin(end, management);
  }

  /** Whether the design says of any server that administrators come from there. */
  boolean hasManagement() {
    return !management.isEmpty();
  }

  /** Whether an external network has an address that is routed on the Internet. */
  boolean isPublic(End end) {
    return end.isExternal()
        && publicNetworks.computeIfAbsent(
            end.policy().index(), index -> PublicAddresses.anyIn(end.policy().network()));
  }

  private static boolean isWithin(End end, BitSet set) {
    return set.nextClearBit(end.policy().from()) >= end.policy().to();
  }

  private static boolean meets(End end, BitSet set) {
    int first = set.nextSetBit(end.policy().from());
    return first >= 0 && first < end.policy().to();
  }
}
