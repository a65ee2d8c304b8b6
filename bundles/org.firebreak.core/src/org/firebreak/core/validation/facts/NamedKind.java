package org.firebreak.core.validation.facts;

import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;

/** Kinds of elements as profiles and findings name them. */
public enum NamedKind {
  ZONE("zone", "zone"),
  GROUP("group", "server group"),
  SERVER("server", "server"),
  SERVICE("service", "service"),
  EXTERNAL_NETWORK("external-network", "external network");

  private final String key;
  private final String noun;

  NamedKind(String key, String noun) {
    this.key = key;
    this.noun = noun;
  }

  /** The kind of a zone, group, server, external network; a service for the rest. */
  public static NamedKind of(NamedElement element) {
    return switch (element) {
      case Zone zone -> ZONE;
      case ServerGroup group -> GROUP;
      case Server server -> SERVER;
      case ExternalNetwork network -> EXTERNAL_NETWORK;
      default -> SERVICE;
    };
  }

  /** Key of the naming convention in a profile. */
  public String key() {
    return key;
  }

  /** {@code server group}. */
  public String noun() {
    return noun;
  }

  /** {@code Server group}. */
  public String title() {
    return Character.toUpperCase(noun.charAt(0)) + noun.substring(1);
  }
}
