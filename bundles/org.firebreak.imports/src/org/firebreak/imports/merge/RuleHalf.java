package org.firebreak.imports.merge;

import java.util.List;
import java.util.Objects;
import org.firebreak.core.address.AddressSet;
import org.firebreak.imports.spi.RuleFact;
import org.firebreak.model.Endpoint;
import org.firebreak.rulebase.chains.Box;

/**
 * What a rule permits in one address family.
 *
 * @param source endpoints whose addresses are not known; {@code null} if the box has the addresses
 * @param destination as the source
 */
record RuleHalf(
    RuleFact fact, List<Endpoint> source, List<Endpoint> destination, Box box, boolean v6) {

  /** The half of a family; its box may be empty. */
  static RuleHalf of(
      RuleFact fact, List<Endpoint> source, List<Endpoint> destination, Box whole, boolean v6) {
    AddressSet from = v6 ? whole.source().v6() : whole.source().v4();
    AddressSet to = v6 ? whole.destination().v6() : whole.destination().v4();
    return new RuleHalf(fact, source, destination, new Box(from, to, whole.services()), v6);
  }

  /** Whether both speak of the same endpoints where addresses are not known. */
  boolean isComparableTo(RuleHalf other) {
    return Objects.equals(source, other.source) && Objects.equals(destination, other.destination);
  }
}
