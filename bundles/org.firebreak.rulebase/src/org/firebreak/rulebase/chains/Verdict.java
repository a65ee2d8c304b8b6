package org.firebreak.rulebase.chains;

/** What a rule of a chain does with a connection that matches. */
public sealed interface Verdict {
  /** It passes this base chain. */
  record Accept() implements Verdict {}

  /** It is denied, with an answer or without. */
  record Drop() implements Verdict {}

  /** The rules of another chain are tried, then the next rule of this one. */
  record Jump(String chain) implements Verdict {}

  /** The rules of another chain are tried in place of those left in this one. */
  record Goto(String chain) implements Verdict {}

  /** The rules after the jump that led here are next. */
  record Return() implements Verdict {}

  /** The next rule is tried. */
  record Continue() implements Verdict {}
}
