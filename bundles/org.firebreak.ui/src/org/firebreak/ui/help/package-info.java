/**
 * The user guide inside the program: its pages from {@code docs/user/}, shown as text with links,
 * searched, opened at the right place by F1, and written as HTML.
 */
package org.firebreak.ui.help;
