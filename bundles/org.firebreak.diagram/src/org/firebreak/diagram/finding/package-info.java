/**
 * Finding elements on a diagram, and letting stand back what does not matter at the moment. Nothing
 * of it is kept in the design.
 *
 * <pre>
 *   FindingBars ─┬─ FindBar ───► SearchIndex
 *                ├─ FilterBar ─► Filter (FilterCriteria) ─┐
 *                └─ FocusBar ──► Neighbourhood ───────────┴─► Dimming ──► LiveScene
 * </pre>
 */
package org.firebreak.diagram.finding;
