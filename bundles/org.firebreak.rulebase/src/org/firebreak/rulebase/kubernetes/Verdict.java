package org.firebreak.rulebase.kubernetes;

/** What a rule of a policy does with what it matches. */
enum Verdict {
  ALLOW,
  DENY,
  /** Nothing more of this stage or tier is asked. */
  PASS,
  /** A log entry is written, and the next rule is asked. */
  LOG
}
