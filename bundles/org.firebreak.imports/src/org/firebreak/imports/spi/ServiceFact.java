package org.firebreak.imports.spi;

import java.util.Objects;
import java.util.Set;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.model.Protocol;

/** A service as a file states it: what it covers, or its name. */
public sealed interface ServiceFact {

  /** A protocol with ports, or an ICMP type. */
  record Exact(ServiceMatch match) implements ServiceFact {
    /** The match is not null. */
    public Exact {
      Objects.requireNonNull(match, "match");
    }
  }

  /**
   * The name of a service of the design or the library.
   *
   * @param name the name as written
   * @param protocols the protocols stated with it; empty for whichever the service has
   */
  record Named(String name, Set<Protocol> protocols) implements ServiceFact {
    /** Copies the protocols. */
    public Named {
      protocols = Set.copyOf(protocols);
    }
  }
}
