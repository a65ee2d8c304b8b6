package org.firebreak.scene;

import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;

/** Which badge stands where. */
final class Badges {

  private Badges() {}

  /** Badge of a member's row, which says only what its group's badge does not. */
  static Badge differing(ServerGroup group, Server member, SceneOptions options) {
    Badge badge = options.badges().apply(member);
    return badge == options.badges().apply(group) ? Badge.NONE : badge;
  }
}
