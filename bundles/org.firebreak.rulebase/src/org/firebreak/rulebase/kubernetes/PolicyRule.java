package org.firebreak.rulebase.kubernetes;

/** A rule of a policy, with the connections that it matches. */
record PolicyRule(String name, String place, Box box, Verdict verdict) {}
