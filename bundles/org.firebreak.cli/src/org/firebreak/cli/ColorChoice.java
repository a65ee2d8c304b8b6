package org.firebreak.cli;

/** When text output is in colour. */
enum ColorChoice {
  /** On a terminal that shows them. */
  AUTO,
  ALWAYS,
  NEVER
}
