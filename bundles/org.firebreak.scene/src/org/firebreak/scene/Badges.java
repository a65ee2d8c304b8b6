package org.firebreak.scene;

import java.util.Iterator;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;

/** Which badge stands where. */
final class Badges {

  private Badges() {}

  /** Badge of a collapsed zone: micro if all groups and servers in it are. */
  static Badge of(Zone zone, SceneOptions options) {
    boolean any = false;
    boolean micro = true;
    for (Iterator<EObject> all = zone.eAllContents(); all.hasNext(); ) {
      if (all.next() instanceof Server server) {
        Badge badge = options.badges().apply(server);
        any |= badge != Badge.NONE;
        micro &= badge == Badge.MICRO;
      }
    }
    if (!any) {
      return Badge.NONE;
    }
    return micro ? Badge.MICRO : Badge.GROUP;
  }

  /** Badge of a member's row, which says only what its group's badge does not. */
  static Badge differing(ServerGroup group, Server member, SceneOptions options) {
    Badge badge = options.badges().apply(member);
    return badge == options.badges().apply(group) ? Badge.NONE : badge;
  }
}
