package org.firebreak.imports.spi;

import java.util.List;
import org.firebreak.imports.input.Place;

/**
 * A flow as a port matrix states it.
 *
 * @param place where it is stated
 * @param source client end as written: a name, an address, a CIDR or {@code *}
 * @param destination server end as written
 * @param tenant name of the tenant in which both ends are meant; null if not stated
 * @param services what may be used, at least one
 * @param serviceName name for a service that neither design nor library knows; null for a name made
 *     of protocol and port
 * @param values what is stated about attributes of the flow
 */
public record FlowFact(
    Place place,
    String source,
    String destination,
    String tenant,
    List<ServiceFact> services,
    String serviceName,
    Values values) {}
