/**
 * Throughput and sizing: what the central firewall, its links and the hosts have to carry, and
 * which appliances of the catalogue can.
 *
 * <pre>
 *   Flow ──► TrafficClass* ──► CentralDemand ──► Recommendation ◄── ApplianceCatalogue
 *                 │      ├──► HostDemand, HostLoad* (each host)
 *                 │      └──► BoundaryLoad* (each pair of zones)
 *                 └── SizingModel (from a design and its compiled policy) ──► SizingStudy
 * </pre>
 *
 * Rates are bit/s with both directions summed, sizes bytes, times seconds; the formulas take and
 * give types of {@code units}. Terms of the results follow RFC 9411: Inspected Throughput, TCP
 * Connections Per Second, Concurrent TCP Connections. Results are immutable. The formulas are
 * explained in docs/user/sizing.md.
 */
package org.firebreak.core.sizing;
