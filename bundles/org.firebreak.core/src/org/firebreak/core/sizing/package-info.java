/**
 * Throughput and sizing: what the central firewall and the hosts have to carry, and which
 * appliances of the catalogue can.
 *
 * <pre>
 *   TrafficClass* ──► CentralDemand ──► Recommendation ◄── ApplianceCatalogue
 *        │      └──► HostDemand             │
 *        └── SizingModel (from a design and its compiled policy) ──► SizingStudy
 * </pre>
 *
 * Rates are bit/s with both directions summed, sizes bytes, times seconds. Terms of the results
 * follow RFC 9411: Inspected Throughput, TCP Connections Per Second, Concurrent TCP Connections.
 * Everything is immutable and, but for {@code SizingModel}, free of EMF. The formulas are explained
 * in docs/user/sizing.md.
 */
package org.firebreak.core.sizing;
