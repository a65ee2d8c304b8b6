/** Tests of the window as a whole. */
package org.firebreak.ui.window;
