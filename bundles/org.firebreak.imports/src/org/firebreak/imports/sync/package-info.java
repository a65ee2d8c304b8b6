/**
 * Keeps a design in step with an inventory: every server gets the place that the rules of the
 * design give it, and one that no rule places is cut off.
 *
 * <pre>
 *   InventorySync ──► PlacementRules (labels, group, zone)
 *        │      └───► Departures (servers that the inventory no longer states)
 *        ▼
 *   ServerState before, after ──► ServerChanges
 * </pre>
 */
package org.firebreak.imports.sync;
