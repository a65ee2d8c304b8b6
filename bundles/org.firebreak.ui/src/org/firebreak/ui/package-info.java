/**
 * The window: an Eclipse RCP workbench around the diagram editor.
 *
 * <pre>
 *   ui (application) ──► window (advisors, perspective, status line) ──► theme
 * </pre>
 */
package org.firebreak.ui;
