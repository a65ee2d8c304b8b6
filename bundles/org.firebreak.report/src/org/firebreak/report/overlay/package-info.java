/**
 * What was computed of a design, laid over its diagrams: throughput, blast radius, attack paths.
 *
 * <pre>
 * SizingStudy -> ThroughputOverlay  \
 * BlastRadius -> BlastRadiusOverlay  > Overlay -> canvas, SVG, PNG, PDF
 * AttackPaths -> AttackPathOverlay  /
 * </pre>
 */
package org.firebreak.report.overlay;
