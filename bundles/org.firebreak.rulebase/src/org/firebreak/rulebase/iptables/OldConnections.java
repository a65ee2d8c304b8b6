package org.firebreak.rulebase.iptables;

import java.util.List;

/** Rules that no packet of a new connection from elsewhere reaches, or that decide nothing. */
final class OldConnections {
  private static final List<String> TARGETS = List.of("-j", "--jump", "-g", "--goto");
  private static final List<String> STATES = List.of("ESTABLISHED", "RELATED", "INVALID");

  private OldConnections() {}

  /** Whether a rule is for states of connections alone that are not new, or has no target. */
  static boolean alone(Words words) throws NotUnderstood {
    boolean decides = false;
    boolean old = false;
    for (boolean negated = false; words.hasNext(); ) {
      String word = words.next();
      decides |= TARGETS.contains(word);
      if ((word.equals("--state") || word.equals("--ctstate")) && !negated && words.hasNext()) {
        old |= STATES.containsAll(List.of(words.next().split(",")));
      }
      negated = word.equals("!");
    }
    return old || !decides;
  }
}
