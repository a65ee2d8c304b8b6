/**
 * The import wizard, which runs the same importer as the command line.
 *
 * <pre>
 *   ImportWizard ─┬─ FilesPage, OptionsPage ──► ImportRequest
 *                 ├─ ImportRun   the importer at work on a copy, with progress and cancel
 *                 └─ ResultPage  what it did and what it rejected, before anything is changed
 * </pre>
 */
package org.firebreak.ui.importing;
