/** The preference pages, and how numbers are written. */
package org.firebreak.ui.preferences;
