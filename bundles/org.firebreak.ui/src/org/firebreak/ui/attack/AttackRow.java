package org.firebreak.ui.attack;

import java.util.List;
import org.firebreak.core.policy.ElementRef;

/**
 * A server within reach.
 *
 * @param server the server
 * @param before fewest hops under the strategy in force; 0 if it is not reached
 * @param after fewest hops under the other strategy; 0 if it is not reached
 * @param from name of the server before it on the way
 * @param way why that one can connect to it
 * @param path servers and flows from the start to it
 */
public record AttackRow(
    ElementRef server, int before, int after, String from, String way, List<ElementRef> path) {

  /** Copies the path. */
  public AttackRow {
    path = List.copyOf(path);
  }

  /** For the order: what is not reached comes last. */
  int sortedHops() {
    return before == 0 ? Integer.MAX_VALUE : before;
  }

  /** Hops in words. */
  static String words(int hops) {
    return hops == 0 ? "not reached" : hops == 1 ? "1 hop" : hops + " hops";
  }
}
