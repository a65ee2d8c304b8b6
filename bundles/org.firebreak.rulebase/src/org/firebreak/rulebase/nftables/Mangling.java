package org.firebreak.rulebase.nftables;

/**
 * Statements that change a packet or mark it and decide nothing; rules that ask for marks are not
 * read.
 */
final class Mangling {
  private Mangling() {}

  /** Reads such a statement, if it is the next one. */
  static boolean skip(RuleWords words) throws NotUnderstood {
    int set =
        switch (words.peek()) {
          case "tcp" -> words.peek(1).equals("option") ? 4 : -1;
          case "meta" ->
              words.peek(1).equals("mark")
                      || words.peek(1).equals("nftrace")
                      || words.peek(1).equals("priority")
                  ? 2
                  : -1;
          case "ct" -> words.peek(1).equals("mark") || words.peek(1).equals("helper") ? 2 : -1;
          default -> -1;
        };
    if (set < 0 || !words.peek(set).equals("set")) {
      return false;
    }
    for (int i = 0; i <= set; i++) {
      words.next();
    }
    String value = words.next();
    if (value.equals("rt") || value.equals("meta") || value.equals("ct")) {
      words.next();
    }
    return true;
  }
}
