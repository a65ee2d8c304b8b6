/**
 * Keeps design, policy bundle and enforcement points in step with an inventory.
 *
 * <pre>
 *   SyncSession ──► InventorySync ──► thresholds ──► BundleWriter ──► SyncFolder.pending
 *        ▲                                                                 │
 *   InventoryWatch             SyncFolder.advance ◄── HookRun (artefacts) ◄┘
 * </pre>
 *
 * While files are still written, a run may begin and is thrown away if they turn out differently.
 * The state of a folder is what was synchronised and applied last; it changes by renaming only
 * after everything else has succeeded.
 */
package org.firebreak.cli.sync;
