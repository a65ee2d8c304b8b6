package org.firebreak.core.sizing;

/**
 * What the policy asks of an enforcement point besides traffic.
 *
 * @param rules number of rules
 * @param addressObjects number of address objects and groups of them
 * @param zones number of zones
 */
public record PolicySize(int rules, int addressObjects, int zones) {

  /** No policy: only the traffic is judged. */
  public static final PolicySize NONE = new PolicySize(0, 0, 0);
}
