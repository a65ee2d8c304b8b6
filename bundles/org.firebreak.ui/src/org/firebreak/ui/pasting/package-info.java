/**
 * Rows of a spreadsheet that are pasted on a diagram, read by the importers of files.
 *
 * <pre>
 *   TablePasting ──► PastedRows (which kind, header) ──► PastedImport (one edit) ──► PasteReport
 * </pre>
 */
package org.firebreak.ui.pasting;
