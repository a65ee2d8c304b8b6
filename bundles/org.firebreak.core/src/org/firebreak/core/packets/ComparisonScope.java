package org.firebreak.core.packets;

import org.firebreak.core.address.AddressSet;

/**
 * Where two packet filters are compared, and in what.
 *
 * @param source clients that matter
 * @param destination servers that matter
 * @param logs whether logging more or less is a difference
 * @param alerts whether alerting more or less is one
 */
public record ComparisonScope(
    AddressSet source, AddressSet destination, boolean logs, boolean alerts) {
  /** Everything, everywhere. */
  public static final ComparisonScope ALL =
      new ComparisonScope(AddressSet.ANY, AddressSet.ANY, true, true);

  /** The same between other ends. */
  public ComparisonScope between(AddressSet clients, AddressSet servers) {
    return new ComparisonScope(clients, servers, logs, alerts);
  }

  /** What is left of an outcome once that which does not matter is taken away. */
  public Outcome of(Outcome outcome) {
    return new Outcome(outcome.permits(), logs && outcome.logs(), alerts && outcome.alerts());
  }
}
