package org.firebreak.imports.spi;

import org.firebreak.core.packets.Intervals;
import org.firebreak.imports.input.Place;

/**
 * Connections that a rule base permits.
 *
 * @param place the rule that permits them
 * @param name name of that rule
 * @param services set on the {@link org.firebreak.core.packets.ServiceLine}
 * @param values what is stated about attributes of the flow
 */
public record RuleFact(
    Place place,
    String name,
    RuleEnd source,
    RuleEnd destination,
    Intervals services,
    Values values) {}
