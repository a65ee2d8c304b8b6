/**
 * Cutting, copying and pasting elements, within a design, between designs and with spreadsheets.
 *
 * <pre>
 *   selection ──► Snippet ──► SnippetTransfer ──► system's clipboard ──► Snippet ──► Pasting
 *                     └────► SnippetText (spreadsheets)      └──► TablePaste (other bundles)
 * </pre>
 */
package org.firebreak.diagram.clipboard;
