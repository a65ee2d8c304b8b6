/** The light and the dark look of the window and how to switch between them. */
package org.firebreak.ui.theme;
