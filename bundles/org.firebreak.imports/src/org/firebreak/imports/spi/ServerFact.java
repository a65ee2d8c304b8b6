package org.firebreak.imports.spi;

import java.util.List;
import java.util.Map;
import org.firebreak.core.address.Address;
import org.firebreak.imports.input.Place;

/**
 * A server as an inventory states it.
 *
 * @param place where it is stated
 * @param name its name
 * @param tenant name of its tenant
 * @param zone name of its zone
 * @param group name of its group
 * @param likelyGroup name of its group if neither the inventory nor a naming convention tells; null
 *     for none
 * @param addresses all its addresses
 * @param labels labels to set; others stay as they are
 * @param values what is stated about attributes of the server
 */
public record ServerFact(
    Place place,
    String name,
    Given<String> tenant,
    Given<String> zone,
    Given<String> group,
    String likelyGroup,
    Given<List<Address>> addresses,
    Map<String, String> labels,
    Values values) {}
