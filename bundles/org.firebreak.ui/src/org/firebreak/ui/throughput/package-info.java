/**
 * The throughput view: what crosses each zone boundary, firewall, link and host, with charts.
 *
 * <pre>
 * SizingStudy -> LoadList (rows by kind) -> table ; Picture (profile, Sankey, years) -> chart
 * </pre>
 */
package org.firebreak.ui.throughput;
