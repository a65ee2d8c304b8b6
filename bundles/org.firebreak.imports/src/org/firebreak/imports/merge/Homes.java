package org.firebreak.imports.merge;

import org.eclipse.emf.ecore.EObject;
import org.firebreak.imports.spi.ServerFact;
import org.firebreak.model.Server;

/** Decides where the servers of an inventory belong, and hears what became of them. */
public interface Homes {
  /** Every server belongs where the inventory says. */
  Homes AS_STATED = (fact, server) -> null;

  /**
   * Where a server belongs.
   *
   * @param server the server as it is; {@code null} if it is new
   * @return a group, a zone or the design; {@code null} for what the inventory says
   */
  EObject home(ServerFact fact, Server server);

  /** A server of the design is as the inventory states it now. */
  default void merged(ServerFact fact, Server server, boolean created) {}
}
