/**
 * Importing tables, which runs the same importer as the command line.
 *
 * <pre>
 *   ImportWizard ──► ImportPages ─┬─ FilesPage, OptionsPage ──► ImportRequest
 *   NewDesignWizard ─────┘        ├─ ImportRun    the importer at work on a copy
 *                                 └─ PreviewPage  what it creates and rejects, before it does
 * </pre>
 */
package org.firebreak.ui.importing;
