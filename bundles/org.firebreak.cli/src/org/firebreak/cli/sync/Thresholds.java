package org.firebreak.cli.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.cli.io.Texts;
import org.firebreak.imports.sync.ServerChange;
import org.firebreak.imports.sync.ServerChanges;

/** Stops a run that would go too far. */
final class Thresholds {
  /** What a percentage lets go in any case. */
  static final long SERVERS_IN_ANY_CASE = 1;

  static final long PAIRS_IN_ANY_CASE = 100;

  private Thresholds() {}

  /** What is too much, a sentence each; none if the run may go on. */
  static List<String> exceeded(
      SyncSettings settings,
      String inventory,
      KnownState before,
      KnownState after,
      List<ServerChange> changes) {
    List<String> lines = new ArrayList<>();
    Set<String> origins = new HashSet<>(settings.origins());
    origins.add(inventory);
    long lost = ServerChanges.lost(changes);
    long owned = ServerChanges.owned(before.servers(), origins);
    if (lost > settings.maxRemoved().most(owned, SERVERS_IN_ANY_CASE)) {
      lines.add(
          lost
              + " of "
              + Texts.count(owned, "server")
              + " would be removed or cut off, more than --max-removed "
              + settings.maxRemoved()
              + "; look at the inventory, or run once with --max-removed "
              + lost);
    }
    long pairs = PermittedPairs.count(before.policy());
    long opened = PermittedPairs.opened(before.policy(), after.policy());
    if (opened > settings.maxOpened().most(pairs, PAIRS_IN_ANY_CASE)) {
      lines.add(
          Texts.count(opened, "pair")
              + " of servers would be opened, beside "
              + pairs
              + " that are open, more than --max-opened "
              + settings.maxOpened()
              + "; look at labels and flows, or run once with --max-opened "
              + opened);
    }
    return lines;
  }
}
