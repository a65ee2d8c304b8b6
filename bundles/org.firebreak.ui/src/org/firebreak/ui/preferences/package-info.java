/** The preference page. */
package org.firebreak.ui.preferences;
