/** Which designs are open, which of them is active, and how to show an element of one. */
package org.firebreak.ui.designs;
