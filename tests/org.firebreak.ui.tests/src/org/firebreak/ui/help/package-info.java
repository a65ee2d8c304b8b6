/** Tests of the user guide in the window. */
package org.firebreak.ui.help;
