/**
 * The project explorer: every open design as a tree, with a filter.
 *
 * <pre>
 *   ExplorerView ──► DesignTree (what is below what) ──► Folder, Range
 *              └───► TreeFilter (what matches), NodeLabels (how it looks)
 * </pre>
 */
package org.firebreak.ui.explorer;
